import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import type { LearnerRow } from '../../shared/contracts/ipc/views.ts';
import { learnerCard } from '../directory/directory.ts';
import type { Directory } from '../directory/directory.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';

/** A learner's line in the supervisor's list; zeros before anything has been recorded. */
export function learnerRow(
  account: LearnerAccount,
  summary: LearnerSummary | undefined,
  directory: Directory,
): LearnerRow {
  return {
    learner: learnerCard(account),
    groupName: directory.groups.get(account.group)?.name ?? { km: account.group },
    attempts: summary?.attempts ?? 0,
    right: summary?.right ?? 0,
    lessonsDone: summary?.lessonsDone ?? 0,
    lessonsBegun: summary?.lessonsBegun ?? 0,
    activeMs: summary?.activeMs ?? 0,
    wrongTries: summary?.wrongTries ?? 0,
    disabled: account.disabled,
  };
}

/**
 * By group, then by name. By code point, which for Khmer is nearly the order of its dictionary:
 * Chromium has no Khmer collation, so that lists would differ between processes otherwise.
 */
export function compareRows(a: LearnerRow, b: LearnerRow): number {
  return (
    compareText(a.groupName.km, b.groupName.km) ||
    compareText(a.learner.name.km, b.learner.name.km) ||
    compareText(a.learner.learner, b.learner.learner)
  );
}

const compareText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
