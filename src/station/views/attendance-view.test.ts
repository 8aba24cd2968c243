import { describe, expect, it } from 'vitest';
import type { Proposed } from '../../shared/contracts/lab-attendance.ts';
import type { PlacedMark } from '../../domain/attendance/standing-mark.ts';
import type { Actor, Role } from '../../domain/permissions.ts';
import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import { noTimeHere, noViewings } from '../../shared/contracts/documents/state.ts';
import type { TimeHere } from '../../shared/contracts/documents/state.ts';
import type { GroupScope } from '../../shared/contracts/group-scope.ts';
import { attendanceViewSchema } from '../../shared/contracts/ipc/attendance-view.ts';
import type { AttendanceAsk } from '../../shared/contracts/ipc/attendance-view.ts';
import {
  commandIdSchema,
  groupIdSchema,
  learnerIdSchema,
  staffIdSchema,
} from '../../shared/ids.ts';
import type { GroupId } from '../../shared/ids.ts';
import { recordedDays } from '../../domain/attendance/recorded-days.ts';
import { emptyLearnerState } from '../../domain/fold/fold-learner.ts';
import { AttendanceBook } from '../directory/attendance-book.ts';
import { TimetableTables } from '../directory/timetable-tables.ts';
import type { TimetableDocument } from '../directory/timetable-tables.ts';
import { summarize } from '../learners/learner-summary.ts';
import { attendanceView } from './attendance-view.ts';

const today = '2026-11-20';
const by = staffIdSchema.parse('of-aaaaaaaaaaaa');
const women = groupIdSchema.parse('gr-aaaaaaaa');
const men = groupIdSchema.parse('gr-bbbbbbbb');
const learnerAt = (at: number) => learnerIdSchema.parse(`ln-${String(at).padStart(12, '0')}`);

const groupDocument = (group: GroupId, scope: GroupScope) =>
  ({
    _id: `group:${group}`,
    type: 'group',
    v: 1,
    hubSeq: 1,
    group,
    name: { km: `ក្រុម ${group}` },
    symbol: 'fish',
    scope,
  }) as const;

function account(at: number, group: GroupId, over: Partial<LearnerAccount> = {}): LearnerAccount {
  return {
    learner: learnerAt(at),
    name: { km: `សុខ ${String(at).padStart(4, '0')}` },
    sex: null,
    birthYear: null,
    group,
    tile: { picture: 'fish', colour: 'river' },
    card: null,
    language: 'km',
    disabled: false,
    ...over,
  };
}

/** A lab: who is in it, the days of each, and what was said. */
function labOf(
  accounts: readonly LearnerAccount[],
  days: Readonly<Record<string, TimeHere['days']>> = {},
  marks: readonly PlacedMark[] = [],
  week: readonly TimetableDocument[] = [],
) {
  const timetable = new TimetableTables();
  for (const document of week) timetable.take(document);
  const attendance = new AttendanceBook();
  for (const mark of marks) attendance.add(mark);
  const summaries = accounts.map(({ learner }) => {
    const timeHere = { ...noTimeHere, days: days[learner] ?? {} };
    const summary = summarize(emptyLearnerState(learner));
    return [
      learner,
      { ...summary, recorded: recordedDays({ timeHere, viewings: noViewings }) },
    ] as const;
  });
  return {
    directory: {
      groups: new Map([
        [women, groupDocument(women, 'women')],
        [men, groupDocument(men, 'men')],
      ]),
      learners: new Map(accounts.map((each) => [each.learner, each])),
      staff: new Map(),
      attendance,
      timetable: timetable.now,
    },
    summaries: { all: new Map(summaries) },
    today,
    now: null,
  };
}

const actor = (
  role: Role,
  scopes: readonly GroupScope[],
  groups: readonly GroupId[] = [],
): Actor => ({
  person: by,
  role,
  scopes,
  groups,
});
const officer = actor('officer', ['men', 'women', 'minors']);
const ask = (over: Partial<AttendanceAsk> = {}): AttendanceAsk => ({
  group: women,
  day: null,
  everybody: false,
  month: null,
  ...over,
});
const look = (sources: Parameters<typeof attendanceView>[0], asked = ask(), who = officer) =>
  attendanceViewSchema.parse(attendanceView(sources, who, asked));

const proposed: Proposed = { there: true, minutes: 40, about: false };
const mark = (at: number, hubSeq: number, over: Partial<PlacedMark> = {}): PlacedMark => ({
  learner: learnerAt(at),
  group: women,
  day: today,
  word: { there: true, minutes: 40, about: false },
  proposed,
  by,
  on: today,
  why: null,
  command: commandIdSchema.parse(`cm-${String(hubSeq).padStart(16, '0')}`),
  hubSeq,
  ...over,
});
const fortyMinutes = [2_400_000, 0] as [number, 0];

