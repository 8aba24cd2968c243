/** How much may come of something: so many at once, and so many a second on the whole. */
export interface Allowance {
  readonly left: number;
  /** Monotonic ms. */
  readonly atMs: number;
}

interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

export const fullAllowance = ({ burst }: Limit, nowMs: number): Allowance => ({
  left: burst,
  atMs: nowMs,
});

/** Takes one; null where none was left. */
export function takeOne(allowance: Allowance, limit: Limit, nowMs: number): Allowance | null {
  const since = Math.max(0, nowMs - allowance.atMs) / 1000;
  const left = Math.min(limit.burst, allowance.left + since * limit.perSecond);
  return left < 1 ? null : { left: left - 1, atMs: nowMs };
}
