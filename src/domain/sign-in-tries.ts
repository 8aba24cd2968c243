import type { SignInTries } from '../shared/contracts/documents/state.ts';

/** From so many wrong tries in a row on staff are told: more than a learner who misremembers makes ([SGN8]). */
export const manyWrongTries = 5;

/**
 * Numbers of sign-ins share so many counts, so that the state stays small whatever numbers events
 * claim, and no number pushes out or lowers the count of another: at worst it adds to it ([SGN8]).
 */
const slots = 32;

/** More wrong tries at the sign-in of this number. */
export function withWrongTries(before: SignInTries, secret: number, tries: number): SignInTries {
  return { ...before, [slotOf(secret)]: wrongTriesAt(before, secret) + tries };
}

/** Wrong tries since the last sitting at the sign-in of this number. */
export function wrongTriesAt(signIn: SignInTries, secret: number): number {
  return signIn[slotOf(secret)] ?? 0;
}

/** Of the sign-in that was tried most: what staff are told. */
export function mostWrongTries(signIn: SignInTries): number {
  return Math.max(0, ...Object.values(signIn));
}

function slotOf(secret: number): string {
  return String(secret % slots);
}
