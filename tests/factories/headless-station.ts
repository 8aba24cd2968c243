import * as z from 'zod';
import { contracts, replySchema } from '../../src/shared/contracts/ipc/contract.ts';
import type { Bridge, Reply, WindowRole } from '../../src/shared/contracts/ipc/contract.ts';
import { syncPhaseSchema } from '../../src/shared/contracts/ipc/status-views.ts';
import { createStationClient } from '../../src/renderer/bridge/station-client.ts';
import { ReanProcess } from './rean-process.ts';
import type { ReanOptions } from './rean-process.ts';
import type { KioskWindow, SupervisorWindow } from './station-window.ts';

/** JSON can't say `undefined`: an answer without a value says nothing of it. */
const windowReplySchema = z.looseObject({
  reply: z
    .looseObject({ kind: z.string() })
    .transform((reply) => (reply.kind === 'value' ? { value: undefined, ...reply } : reply))
    .pipe(replySchema),
});
export const stationStatusLineSchema = z.looseObject({
  phase: syncPhaseSchema,
  hubReachable: z.boolean(),
  waiting: z.number().int(),
  notices: z.array(z.string()),
  machine: z.string().nullable(),
});
export const stationReadySchema = z.looseObject({ station: z.string(), pid: z.number().int() });

export function startStationProcess(folder: string, options: ReanOptions = {}): ReanProcess {
  return new ReanProcess(['station', '--headless', '--data', folder], options);
}

/** A kiosk window without a screen, on the standard input and output of a station's process. */
export function windowOf(station: ReanProcess): KioskWindow {
  return createStationClient(contracts.kiosk, bridgeOf(station, 'kiosk'));
}

/** The same of a supervisor's station. */
export function supervisorWindowOf(station: ReanProcess): SupervisorWindow {
  return createStationClient(contracts.supervisor, bridgeOf(station, 'supervisor'));
}

function bridgeOf(station: ReanProcess, role: WindowRole): Bridge {
  return {
    role,
    send: (request) => station.write(request),
    listen(onReply: (reply: Reply) => void) {
      const heard = station.lines('window.reply').subscribe((line) => {
        onReply(windowReplySchema.parse(line).reply);
      });
      return () => heard.unsubscribe();
    },
  };
}
