import type { SignedIn } from '../../../../shared/contracts/ipc/views.ts';
import { groups } from './pretend-people.ts';

/** Of what the tables of rights are asked in practice: an instructor teaches one of the two groups. */
export const practisingAs = (person: SignedIn): SignedIn => ({
  ...person,
  groups: person.role === 'instructor' ? [groups.a.group] : [],
});
