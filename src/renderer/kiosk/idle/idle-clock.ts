import type { IdleTimes } from '../../../shared/contracts/documents/directory.ts';

export type IdleState = 'working' | 'asking' | 'ending';

const minuteMs = 60_000;

/**
 * Nobody touches anything: first a question, then the sitting ends, so that the next person never
 * works in it ([KSK7]).
 * @param quietMs time since the last touch or key
 */
export function idleState(quietMs: number, { askMinutes, endMinutes }: IdleTimes): IdleState {
  if (quietMs < askMinutes * minuteMs) return 'working';
  return quietMs < (askMinutes + endMinutes) * minuteMs ? 'asking' : 'ending';
}
