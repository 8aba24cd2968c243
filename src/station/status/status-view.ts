import { combineLatest, map, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { NoticeView, StationStatus } from '../../shared/contracts/ipc/views.ts';
import type { Clock } from '../../shared/ports.ts';
import type { UplinkStatus } from '../uplink/uplink.ts';
import { distinctView } from '../views/distinct-view.ts';

/** The age of a receipt is told anew this often, ms. */
const ageEveryMs = 15_000;

/** What the lamp shows: how far the work is saved, and what a person should know ([VIE5]). */
export function status$(
  uplink$: Observable<UplinkStatus>,
  notices$: Observable<readonly NoticeView[]>,
  clock: Clock,
): Observable<StationStatus> {
  return combineLatest([uplink$, notices$, timer(0, ageEveryMs)]).pipe(
    map(([{ phase, hubReachable, waiting, receiptAtMs, trouble }, notices]) => ({
      phase,
      hubReachable,
      waiting,
      receiptAgeMs: receiptAtMs === null ? null : Math.max(0, clock.monotonicMs() - receiptAtMs),
      notices: [...notices, ...unsaid(trouble, notices)],
    })),
    distinctView(),
  );
}

/** The disk that is full for sync is full for the recorder too: once is enough. */
function unsaid(
  trouble: UplinkStatus['trouble'],
  notices: readonly NoticeView[],
): readonly NoticeView[] {
  const said = notices.some(({ code }) => code === trouble?.code);
  return trouble === null || said ? [] : [trouble];
}
