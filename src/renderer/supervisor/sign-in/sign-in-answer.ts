import type { SignInResult } from '../../../shared/contracts/ipc/views.ts';

/** What the sign-in screen says back: how wrong tries went, and until when to wait ([SUP2]). */
export interface Reply {
  readonly said: 'wrong' | 'wrong.again' | null;
  /** Moment of the window's monotonic clock from which another try is free, ms; null when it is now. */
  readonly freeAtMs: number | null;
}

/** @param nowMs the window's monotonic clock */
export function replyTo(result: SignInResult, nowMs: number): Reply {
  if (result.result === 'signed-in') return { said: null, freeAtMs: null };
  const freeAtMs = result.waitMs > 0 ? nowMs + result.waitMs : null;
  if (result.result === 'wait') return { said: null, freeAtMs };
  return { said: result.wrongTries > 1 ? 'wrong.again' : 'wrong', freeAtMs };
}
