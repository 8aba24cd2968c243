import type { IdleTimes } from '../../../shared/contracts/documents/directory.ts';

export type IdleState = 'working' | 'asking' | 'ending';

const secondMs = 1_000;
const minuteMs = 60_000;

/**
 * Nobody touches anything: first a question, then what is open ends, so that the next person never
 * works in it ([KSK7], [SUP17]).
 * @param quietMs time since the last touch or key
 */
export function idleState(quietMs: number, { askMinutes, endMinutes }: IdleTimes): IdleState {
  if (quietMs < askMinutes * minuteMs) return 'working';
  return quietMs < (askMinutes + endMinutes) * minuteMs ? 'asking' : 'ending';
}

/** Whole seconds until what is open ends; 0 when it does. @param quietMs as {@link idleState} */
export function idleSecondsLeft(quietMs: number, { askMinutes, endMinutes }: IdleTimes): number {
  const leftMs = (askMinutes + endMinutes) * minuteMs - quietMs;
  return Math.max(0, Math.ceil(leftMs / secondMs));
}
