import type { LearnerId } from '../../../shared/ids.ts';

/** The id of the button in a learner's line. */
export const lineButtonId = (learner: LearnerId): string => `line-${learner}`;

/** Back to the line a panel was opened from, so that a keyboard goes on from there ([SUP9]). */
export function focusLine(learner: LearnerId): void {
  document.getElementById(lineButtonId(learner))?.focus();
}
