import { describe, expect, it } from 'vitest';
import { groupId, learnerId, slotId, slotOf } from '../../../tests/factories/weeks.ts';
import { timeEnds } from './time-left.ts';
import type { TimeLeftQuestion } from './time-left.ts';

/** 2026-11-23 is a Monday. */
const monday = '2026-11-23';
const member = { learner: learnerId(1), group: groupId(1) };
/** Of others, as soon as the first slot, from 8 to 10, is over. */
const others = slotOf({ at: 2, begins: 600, ends: 720, groups: [2] });

const ends = (over: Partial<TimeLeftQuestion> = {}) =>
  timeEnds({
    member,
    slots: [slotOf(), others],
    seats: [],
    closed: new Set(),
    policy: 'let-in',
    now: { date: monday, minute: 590 },
    ...over,
  });
const at = (minute: number) => ends({ now: { date: monday, minute } });

describe('[ACT12] a learner’s time is over', () => {
  it('when their slot ends and others need the seats, and as long as those are there', () => {
    expect([at(469), at(470), at(599), at(600), at(719), at(720)]).toEqual([
      null,
      600,
      600,
      600,
      600,
      null,
    ]);
  });

  it('by nobody’s word where nobody comes after them, or later than in a quarter of an hour', () => {
    expect(ends({ slots: [slotOf()] })).toBeNull();
    const later = (begins: number) => slotOf({ at: 2, begins, ends: 720, groups: [2] });
    expect(ends({ slots: [slotOf(), later(615)] })).toBe(600);
    expect(ends({ slots: [slotOf(), later(620)] })).toBeNull();
    const free = slotOf({ at: 2, begins: 600, ends: 720, groups: [] });
    expect(ends({ slots: [slotOf(), free] })).toBeNull();
    const placed = [{ slot: slotId(2), learner: learnerId(2), station: null }];
    expect(ends({ slots: [slotOf(), free], seats: placed })).toBe(600);
  });

  it('with the last of their own slots that follow each other, or in which they have a place', () => {
    const own = slotOf({ at: 3, begins: 600, ends: 660, groups: [1] });
    expect(ends({ slots: [slotOf(), own, others] })).toBe(660);
    const seats = [{ slot: slotId(2), learner: member.learner, station: null }];
    expect(ends({ seats })).toBeNull();
  });

  it('never on a closed day, without a slot, where nothing is checked, or where the time is not sure', () => {
    expect(ends({ closed: new Set([monday]) })).toBeNull();
    expect(ends({ slots: [others] })).toBeNull();
    expect(ends({ policy: 'none' })).toBeNull();
    expect(ends({ now: null })).toBeNull();
  });
});
