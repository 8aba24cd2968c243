import type { Subscription } from 'rxjs';
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
  return replicator.status$.subscribe(({ setAside, forked, generation }) => {
    const all = localSetAside === null ? setAside : [...setAside, localSetAside];
    if (all.length > 0) notices.put('store-set-aside', all.join(', '));
    if (forked) notices.put('hub-forked', generation ?? '');
    else notices.takeDown('hub-forked');
    const offset = labClock.now().hubOffsetMs ?? 0;
    if (Math.abs(offset) > dayMs) notices.put('clock-far-off', describeOffset(offset));
    else notices.takeDown('clock-far-off');
  });
}

/** `-3650 d`: how far this PC's clock is ahead of the hub's (+) or behind (-), in whole days. */
function describeOffset(hubOffsetMs: number): string {
  const days = Math.round(-hubOffsetMs / dayMs);
  return `${days > 0 ? '+' : ''}${days} d`;
}
