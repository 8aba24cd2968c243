import { contracts } from '../../src/shared/contracts/ipc/contract.ts';
import type { Reply, WindowRole } from '../../src/shared/contracts/ipc/contract.ts';
import { createStationClient } from '../../src/renderer/bridge/station-client.ts';
import type { StationClient } from '../../src/renderer/bridge/station-client.ts';
import type { StationService } from '../../src/station/station.ts';

export type KioskWindow = StationClient<typeof contracts.kiosk>;
export type SupervisorWindow = StationClient<typeof contracts.supervisor>;

/** A kiosk window without a screen: the window's own client, on a line straight to the station. */
export function kioskWindow(station: StationService): KioskWindow {
  return createStationClient(contracts.kiosk, bridgeTo(station, 'kiosk'));
}

export function supervisorWindow(station: StationService): SupervisorWindow {
  return createStationClient(contracts.supervisor, bridgeTo(station, 'supervisor'));
}

function bridgeTo(station: StationService, role: WindowRole) {
  let hear: (reply: Reply) => void = () => undefined;
  // What crosses between processes is a copy, and so is this.
  const line = station.connect(role, (reply) => hear(structuredClone(reply)));
  return {
    role,
    send: (request: unknown) => line.receive(structuredClone(request)),
    listen(onReply: (reply: Reply) => void) {
      hear = onReply;
      return () => line.close();
    },
  };
}
