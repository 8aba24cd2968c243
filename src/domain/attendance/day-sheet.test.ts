import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Proposed } from '../../shared/contracts/lab-attendance.ts';
import {
  commandIdSchema,
  groupIdSchema,
  learnerIdSchema,
  staffIdSchema,
} from '../../shared/ids.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { attendanceFigures } from './attendance-figures.ts';
import { daySheet } from './day-sheet.ts';
import type { SheetSources } from './day-sheet.ts';
import type { Member } from './expected-on.ts';
import { presentToday } from './present-today.ts';
import { notThere } from './recorded-days.ts';
import { differsFrom, marksInOrder, standingMark, wordOf } from './standing-mark.ts';
import type { PlacedMark } from './standing-mark.ts';

const day = '2026-11-20';
const group = groupIdSchema.parse('gr-aaaaaaaa');
const other = groupIdSchema.parse('gr-bbbbbbbb');
const staff = staffIdSchema.parse('of-aaaaaaaaaaaa');
const learner = (letter: string) => learnerIdSchema.parse(`ln-${letter.repeat(12)}`);
const [a, b, c] = [learner('a'), learner('b'), learner('c')];
const there = (minutes: number, about = false): Proposed => ({ there: true, minutes, about });

function markOf(who: LearnerId, hubSeq: number, over: Partial<PlacedMark> = {}): PlacedMark {
  return {
    learner: who,
    group,
    day,
    word: { there: true, minutes: 40, about: false },
    proposed: there(40),
    by: staff,
    on: day,
    why: null,
    command: commandIdSchema.parse(`cm-${String(hubSeq).padStart(16, '0')}`),
    hubSeq,
    ...over,
  };
}

const member = (who: LearnerId, over: Partial<Member> = {}): Member => ({
  learner: who,
  disabled: false,
  ...over,
});

function sheet(
  members: readonly Member[],
  here: Readonly<Record<LearnerId, Proposed>> = {},
  marks: readonly PlacedMark[] = [],
  over: Partial<SheetSources> = {},
) {
  const byLearner = new Map<LearnerId, PlacedMark[]>();
  for (const each of marks) {
    byLearner.set(each.learner, [...(byLearner.get(each.learner) ?? []), each]);
  }
  return {
    members,
    proposedOn: (who: LearnerId) => here[who] ?? notThere,
    marksOn: () => byLearner,
    ...over,
  };
}

const lines = (...given: Parameters<typeof sheet>) => daySheet(group, day, sheet(...given));
const onIt = (...given: Parameters<typeof sheet>) => lines(...given).map((line) => line.learner);

describe('[ATT4] a group’s sheet of a lab day', () => {
  it('has everybody who is waited for, where anybody was here', () => {
    expect(lines([member(a), member(b)], { [a]: there(30) })).toMatchObject([
      { learner: a, proposed: { there: true, minutes: 30 }, marks: [], differs: false },
      { learner: b, proposed: { there: false }, marks: [] },
    ]);
  });

  it('is empty on a day of nobody, until somebody fills it in by hand', () => {
    const members = [member(a), member(b, { disabled: true })];
    expect(onIt(members)).toEqual([]);
    expect(daySheet(group, day, sheet(members), true).map((line) => line.learner)).toEqual([a]);
  });

  it('waits for nobody who came into the group later, or had left; who was here stands there', () => {
    const later = member(b, { joined: '2026-11-21' });
    const left = member(c, { disabled: true, closed: day });
    expect(onIt([member(a), later, left], { [a]: there(30) })).toEqual([a]);
    expect(onIt([member(a), later, left], { [b]: there(5), [c]: there(5) })).toEqual([a, b, c]);
    const leftLater = member(c, { disabled: true, closed: '2026-11-21' });
    expect(onIt([member(a), leftLater], { [a]: there(30) })).toEqual([a, c]);
    // Of an account closed before the day of it was kept nobody knows when.
    expect(onIt([member(a), member(c, { disabled: true })], { [a]: there(3) })).toEqual([a]);
  });

  it('keeps who was confirmed on it and is in another group now; on that one’s they are not', () => {
    const said = [markOf(b, 1), markOf(c, 2, { group: other })];
    expect(onIt([member(a), member(c)], { [a]: there(30), [c]: there(30) }, said)).toEqual([b, a]);
  });

  it('waits for whom a timetable names, where there is one', () => {
    const expected = () => new Set([b]);
    expect(onIt([member(a), member(b)], {}, [], { expected })).toEqual([b]);
  });
});

describe('[ATT6] what differs from what was confirmed', () => {
  it('is said where somebody was here after all, or minutes are five or more apart', () => {
    const away = { proposed: notThere };
    expect(differsFrom(away, there(3))).toBe(true);
    expect(differsFrom({ proposed: there(40) }, there(44))).toBe(false);
    expect(differsFrom({ proposed: there(40) }, there(45, true))).toBe(true);
    const [line] = lines([member(a)], { [a]: there(90) }, [markOf(a, 1)]);
    expect(line).toMatchObject({ differs: true, marks: [{ word: { minutes: 40 } }] });
  });

  it('ends with a correction made in the knowledge of it, though it says the same', () => {
    const said = [markOf(a, 1), markOf(a, 2, { proposed: there(90), why: 'recorded-later' })];
    expect(lines([member(a)], { [a]: there(90) }, said)).toMatchObject([{ differs: false }]);
  });
});

describe('[ATT5] the words on a day', () => {
  it('have the same order and the same one that holds, however they come and how often', () => {
    const marks = [1, 2, 2, 3].map((seq, at) =>
      markOf(a, seq, { command: commandIdSchema.parse(`cm-${String(at).repeat(16)}`) }),
    );
    const arrivals = fc
      .shuffledSubarray(marks, { minLength: marks.length })
      .chain((all) => fc.subarray(all).map((again) => [...again, ...all]));
    fc.assert(
      fc.property(arrivals, (arrived) => {
        expect(marksInOrder(arrived)).toEqual(marks);
        expect(standingMark(arrived)).toEqual(marks.at(-1));
      }),
      { seed: 20261123 },
    );
    expect(standingMark([])).toBeNull();
  });

  it('[ATT3] begin with unexplained where somebody was away', () => {
    expect(wordOf(notThere)).toEqual({ there: false, absence: 'unexplained' });
    expect(wordOf(there(3, true))).toEqual({ there: true, minutes: 3, about: true });
  });
});

describe('[ATT7] figures', () => {
  it('say what is confirmed and what is proposed apart', () => {
    const away = { word: { there: false, absence: 'work' } } as const;
    const figures = attendanceFigures([
      { proposed: there(40), marks: [markOf(a, 1)] },
      { proposed: there(50), marks: [markOf(a, 2), markOf(a, 3, away)] },
      { proposed: there(30), marks: [] },
      { proposed: notThere, marks: [] },
    ]);
    expect(figures).toMatchObject({
      confirmed: { days: 1, minutes: 40, about: false, away: { work: 1, unexplained: 0 } },
      proposed: { days: 1, minutes: 30 },
    });
  });
});

describe('[ATT8] who is there today', () => {
  it('is said without minutes or reasons; a confirmed word holds', () => {
    const away = markOf(b, 1, { word: { there: false, absence: 'excused' } });
    const told = presentToday([a, b, c], {
      proposed: (who) => (who === c ? notThere : there(20)),
      marks: (who) => (who === b ? [away] : []),
    });
    expect([...told]).toEqual([
      [a, true],
      [b, false],
      [c, false],
    ]);
  });
});
