import { describe, expect, it } from 'vitest';
import { noTimeHere, noViewings } from '../../shared/contracts/documents/state.ts';
import type { TimeHere } from '../../shared/contracts/documents/state.ts';
import { learnerIdSchema } from '../../shared/ids.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { countedDay, countedRecords, daysOfWords, whyNotMoved, wordsMoving } from './moved-days.ts';
import type { MovedDays } from './moved-days.ts';
import { daysOf, proposedOn, recordedDays } from './recorded-days.ts';

const today = '2026-11-23';
const wrong = '2027-11-23';
const noneMoved: MovedDays = new Map();
const moved: MovedDays = new Map([[wrong, { from: wrong, to: today, hubSeq: 50 }]]);

describe('[ATT12] a lab day that was wrong', () => {
  it('is moved to one of the last 62 days, from any but today, and back', () => {
    const why = (from: string, to: string, known = noneMoved) =>
      whyNotMoved({ from, to }, today, known);
    expect(why(wrong, today)).toBeNull();
    expect(why('2026-11-24', '2026-09-22')).toBeNull();
    expect(why('2025-11-23', today)).toBeNull();
    expect(why('2026-11-22', today)).toBeNull();
    expect(why('2026-11-20', '2026-11-22')).toBeNull();
    expect(why(today, '2026-11-22')).toBe('today');
    expect(why(wrong, '2026-11-24')).toBe('to');
    expect(why(wrong, '2026-09-21')).toBe('to');
    expect(why(wrong, wrong)).toBe('same');
    expect(why(wrong, today, moved)).toBe('same');
    expect(why(wrong, wrong, moved)).toBeNull();
    expect(why(wrong, '2026-11-22', moved)).toBeNull();
  });

  it('tells whose words would move, and who would have words of two days on the right one', () => {
    const [both, later, one, other] = ['1', '2', '3', '4'].map((at) =>
      learnerIdSchema.parse(`ln-${at.padStart(12, '0')}`),
    ) as [LearnerId, LearnerId, LearnerId, LearnerId];
    const said: Readonly<Record<string, readonly { learner: LearnerId; hubSeq: number }[]>> = {
      // `later` was here once more as the day came itself, after what was said by mistake was moved.
      [wrong]: [
        { learner: both, hubSeq: 40 },
        { learner: later, hubSeq: 41 },
        { learner: later, hubSeq: 60 },
        { learner: one, hubSeq: 42 },
      ],
      '2026-11-22': [
        { learner: both, hubSeq: 10 },
        { learner: other, hubSeq: 11 },
      ],
    };
    const of = (to: string, known: MovedDays) => {
      const { moving, clashing } = wordsMoving((day) => said[day] ?? [], known, {
        from: wrong,
        to,
      });
      return { moving: [...moving], clashing: [...clashing].toSorted() };
    };
    const all = [both, later, one];
    expect(of('2026-11-22', noneMoved)).toEqual({ moving: all, clashing: [both] });
    expect(of('2026-11-22', moved)).toEqual({ moving: all, clashing: [both, later] });
    expect(of('2026-11-21', noneMoved)).toEqual({ moving: all, clashing: [] });
    expect(of(wrong, moved)).toEqual({ moving: all, clashing: [later] });
  });

  it('has its words on the right day; those said later, once it has come, are its own', () => {
    expect(countedDay({ day: wrong, hubSeq: 49 }, moved)).toBe(today);
    expect(countedDay({ day: wrong, hubSeq: 51 }, moved)).toBe(wrong);
    expect(countedDay({ day: today, hubSeq: 1 }, moved)).toBe(today);
    expect(daysOfWords(today, moved)).toEqual([today, wrong]);
    expect(daysOfWords(wrong, moved)).toEqual([wrong]);
  });

  it('has its records on the right day until it comes itself', () => {
    const ms = (minutes: number) => minutes * 60_000;
    const days: TimeHere['days'] = {
      '2026-11-20': [ms(10), 0],
      [today]: [ms(20), 0],
      [wrong]: [ms(30), 1],
    };
    const timeHere = { ...noTimeHere, days };
    const recorded = recordedDays({ timeHere, viewings: noViewings });
    const counted = (now: string | null) => {
      const all = countedRecords(recorded, moved, now);
      return [...daysOf(all)].map((day) => [day, proposedOn(all, day)]);
    };
    const there = (minutes: number, about = false) => ({ there: true, minutes, about });
    const right = [
      ['2026-11-20', there(10)],
      [today, there(50, true)],
    ];
    expect(counted(today)).toEqual(right);
    expect(counted('2027-11-22')).toEqual(right);
    const asRecorded = [
      ['2026-11-20', there(10)],
      [today, there(20)],
      [wrong, there(30, true)],
    ];
    expect(counted(wrong)).toEqual(asRecorded);
    expect(counted(null)).toEqual(asRecorded);
  });

  it('that was over as it was moved has its records there for good, and back where it is taken back', () => {
    const ms = (minutes: number) => minutes * 60_000;
    const days: TimeHere['days'] = { '2026-11-20': [ms(10), 0], '2026-11-21': [ms(20), 0] };
    const recorded = recordedDays({
      timeHere: { ...noTimeHere, days },
      viewings: noViewings,
    });
    const near = { from: '2026-11-21', hubSeq: 70, on: today };
    const counted = (to: string, now: string) => {
      const all = countedRecords(recorded, new Map([[near.from, { ...near, to }]]), now);
      return [...daysOf(all)].map((day) => [day, proposedOn(all, day).minutes]);
    };
    for (const now of [today, '2027-01-31', '2001-01-01']) {
      expect(counted('2026-11-20', now)).toEqual([['2026-11-20', 30]]);
    }
    expect(counted('2026-11-21', today)).toEqual([
      ['2026-11-20', 10],
      ['2026-11-21', 20],
    ]);
  });
});
