import { describe, expect, it } from 'vitest';
import { groupId, learnerId, slotId, slotOf, stationId } from '../../../tests/factories/weeks.ts';
import { atTheDoor } from './at-the-door.ts';
import type { DoorQuestion } from './at-the-door.ts';

/** 2026-11-23 is a Monday. */
const monday = '2026-11-23';
const me = { learner: learnerId(1), group: groupId(1) };
const others = Array.from({ length: 7 }, (_, at) => ({
  learner: learnerId(at + 2),
  group: groupId(2),
}));
const afternoon = slotOf({ at: 2, begins: 840, ends: 960, groups: [2] });

const door = (over: Partial<DoorQuestion> = {}) =>
  atTheDoor({
    member: me,
    members: [me, ...others],
    slots: [slotOf(), afternoon],
    seats: [],
    closed: new Set(),
    policy: 'let-in',
    now: { date: monday, minute: 900 },
    station: stationId(1),
    usable: new Set(Array.from({ length: 8 }, (_, at) => stationId(at + 1))),
    ...over,
  });
const next = { weekday: 1, begins: 480, ends: 600, inDays: 7 };

describe('[TTB9] a learner who comes outside of their slot', () => {
  it('is told when theirs is, and let in where a seat is left over', () => {
    expect(door()).toEqual({ kind: 'greet', next, letIn: true });
    const seven = new Set(Array.from({ length: 7 }, (_, at) => stationId(at + 1)));
    expect(door({ usable: seven })).toEqual({ kind: 'greet', next, letIn: false });
  });

  it('is not let in on the seat of somebody who is to be there', () => {
    const seats = [{ slot: slotId(2), learner: learnerId(2), station: stationId(1) }];
    expect(door({ seats })).toMatchObject({ letIn: false });
    expect(door({ seats, station: stationId(2) })).toMatchObject({ letIn: true });
  });

  it('is only told, or not even that, where the site says so', () => {
    expect(door({ policy: 'greet' })).toEqual({ kind: 'greet', next, letIn: false });
    expect(door({ policy: 'none' })).toEqual({ kind: 'open' });
  });

  it('comes in during theirs, ten minutes before, and with a place in another group’s', () => {
    for (const minute of [470, 480, 599]) {
      expect(door({ now: { date: monday, minute } })).toEqual({ kind: 'open' });
    }
    expect(door({ now: { date: monday, minute: 469 } })).toMatchObject({
      kind: 'greet',
      next: { inDays: 0 },
    });
    const seats = [{ slot: slotId(2), learner: me.learner, station: null }];
    expect(door({ seats })).toEqual({ kind: 'open' });
  });

  it('is sent past days on which the lab is closed, and nowhere where nothing is planned', () => {
    const closed = new Set(['2026-11-30']);
    expect(door({ closed })).toMatchObject({ next: { inDays: 14 } });
    expect(door({ closed: new Set(['2026-11-30', '2026-12-07']) })).toEqual({ kind: 'open' });
    expect(door({ slots: [afternoon] })).toEqual({ kind: 'open' });
    expect(door({ now: { date: monday, minute: 500 }, closed: new Set([monday]) })).toMatchObject({
      kind: 'greet',
    });
  });

  it('[TTB10] comes in wherever it is not known which day it is, or what o’clock', () => {
    expect(door({ now: null, policy: 'greet' })).toEqual({ kind: 'open' });
  });
});
