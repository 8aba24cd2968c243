/** How long the machine waits for what, ms ([SYN4], [SYN5]). */
export interface Pace {
  readonly backOffFirstMs: number;
  readonly backOffMostMs: number;
  readonly blockedMs: number;
  /** A receipt is asked for this often though nothing happens. */
  readonly idleMs: number;
  readonly relistenMs: number;
  /** Segments that may be dropped are looked for this often. */
  readonly tidyMs: number;
}

export const pace: Pace = {
  backOffFirstMs: 500,
  backOffMostMs: 8000,
  blockedMs: 60_000,
  idleMs: 60_000,
  relistenMs: 500,
  tidyMs: 3_600_000,
};

/** The moment an input comes in: the monotonic clock, and a chance in [0, 1) for jitter. */
export interface Moment {
  readonly nowMs: number;
  readonly chance: number;
  readonly pace: Pace;
}

/** The nth wait in a row, from 1: doubling, capped, and up to a quarter shorter so that stations don't march in step. */
export function backOffMs(attempt: number, chance: number, pace: Pace): number {
  const doubled = pace.backOffFirstMs * 2 ** Math.min(attempt - 1, 30);
  return Math.min(doubled, pace.backOffMostMs) * (0.75 + chance / 4);
}
