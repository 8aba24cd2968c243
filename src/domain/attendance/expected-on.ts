import type { LearnerAccount } from '../../shared/contracts/documents/accounts.ts';
import type { LearnerId } from '../../shared/ids.ts';

/** Somebody of a group, as far as it matters whether they are waited for. */
export type Member = Pick<LearnerAccount, 'learner' | 'joined' | 'closed' | 'disabled'>;

/**
 * Whom of a group a lab day waits for ([ATT4]): everybody whose account was open and in the group by
 * then, on a day on which anybody of it was in the lab at all.
 * @param wasHere whether anything of theirs says that they were in the lab on that day
 */
export function expectedOn(
  day: string,
  members: Iterable<Member>,
  wasHere: (learner: LearnerId) => boolean,
): ReadonlySet<LearnerId> {
  const all = [...members];
  if (!all.some(({ learner }) => wasHere(learner))) return new Set();
  return new Set(all.filter((each) => couldCome(day, each)).map(({ learner }) => learner));
}

/** Whether somebody's account was open, and in this group, on that day. */
export function couldCome(day: string, { joined, closed, disabled }: Member): boolean {
  if (joined !== undefined && joined > day) return false;
  // An account closed before the day of it was kept waits for nobody.
  return !disabled || (closed !== undefined && closed > day);
}
