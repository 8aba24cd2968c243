import { replySchema } from '../../shared/contracts/ipc/contract.ts';
import type { WindowRole } from '../../shared/contracts/ipc/contract.ts';
import { stationStatusSchema } from '../../shared/contracts/ipc/status-views.ts';
import type { StationService } from '../../station/station-service.ts';

/** Prints how the station stands with its hub, each time that moves. */
export function tellStatus(
  service: StationService,
  role: WindowRole,
  print: (line: object) => void,
): void {
  let last = '';
  const line = service.connect(role, (reply) => {
    const { data } = replySchema.safeParse(reply);
    const status = data?.kind === 'value' ? stationStatusSchema.safeParse(data.value).data : null;
    if (!status) return;
    const { phase, hubReachable, waiting, notices, machine } = status;
    const codes = notices.map(({ code }) => code);
    const told = { phase, hubReachable, waiting, notices: codes, machine };
    // An age that only grows is no move.
    if (JSON.stringify(told) === last) return;
    last = JSON.stringify(told);
    print({ event: 'station.status', ...told });
  });
  line.receive({ kind: 'subscribe', id: 1, name: 'status', input: undefined });
}
