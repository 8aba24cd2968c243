import { describe, expect, it } from 'vitest';
import { groupId, learnerId, slotId, slotOf } from '../../../tests/factories/weeks.ts';
import { dayPlan, expectedByPlan } from './expected-by-plan.ts';
import type { Member } from './expected-on.ts';

const monday = '2026-11-23';
const tuesday = '2026-11-24';
const member = (at: number, over: Partial<Member> = {}): Member => ({
  learner: learnerId(at),
  disabled: false,
  ...over,
});
const members = [member(1), member(2)];
const nobody = () => false;
/** Mondays: the first group from 8:00, the second from 10:00; on Tuesdays the third. */
const slots = [
  slotOf(),
  slotOf({ at: 2, begins: 600, ends: 720, groups: [2] }),
  slotOf({ at: 3, weekday: 2, groups: [3] }),
];
const week = { slots, seats: [], closed: new Set<string>(), open: true, until: null };
const waited = (
  group: number,
  day: string,
  over: Partial<Parameters<typeof dayPlan>[1]> = {},
  { of = members, wasHere = nobody }: { of?: Member[]; wasHere?: typeof nobody } = {},
) => [...expectedByPlan(groupId(group), dayPlan(day, { ...week, ...over }))(day, of, wasHere)];
const [one, two] = [learnerId(1), learnerId(2)];

describe('[ATT4] whom a day waits for by the timetable', () => {
  it('are the groups of that day’s slots, though nobody of them came; on other days nobody', () => {
    expect(waited(1, monday)).toEqual([one, two]);
    expect(waited(2, monday)).toEqual([one, two]);
    expect(waited(3, monday)).toEqual([]);
    // Who of them came all the same stands on the sheet for that ([ATT4]), and waits for no others.
    expect(waited(3, monday, {}, { wasHere: () => true })).toEqual([]);
    expect(waited(3, tuesday)).toEqual([one, two]);
  });

  it('are no members whose account was not open, or not in the group, by then', () => {
    const later = member(1, { joined: tuesday });
    const left = member(2, { disabled: true, closed: monday });
    expect(waited(1, monday, {}, { of: [later, left] })).toEqual([]);
  });

  it('is nobody on a closed day, and on one on which the lab stood empty', () => {
    expect(waited(1, monday, { closed: new Set([monday]) })).toEqual([]);
    expect(waited(1, monday, { open: false })).toEqual([]);
  });

  it('is on a day that goes on whoever’s slot has begun', () => {
    expect(waited(1, monday, { until: 599 })).toEqual([one, two]);
    expect(waited(2, monday, { until: 599 })).toEqual([]);
    expect(waited(2, monday, { until: 600 })).toEqual([one, two]);
  });

  it('[TTB5] are those with a place of their own in another group’s slot, and they alone', () => {
    const seats = [{ slot: slotId(1), learner: two, station: null }];
    expect(waited(3, monday, { seats })).toEqual([two]);
    expect(waited(3, monday, { seats, closed: new Set([monday]) })).toEqual([]);
    expect(waited(4, monday, { seats })).toEqual([two]);
  });

  it('goes as without a timetable for a group that is in no slot', () => {
    expect(waited(4, monday)).toEqual([]);
    expect(waited(4, monday, {}, { wasHere: () => true })).toEqual([one, two]);
  });
});
