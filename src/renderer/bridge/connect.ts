import './parse-without-code.ts';
import { contracts } from '../../shared/contracts/ipc/contract.ts';
import { createStationClient } from './station-client.ts';
import type { StationClient } from './station-client.ts';
import { windowBridge } from './window-bridge.ts';

/** The kiosk window's line to its station. @throws ReanError as {@link windowBridge} */
export function connectKiosk(): StationClient<typeof contracts.kiosk> {
  return createStationClient(contracts.kiosk, windowBridge('kiosk'));
}

/** The supervisor window's line to its station. @throws ReanError as {@link windowBridge} */
export function connectSupervisor(): StationClient<typeof contracts.supervisor> {
  return createStationClient(contracts.supervisor, windowBridge('supervisor'));
}
