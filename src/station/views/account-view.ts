import { may } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import type { AccountView } from '../../shared/contracts/ipc/people-views.ts';
import type { Directory } from '../directory/directory.ts';

/** What a form begins with that changes this account; null for who may not change it. */
export function accountView(
  { learner, group, sex, birthYear, language, card }: LearnerAccount,
  actor: Actor,
  { groups, tutors }: Pick<Directory, 'groups' | 'tutors'>,
): AccountView | null {
  const scope = groups.get(group)?.scope ?? 'men';
  if (!may(actor, 'learner.change', { groups: [group], scopes: [scope] })) return null;
  const period = tutors.get(learner);
  const tutored = period?.until === null ? period.group : null;
  return { sex, birthYear, language, card, scope, tutors: tutored };
}
