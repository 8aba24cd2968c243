/** Nobody touches anything: first a question, then the sitting ends, so that the next person never works in it ([KSK7]). */
export const askAfterMs = 10 * 60_000;
export const endAfterMs = 2 * 60_000;

export type IdleState = 'working' | 'asking' | 'ending';

/** @param quietMs time since the last touch or key */
export function idleState(quietMs: number): IdleState {
  if (quietMs < askAfterMs) return 'working';
  return quietMs < askAfterMs + endAfterMs ? 'asking' : 'ending';
}
