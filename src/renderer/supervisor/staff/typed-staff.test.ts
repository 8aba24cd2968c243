import { describe, expect, it } from 'vitest';
import { groupsViewSchema } from '../../../shared/contracts/ipc/people-views.ts';
import { nothingTyped, termsOf } from './typed-staff.ts';
import type { TypedStaff } from './typed-staff.ts';

const { groups } = groupsViewSchema.parse({
  groups: ['men', 'women'].map((scope, at) => ({
    group: `gr-0000000${at}`,
    name: { km: 'ក' },
    symbol: 'rice',
    scope,
    learners: 1,
    activeMs: 0,
    courses: [],
  })),
});
const typed: TypedStaff = {
  ...nothingTyped,
  km: ' ចាន់ ',
  role: 'instructor',
  scopes: new Set(['men']),
  groups: new Set(groups.map(({ group }) => group)),
};

describe('[PPL7] somebody who is appointed', () => {
  it('teaches only groups of the scopes they are given', () => {
    expect(termsOf(typed, groups)).toEqual({
      name: { km: 'ចាន់' },
      role: 'instructor',
      scopes: ['men'],
      groups: [groups[0]?.group],
    });
  });

  it('has groups of their own as an instructor only, and no scopes where they see no learner', () => {
    expect(termsOf({ ...typed, role: 'officer' }, groups)).toMatchObject({ groups: [] });
    expect(termsOf({ ...typed, role: 'technician' }, groups)).toMatchObject({ scopes: [] });
  });

  it('has a name, a role, and somebody to see to', () => {
    for (const lacking of [{ km: ' ' }, { role: null }, { scopes: new Set<never>() }]) {
      expect(termsOf({ ...typed, ...lacking }, groups)).toBeNull();
    }
  });
});
