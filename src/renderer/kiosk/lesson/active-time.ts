/** A pause longer than this is not work, ms. */
const longestPauseMs = 60_000;

/** Time at work on one item: gaps between touches count, up to a minute each. */
export interface ActiveTime {
  readonly ms: number;
  readonly lastMs: number;
}

/** @param nowMs monotonic */
export const startActiveTime = (nowMs: number): ActiveTime => ({ ms: 0, lastMs: nowMs });

/** Notes a touch, a key or an answer. */
export function noteActivity(time: ActiveTime, nowMs: number): ActiveTime {
  const gap = Math.max(0, nowMs - time.lastMs);
  return { ms: time.ms + Math.min(gap, longestPauseMs), lastMs: nowMs };
}
