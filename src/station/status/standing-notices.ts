import type { Subscription } from 'rxjs';
import type { ReplicationStatus } from '../../sync/replication/replicator.ts';
import type { StationSync } from '../uplink/open-sync.ts';
import type { NoticeBoard } from './notice-board.ts';

const dayMs = 86_400_000;

/**
 * Keeps notices that follow from how sync stands: stores set aside, a hub that forked ([SYN10]), and
 * a clock more than a day off the hub's. Nothing is ordered by the clock, but people read dates off it.
 */
export function keepStandingNotices(
  { replicator, labClock }: Pick<StationSync, 'replicator' | 'labClock'>,
  notices: NoticeBoard,
  localSetAside: string | null,
): Subscription {
  return replicator.status$.subscribe((status) => {
    const { setAside, forked, generation } = status;
    const all = localSetAside === null ? setAside : [...setAside, localSetAside];
    if (all.length > 0) notices.put('store-set-aside', all.join(', '));
    tellSalvage(status, notices);
    if (forked) notices.put('hub-forked', generation ?? '');
    else notices.takeDown('hub-forked');
    const offset = labClock.now().hubOffsetMs ?? 0;
    if (Math.abs(offset) > dayMs) notices.put('clock-far-off', describeOffset(offset));
    else notices.takeDown('clock-far-off');
  });
}

/** `events-0001.set-aside-1: 2992 / 8`: events taken along, and such as could not be ([STO6]). */
function tellSalvage({ salvaged, unsalvaged }: ReplicationStatus, notices: NoticeBoard): void {
  if (unsalvaged.length > 0) notices.put('store-not-salvaged', unsalvaged.join(', '));
  else notices.takeDown('store-not-salvaged');
  const counts = salvaged.map(
    ({ aside, taken, leftOut, lacking, whole }) =>
      `${aside}: ${taken} / ${leftOut + lacking}${whole ? '' : '+'}`,
  );
  if (counts.length > 0) notices.put('store-salvaged', counts.join(', '));
}

/** `-3650 d`: how far this PC's clock is ahead of the hub's (+) or behind (-), in whole days. */
function describeOffset(hubOffsetMs: number): string {
  const days = Math.round(-hubOffsetMs / dayMs);
  return `${days > 0 ? '+' : ''}${days} d`;
}
