import { codesOnSheet } from '../../shared/contracts/override.ts';

/**
 * Which code of its sheet this is: the first that fits from `next` on, through all that are left, so that
 * skipped ones cost nothing; null where none does ([OVR3]).
 * @param next the first that was not used, from 1
 * @param codeAt the sheet's code of a number
 */
export function matchCode(
  typed: string,
  next: number,
  codeAt: (number: number) => string,
): number | null {
  let found: number | null = null;
  // All are looked at, whichever fits: how long it takes says nothing.
  for (let number = codesOnSheet; number >= next; number -= 1) {
    if (codeAt(number) === typed) found = number;
  }
  return found;
}
