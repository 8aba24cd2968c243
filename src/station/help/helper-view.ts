import { isSame } from '../../domain/help/helper.ts';
import type { Helper } from '../../shared/contracts/help.ts';
import type { HelperView } from '../../shared/contracts/ipc/help-views.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';

export interface KnownPeople {
  readonly directory: Directory;
  readonly all: ReadonlyMap<LearnerId, LearnerSummary>;
  /** Who looks. */
  readonly self: Helper;
}

/** Somebody who has to do with a request; null where they are not known here any more. */
export function helperView(
  helper: Helper | null,
  { directory, all, self }: KnownPeople,
): HelperView | null {
  if (helper === null) return null;
  const mine = isSame(self, helper);
  if ('staff' in helper) {
    const account = directory.staff.get(helper.staff);
    return account ? { name: account.name, mine, tutor: false, gone: false } : null;
  }
  const account = directory.learners.get(helper.tutor);
  if (account === undefined) return null;
  const gone = (all.get(helper.tutor)?.seat ?? null) === null;
  return { name: account.name, mine, tutor: true, gone };
}