describe('[ATT11] groups’ sheets', () => {
  it('are of today first, with what is proposed of each, by name', () => {
    const lab = labOf([account(2, women), account(1, women), account(3, men)], {
      [learnerAt(2)]: { [today]: fortyMinutes },
    });
    const { sheet, groups } = look(lab);
    expect(sheet).toMatchObject({
      day: today,
      days: [{ day: today, lines: 2, waiting: 2, differing: 0, toCome: false }],
      lines: [
        { learner: learnerAt(1), proposed: { there: false }, said: [] },
        { learner: learnerAt(2), proposed, said: [] },
      ],
    });
    // Today still goes on.
    expect(groups.find(({ group }) => group === women)?.waiting).toBe(0);
  });

  it('count earlier days that wait, and tell those that differ and those that a wrong clock made', () => {
    const lab = labOf(
      [account(1, women), account(2, women)],
      {
        [learnerAt(1)]: {
          '2026-11-18': fortyMinutes,
          '2026-11-19': [6_000_000, 0],
          '2026-08-01': fortyMinutes,
          '2031-01-01': fortyMinutes,
        },
      },
      [
        mark(1, 1, { day: '2026-11-19' }),
        mark(2, 2, { day: '2026-11-19', proposed: { there: false, minutes: 0, about: false } }),
      ],
    );
    const { sheet, groups } = look(lab);
    expect(sheet?.days).toMatchObject([
      { day: '2031-01-01', toCome: true },
      { day: today, lines: 0 },
      { day: '2026-11-19', lines: 2, waiting: 0, differing: 1 },
      { day: '2026-11-18', lines: 2, waiting: 2 },
    ]);
    expect(groups.find(({ group }) => group === women)?.waiting).toBe(1);
    expect(look(lab, ask({ day: '2026-11-17' })).sheet?.lines).toEqual([]);
    expect(look(lab, ask({ day: '2026-11-17', everybody: true })).sheet?.lines).toHaveLength(2);
  });

  it('[ATT5] tell every word of a line, the one that holds last, and by whom', () => {
    const away = { there: false, absence: 'work' } as const;
    const said = [mark(1, 2, { word: away, why: 'wrongly-marked' }), mark(1, 1)];
    const { sheet } = look(labOf([account(1, women)], {}, said));
    expect(sheet?.lines[0]?.said).toMatchObject([
      { word: { there: true }, why: null, by, byName: null },
      { word: away, why: 'wrongly-marked' },
    ]);
  });

  it('[PRM5] are of the groups within reach: scopes, and an instructor’s own', () => {
    const lab = labOf([account(1, women), account(2, men)]);
    const seen = (who: Actor) => look(lab, ask(), who).groups.map(({ group }) => group);
    expect(seen(officer)).toEqual([women, men]);
    expect(seen(actor('officer', ['men']))).toEqual([men]);
    expect(seen(actor('instructor', ['men', 'women'], [women]))).toEqual([women]);
    for (const role of ['technician', 'programme'] as const) {
      expect(seen(actor(role, ['men', 'women']))).toEqual([]);
    }
    // What is asked for out of reach is not told.
    expect(look(lab, ask(), actor('officer', ['men'])).sheet?.group).toBe(men);
  });

  it('[ATT7] sum a month up, confirmed and proposed apart', () => {
    const lab = labOf(
      [account(1, women), account(2, women)],
      { [learnerAt(1)]: { '2026-11-18': fortyMinutes, '2026-11-19': fortyMinutes } },
      [mark(1, 1, { day: '2026-11-19' })],
    );
    expect(look(lab, ask({ month: '2026-11' })).month?.rows).toMatchObject([
      {
        learner: learnerAt(1),
        figures: { confirmed: { days: 1, minutes: 40 }, proposed: { days: 1, minutes: 40 } },
      },
      { learner: learnerAt(2), figures: { confirmed: { days: 0 }, proposed: { days: 0 } } },
    ]);
  });

  describe('[TTB12] where there is a timetable', () => {
    /** Friday is {@link today}; 8:00 to 10:00. */
    type Slot = Extract<TimetableDocument, { type: 'slot' }>;
    const slot = (over: Partial<Slot> = {}): Slot => ({
      _id: 'slot:cm-0000000000000001',
      type: 'slot',
      v: 1,
      hubSeq: 1,
      slot: commandIdSchema.parse('cm-0000000000000001'),
      by,
      plan: { weekday: 5, begins: 480, ends: 600, scope: 'women', groups: [women] },
      ...over,
    });
    const accounts = [account(1, women), account(2, women), account(3, men)];
    const cameOn = (...days: string[]) => ({
      [learnerAt(3)]: Object.fromEntries(days.map((day) => [day, fortyMinutes])),
    });
    const daysIn = (lab: Parameters<typeof look>[0]) =>
      look(lab).sheet?.days.map(({ day, lines }) => [day, lines]);

    it('[ATT4] propose who of the day’s slots did not come as absent, though nobody of the group came', () => {
      const lab = labOf(accounts, cameOn('2026-11-13', '2026-11-19', today), [], [slot()]);
      expect(daysIn(lab)).toEqual([
        [today, 2],
        ['2026-11-13', 2],
      ]);
      const { sheet, groups } = look(lab, ask({ day: '2026-11-13' }));
      expect(sheet?.lines).toMatchObject([
        { learner: learnerAt(1), proposed: { there: false }, said: [] },
        { learner: learnerAt(2), proposed: { there: false }, said: [] },
      ]);
      expect(groups.find(({ group }) => group === women)?.waiting).toBe(1);
      // Of the men nothing is planned: who came is waited for with all of theirs.
      expect(groups.find(({ group }) => group === men)?.waiting).toBe(2);
    });

    it('wait for nobody on a closed day, before a slot has begun, and before there was any', () => {
      const cameBoth = cameOn('2026-11-13', today);
      const closed = {
        _id: 'closed-day:2026-11-13',
        type: 'closed-day',
        v: 1,
        hubSeq: 2,
        date: '2026-11-13',
        closed: true,
      } as const;
      const lab = labOf(accounts, cameBoth, [], [slot(), closed]);
      expect(daysIn(lab)).toEqual([[today, 2]]);
      const before = { ...lab, now: { date: today, minute: 479, sure: true } };
      expect(daysIn(before)).toEqual([[today, 0]]);
      // Of a time that is not sure nothing is concluded.
      const unsure = { ...lab, now: { date: today, minute: 479, sure: false } };
      expect(daysIn(unsure)).toEqual([[today, 2]]);
      const newer = slot({ earlier: [{ before: '2026-11-16', was: null }] });
      expect(daysIn(labOf(accounts, cameBoth, [], [newer]))).toEqual([[today, 2]]);
    });
  });

  it('[ATT12] count a day that was confirmed wrong as the right one, words and records', () => {
    const wrong = '2027-11-20';
    const lab = labOf(
      [account(1, women), account(2, women)],
      { [learnerAt(1)]: { [wrong]: fortyMinutes }, [learnerAt(2)]: { [wrong]: fortyMinutes } },
      [mark(1, 5, { day: wrong })],
    );
    expect(look(lab).sheet?.days).toMatchObject([{ day: wrong, toCome: true }, { day: today }]);
    lab.directory.attendance.move({ from: wrong, to: today, hubSeq: 9 });
    expect(look(lab).sheet).toMatchObject({
      days: [{ day: today, lines: 2, waiting: 1, differing: 0, toCome: false }],
      lines: [
        { learner: learnerAt(1), proposed, said: [{ word: { there: true, minutes: 40 } }] },
        { learner: learnerAt(2), proposed, said: [] },
      ],
    });
    // Once that day has come itself, what is said of it is its own.
    const later = mark(2, 12, { day: wrong });
    lab.directory.attendance.add(later);
    expect(look(lab, ask({ day: wrong })).sheet?.lines).toMatchObject([{ learner: learnerAt(2) }]);
    lab.directory.attendance.takeBack({ from: wrong });
    expect(look(lab, ask({ day: wrong })).sheet?.lines).toHaveLength(2);
  });

  it('say that the date is not known, and that there is no group', () => {
    expect(look({ ...labOf([account(1, women)]), today: null })).toMatchObject({ sheet: null });
    const nobody = look(labOf([]), ask(), actor('officer', []));
    expect(nobody).toMatchObject({ groups: [], sheet: null });
  });

  it('are made of 5,000 learners, each on the sheet of their group alone', () => {
    const accounts = Array.from({ length: 5000 }, (_, at) =>
      account(at, at % 10 === 0 ? women : men),
    );
    const days = Object.fromEntries(
      accounts.map(({ learner }) => [
        learner,
        { [today]: fortyMinutes, '2026-11-19': fortyMinutes },
      ]),
    );
    const { sheet, groups } = look(labOf(accounts, days));
    expect(sheet?.lines).toHaveLength(500);
    expect(groups.map(({ waiting }) => waiting)).toEqual([1, 1]);
  });
});
