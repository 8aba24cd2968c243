import { describe, expect, it } from 'vitest';
import type { AttendanceLineView } from '../../../shared/contracts/ipc/attendance-view.ts';
import { learnerIdSchema, staffIdSchema } from '../../../shared/ids.ts';
import { isByHand, linesToConfirm, minutesIn, turned, wordShown } from './edited-lines.ts';
import type { EditedLines } from './edited-lines.ts';

const learner = learnerIdSchema.parse('ln-aaaaaaaaaaaa');
const there = { there: true, minutes: 40, about: true } as const;
const line: AttendanceLineView = {
  learner,
  name: { km: 'សុខា' },
  tile: { picture: 'fish', colour: 'river' },
  proposed: there,
  said: [],
  differs: false,
};
const none: EditedLines = new Map();
const away = { there: false, absence: 'work' } as const;
const confirmed: AttendanceLineView = {
  ...line,
  said: [
    {
      word: away,
      proposed: there,
      by: staffIdSchema.parse('of-aaaaaaaaaaaa'),
      byName: null,
      on: '2026-11-20',
      why: null,
    },
  ],
};

describe('[ATT2] a sheet before it is confirmed', () => {
  it('shows what is proposed, then what was changed by hand; what was said holds over both', () => {
    expect(wordShown(line, none)).toEqual(there);
    const edited: EditedLines = new Map([[learner, away]]);
    expect(wordShown(line, edited)).toEqual(away);
    expect([isByHand(line, none), isByHand(line, edited)]).toEqual([false, true]);
    expect(wordShown(confirmed, new Map([[learner, there]]))).toEqual(away);
    expect(isByHand(confirmed, edited)).toBe(false);
  });

  it('has those confirmed who were not, with what was proposed of them', () => {
    const other = { ...line, learner: learnerIdSchema.parse('ln-bbbbbbbbbbbb') };
    const edited: EditedLines = new Map([[other.learner, away]]);
    expect(linesToConfirm([confirmed, other], edited)).toEqual([
      { learner: other.learner, word: away, proposed: there },
    ]);
  });

  it('turns a line round, and back to the minutes that are proposed', () => {
    const absent = turned(line, none);
    expect(absent).toEqual({ there: false, absence: 'unexplained' });
    expect(turned(line, new Map([[learner, absent]]))).toEqual(there);
  });

  it('reads minutes in either digits, up to a day’s', () => {
    expect(['៤៥', ' 45 ', '', '1440', '1441', '-1', '4.5', 'x'].map(minutesIn)).toEqual([
      45,
      45,
      0,
      1440,
      null,
      null,
      null,
      null,
    ]);
  });
});
