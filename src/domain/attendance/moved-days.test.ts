import { describe, expect, it } from 'vitest';
import { noTimeHere, noViewings } from '../../shared/contracts/documents/state.ts';
import type { TimeHere } from '../../shared/contracts/documents/state.ts';
import { countedDay, countedRecords, daysOfWords, whyNotMoved } from './moved-days.ts';
import { daysOf, proposedOn, recordedDays } from './recorded-days.ts';

const today = '2026-11-23';
const wrong = '2027-11-23';
const moved = new Map([[wrong, { from: wrong, to: today, hubSeq: 50 }]]);

describe('[ATT12] a lab day that was wrong', () => {
  it('is moved where no sheet can be of it, to one of the last 62 days', () => {
    expect(whyNotMoved(wrong, today, today)).toBeNull();
    expect(whyNotMoved('2026-11-24', '2026-09-22', today)).toBeNull();
    expect(whyNotMoved('2025-11-23', today, today)).toBeNull();
    expect(whyNotMoved('2026-11-22', today, today)).toBe('near');
    expect(whyNotMoved(wrong, '2026-11-24', today)).toBe('to');
    expect(whyNotMoved(wrong, '2026-09-21', today)).toBe('to');
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
});
