import { describe, expect, it } from 'vitest';
import {
  groupId,
  learnerId,
  slotId,
  slotOf,
  stationId,
  weekOf,
} from '../../../tests/factories/weeks.ts';
import { clashesAt, isRefused } from './clashes.ts';
import type { Slot, SlotSeat } from './slots.ts';

const kinds = (at: Slot, week: ReturnType<typeof weekOf>) =>
  clashesAt(at, week).map(({ kind }) => kind);
const seat = (slot: number, learner: number, station: number | null): SlotSeat => ({
  slot: slotId(slot),
  learner: learnerId(learner),
  station: station === null ? null : stationId(station),
});

describe('[TTB4] what can’t be in a week', () => {
  const morning = slotOf();

  it('finds nothing in slots that only touch, or are on other days', () => {
    const after = slotOf({ at: 2, begins: 600, ends: 720 });
    const tuesday = slotOf({ at: 3, weekday: 2 });
    const slots = [morning, after, tuesday];
    expect(slots.flatMap((each) => kinds(each, weekOf({ slots })))).toEqual([]);
  });

  it('has no two scopes in the lab at one time, and no group in a slot of another', () => {
    const women = slotOf({ at: 2, begins: 595, ends: 700, scope: 'women', groups: [3] });
    expect(clashesAt(women, weekOf({ slots: [morning, women] }))).toEqual([
      { kind: 'scopes', slot: slotId(2), other: slotId(1) },
    ]);
    const mixed = slotOf({ groups: [1, 3] });
    expect(clashesAt(mixed, weekOf({ slots: [mixed] }))).toEqual([
      { kind: 'other-scope', slot: slotId(1), group: groupId(3) },
    ]);
    const unknown = slotOf({ groups: [9] });
    expect(kinds(unknown, weekOf({ slots: [unknown] }))).toEqual(['other-scope']);
  });

  it('has no group, learner or seat in two slots at once', () => {
    const beside = slotOf({ at: 2, begins: 540, ends: 660 });
    expect(clashesAt(beside, weekOf({ slots: [morning, beside] }))).toEqual([
      { kind: 'group-twice', slot: slotId(2), other: slotId(1), group: groupId(1) },
    ]);
    const others = slotOf({ at: 2, begins: 540, ends: 660, groups: [2] });
    const members = { 1: 1, 2: 2 };
    const guest = weekOf({ slots: [morning, others], members, seats: [seat(2, 1, null)] });
    expect(clashesAt(others, guest)).toEqual([
      { kind: 'learner-twice', slot: slotId(2), other: slotId(1), learner: learnerId(1) },
    ]);
    expect(kinds(morning, guest)).toEqual(['learner-twice']);
    const seats = [seat(1, 1, 5), seat(2, 2, 5)];
    expect(clashesAt(others, weekOf({ slots: [morning, others], members, seats }))).toEqual([
      { kind: 'seat-twice', slot: slotId(2), other: slotId(1), station: stationId(5) },
    ]);
  });

  it('tells of a seat that is out of order, and of more learners than seats, and refuses neither', () => {
    const full = slotOf({ groups: [1, 2] });
    const week = { slots: [full], groups: { 1: ['men', 5], 2: ['men', 4] } } as const;
    expect(clashesAt(full, weekOf(week))).toEqual([
      { kind: 'too-few', slot: slotId(1), learners: 9, seats: 8 },
    ]);
    const broken = weekOf({
      slots: [morning],
      seats: [seat(1, 1, 8)],
      members: { 1: 1 },
      stations: 7,
    });
    expect(clashesAt(morning, broken)).toEqual([
      { kind: 'seat-out', slot: slotId(1), station: stationId(8) },
    ]);
    expect([...clashesAt(full, weekOf(week)), ...clashesAt(morning, broken)].some(isRefused)).toBe(
      false,
    );
  });

  it('counts at each moment who is there then: two that follow each other share the seats', () => {
    const long = slotOf({ begins: 480, ends: 720, groups: [1] });
    const early = slotOf({ at: 2, begins: 480, ends: 600, groups: [2] });
    const late = slotOf({ at: 3, begins: 600, ends: 720, groups: [4] });
    const groups = { 1: ['men', 4], 2: ['men', 4], 4: ['men', 4] } as const;
    expect(kinds(long, weekOf({ slots: [long, early, late], groups }))).toEqual([]);
    expect(kinds(long, weekOf({ slots: [long, early, late], groups, stations: 7 }))).toEqual([
      'too-few',
    ]);
  });
});
