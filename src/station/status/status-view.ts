import { combineLatest, map, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { NoticeView, StationStatus } from '../../shared/contracts/ipc/status-views.ts';
import type { Clock } from '../../shared/ports.ts';
import type { PeerStatus } from '../../sync/peer/peer-sync.ts';
import type { UplinkStatus } from '../uplink/uplink.ts';
import { distinctView } from '../views/distinct-view.ts';

/** The age of a receipt is told anew this often, ms. */
const ageEveryMs = 15_000;

export interface StatusSources {
  readonly uplink$: Observable<UplinkStatus>;
  readonly peers$: Observable<PeerStatus>;
  readonly notices$: Observable<readonly NoticeView[]>;
  readonly clock: Clock;
}

/** What the lamp shows: how far the work is saved, and what a person should know ([VIE5]). */
export function status$({
  uplink$,
  peers$,
  notices$,
  clock,
}: StatusSources): Observable<StationStatus> {
  return combineLatest([uplink$, peers$, notices$, timer(0, ageEveryMs)]).pipe(
    map(([{ phase, hubReachable, waiting, receiptAtMs, trouble, machine }, peers, notices]) => ({
      phase,
      hubReachable,
      waiting,
      receiptAgeMs: receiptAtMs === null ? null : Math.max(0, clock.monotonicMs() - receiptAtMs),
      peers: peersView(peers, waiting),
      notices: [...notices, ...unsaid(trouble, notices)],
      machine,
    })),
    distinctView(),
  );
}

/** What waits here may lie at another station too, which is not yet saved ([PER9]). */
function peersView(
  { away, together, copied }: PeerStatus,
  waiting: number,
): StationStatus['peers'] {
  if (!away) return null;
  return { stations: together.size + 1, copied: Math.min(copied, waiting) };
}

/** The disk that is full for sync is full for the recorder too: once is enough. */
function unsaid(
  trouble: UplinkStatus['trouble'],
  notices: readonly NoticeView[],
): readonly NoticeView[] {
  const said = notices.some(({ code }) => code === trouble?.code);
  return trouble === null || said ? [] : [trouble];
}
