import { describe, expect, it } from 'vitest';
import { drawings } from '../../../shared/contracts/drawings.ts';
import { groupsViewSchema } from '../../../shared/contracts/ipc/people-views.ts';
import { askedOf, freeSymbols, nothingTyped, typedOf } from './typed-group.ts';

const groupsOf = (symbols: readonly string[]) =>
  groupsViewSchema.parse({
    groups: symbols.map((symbol, at) => ({
      group: `gr-${String(at).padStart(8, '0')}`,
      name: { km: `ក្រុម ${at}` },
      symbol,
      scope: 'women',
      learners: 0,
      activeMs: 0,
      courses: [],
    })),
  }).groups;

describe('[PPL5] a group as it is typed', () => {
  it('is asked of the hub once it has a Khmer name, a symbol and whom it is for', () => {
    const whole = { km: ' ព្រឹក ', en: '', symbol: 'rice', scope: 'men' } as const;
    expect(askedOf(whole)).toEqual({ name: { km: 'ព្រឹក' }, symbol: 'rice', scope: 'men' });
    expect(askedOf({ ...whole, en: 'Morning' })?.name).toEqual({ km: 'ព្រឹក', en: 'Morning' });
    for (const lacking of [{ km: ' ' }, { symbol: null }, { scope: null }]) {
      expect(askedOf({ ...whole, ...lacking })).toBeNull();
    }
    expect(askedOf(nothingTyped)).toBeNull();
  });

  it('begins with what the group has', () => {
    const [group] = groupsOf(['boat']);
    expect(group && askedOf(typedOf(group))).toMatchObject({ symbol: 'boat', scope: 'women' });
  });

  it('is offered the symbols of no other group, and its own', () => {
    const groups = groupsOf(['rice', 'boat']);
    const [own = null] = groups;
    expect(freeSymbols(groups, null)).not.toContain('rice');
    expect(freeSymbols(groups, own)).toContain('rice');
    expect(freeSymbols(groups, own)).not.toContain('boat');
  });

  it('is offered all of them once each is somebody’s', () => {
    expect(freeSymbols(groupsOf(drawings), null)).toEqual(drawings);
  });
});
