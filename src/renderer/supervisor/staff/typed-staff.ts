import type { StaffTerms } from '../../../shared/contracts/commands/staff-commands.ts';
import type { GroupScope, StaffRole } from '../../../shared/contracts/documents/directory.ts';
import type { ListedGroup, ListedStaff } from '../../../shared/contracts/ipc/people-views.ts';
import type { GroupId } from '../../../shared/ids.ts';

/** What a form says of somebody who works here, as it is typed. */
export interface TypedStaff {
  readonly km: string;
  readonly en: string;
  readonly role: StaffRole | null;
  readonly scopes: ReadonlySet<GroupScope>;
  readonly groups: ReadonlySet<GroupId>;
}

export const nothingTyped: TypedStaff = {
  km: '',
  en: '',
  role: null,
  scopes: new Set(),
  groups: new Set(),
};

export function typedOf({ name, role, scopes, groups }: ListedStaff): TypedStaff {
  return { km: name.km, en: name.en ?? '', role, scopes: new Set(scopes), groups: new Set(groups) };
}

/** Whether learners are any of this role's business: others have no groups of anybody to see to. */
export function seesLearners(role: StaffRole): boolean {
  return role !== 'technician' && role !== 'programme';
}

/**
 * What is asked of the hub; null while something is missing. Only what the role has use for goes
 * with it: scopes where it sees learners, and groups of those scopes where it teaches ([STF1]).
 */
export function termsOf(typed: TypedStaff, known: readonly ListedGroup[]): StaffTerms | null {
  const { km, en, role } = typed;
  const [khmer, latin] = [km, en].map((text) => text.normalize('NFC').trim());
  if (!khmer || role === null) return null;
  const scopes = seesLearners(role) ? [...typed.scopes] : [];
  if (seesLearners(role) && scopes.length === 0) return null;
  const groups = role === 'instructor' ? groupsWithin(typed, known) : [];
  const name = latin ? { km: khmer, en: latin } : { km: khmer };
  return { name, role, scopes, groups: groups.map(({ group }) => group) };
}

function groupsWithin(typed: TypedStaff, known: readonly ListedGroup[]): readonly ListedGroup[] {
  return known.filter(({ group, scope }) => typed.groups.has(group) && typed.scopes.has(scope));
}
