import type { SelfTestOutcome } from '../../shared/contracts/self-test.ts';
import type { StepStates } from '../lockdown/lock-down.ts';

/** What can be seen of the app's windows from inside. */
export interface WindowsSeen {
  /** Their numbers. */
  readonly windows: readonly number[];
  readonly address: string | null;
  readonly bounds: string | null;
  readonly tools: boolean;
}

/** Whether nothing opened, left or moved. */
export function judgeWindow(before: WindowsSeen, after: WindowsSeen): boolean {
  return (
    // One that was closing anyway, as the first start's, may be gone.
    after.windows.every((id) => before.windows.includes(id)) &&
    after.address !== null &&
    after.address === before.address &&
    after.bounds === before.bounds &&
    !after.tools
  );
}

/** Whether every step of the lock-down holds; a screen that is not locked has none to look at. */
export function judgeLock(states: StepStates | null): SelfTestOutcome {
  if (states === null) return 'not-possible';
  return [...states.values()].every((state) => state === 'held') ? 'pass' : 'fail';
}

/** `unheard`: not even the key that a page may have came to it, so that nothing is said of the others. */
export type KeysHeard = 'held' | 'free' | 'unheard';

/** @param heard the codes a page said it heard */
export function judgeKeys(heard: unknown, allowed: string): KeysHeard {
  const codes: readonly unknown[] = Array.isArray(heard) ? heard : [];
  if (codes.some((code) => code !== allowed)) return 'free';
  return codes.includes(allowed) ? 'held' : 'unheard';
}

/** @param out the attempts that led out */
export function judgeEscapes(out: readonly string[], keys: KeysHeard): SelfTestOutcome {
  if (out.length > 0) return 'fail';
  return keys === 'held' ? 'pass' : 'not-possible';
}
