import { describe, expect, it } from 'vitest';
import { groupsViewSchema } from '../../../shared/contracts/ipc/people-views.ts';
import { courseIdSchema } from '../../../shared/ids.ts';
import { allGroups, findGroups } from './find-groups.ts';

const course = courseIdSchema.parse('org.rean.numbers');
const group = (at: number, km: string, en: string, over: object = {}) => ({
  group: `gr-0000000${at}`,
  name: { km, en },
  symbol: 'rice',
  scope: 'men',
  learners: 1,
  activeMs: 0,
  courses: [],
  ...over,
});
const { groups } = groupsViewSchema.parse({
  groups: [
    group(1, 'ក្រុមព្រឹក', 'Morning group', { courses: [course] }),
    group(2, 'ក្រុមរសៀល', 'Afternoon group'),
    group(3, 'ក្រុមនារី ២', 'Women 2', { scope: 'women' }),
  ],
});
const found = (wanted: Partial<typeof allGroups>) =>
  findGroups(groups, { ...allGroups, ...wanted }).map((each) => each.name.en);

describe('[LST5] finding groups', () => {
  it('goes by any part of a name in either script', () => {
    expect(found({})).toHaveLength(3);
    expect(found({ typed: 'noon' })).toEqual(['Afternoon group']);
    expect(found({ typed: 'ព្រឹក' })).toEqual(['Morning group']);
    expect(found({ typed: 'នារី 2' })).toEqual(['Women 2']);
  });

  it('goes by whom they are for, and by course', () => {
    expect(found({ scope: 'women' })).toEqual(['Women 2']);
    expect(found({ course })).toEqual(['Morning group']);
    expect(found({ course, scope: 'women' })).toEqual([]);
  });
});
