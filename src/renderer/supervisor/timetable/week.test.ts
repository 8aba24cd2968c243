import { expect, it } from 'vitest';
import type { WeekGroup } from '../../../shared/contracts/ipc/timetable-view.ts';
import { groupId } from '../../../../tests/factories/weeks.ts';
import { ownFirst } from './week.ts';

const group = (at: number): WeekGroup => ({
  group: groupId(at),
  name: { km: `ក្រុម ${at}` },
  symbol: 'rice',
  scope: 'men',
  learners: 20,
  quota: null,
  quotaSeq: null,
  got: null,
});

it('[TTB5] a slot’s own groups stand before all others, each in its order', () => {
  const ordered = ownFirst([1, 2, 3, 4].map(group), [groupId(4), groupId(2)]);
  expect(ordered.map((each) => each.group)).toEqual([2, 4, 1, 3].map(groupId));
});
