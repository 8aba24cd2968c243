import type { Segment } from '../../shared/ids.ts';

/**
 * The segment in which a hub takes events of this one: its own where that is open, else the newest. A
 * restored hub may not know of one that was opened shortly before the old one was lost, and nothing is
 * to wait for it ([EVT5]).
 *
 * @param open segments the hub takes events for, oldest first
 */
export function segmentToSendTo(own: Segment, open: readonly Segment[]): Segment {
  return open.includes(own) ? own : (open.at(-1) ?? own);
}
