import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { LearnerId } from '../../shared/ids.ts';

/** What an erased learner leaves in the directory: that they were erased, and nothing else ([ERA1]). */

/** Whose record a document belongs to; null for one that belongs to nobody's, or outlives it. */
export function ownerOf(document: DirectoryDocument): LearnerId | null {
  switch (document.type) {
    case 'learner':
    case 'enrolment':
    case 'tutor':
    case 'slot-seat':
    case 'waiting':
    case 'correction':
    case 'attendance':
    case 'note':
    case 'hold':
      return document.learner;
    default:
      return null;
  }
}

export function erasedId(learner: LearnerId): `erased:${string}` {
  return `erased:${learner}`;
}

/** Where documents of a learner's record lie: ids that begin so. */
export function tracesOf(learner: LearnerId): readonly string[] {
  return [
    `learner:${learner}`,
    `enrolment:${learner}:`,
    `hold:${learner}`,
    `tutor:${learner}`,
    `slot-seat:${learner}:`,
    `waiting:${learner}:`,
    `correction:${learner}:`,
    `attendance:${learner}:`,
    `note:${learner}:`,
  ];
}
