import { noEnrolments } from '../../domain/course/takes-course.ts';
import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import type { LearnerRow, SignInState } from '../../shared/contracts/ipc/views.ts';
import type { LearnerKeys } from '../../shared/contracts/keyring.ts';
import { collationKey, compareKeys } from '../../shared/khmer/collation.ts';
import { learnerCard } from '../directory/directory.ts';
import type { Directory } from '../directory/directory.ts';
import type { Keys } from '../keyring/keys.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';

export interface RowSources {
  /** Undefined before anything has been recorded. */
  readonly summary: LearnerSummary | undefined;
  readonly directory: Pick<Directory, 'groups' | 'enrolments'>;
  /** Null before the first keyring. */
  readonly keys: Pick<Keys, 'learner'> | null;
}

/** A learner's line in the supervisor's list; zeros before anything has been recorded. */
export function learnerRow(
  account: LearnerAccount,
  { summary, directory, keys }: RowSources,
): LearnerRow {
  const group = directory.groups.get(account.group);
  const { into, outOf } = directory.enrolments.get(account.learner) ?? noEnrolments;
  return {
    learner: learnerCard(account),
    groupName: group?.name ?? { km: account.group },
    scope: group?.scope ?? 'men',
    into: [...into],
    outOf: [...outOf],
    lastDay: summary?.lastDay ?? null,
    needsHelp: (summary?.stuck ?? null) !== null,
    attempts: summary?.attempts ?? 0,
    right: summary?.right ?? 0,
    lessonsDone: summary?.lessonsDone ?? 0,
    lessonsBegun: summary?.lessonsBegun ?? 0,
    activeMs: summary?.activeMs ?? 0,
    wrongTries: summary?.wrongTries ?? 0,
    disabled: account.disabled,
    signIn: signInOf(keys?.learner(account.learner) ?? null),
  };
}

/** Of whom nothing is known here, a sign-in is supposed: nobody is offered another for that. */
export function signInOf(held: LearnerKeys | null): SignInState {
  if (held?.verifier.empty === true) return 'none';
  return held?.handover === undefined ? 'own' : 'number';
}

/** By group, then by name, in the order of dictionaries ([KHM6]); a copy. */
export function inRowOrder(rows: readonly LearnerRow[]): LearnerRow[] {
  const groups = new Map<string, string>();
  const groupKey = (name: string) => {
    const known = groups.get(name) ?? collationKey(name);
    groups.set(name, known);
    return known;
  };
  return rows
    .map((row) => ({
      row,
      group: groupKey(row.groupName.km),
      name: collationKey(row.learner.name.km),
    }))
    .toSorted(
      (a, b) =>
        compareKeys(a.group, b.group) ||
        compareKeys(a.name, b.name) ||
        compareKeys(a.row.learner.learner, b.row.learner.learner),
    )
    .map(({ row }) => row);
}
