import { describe, expect, it } from 'vitest';
import { recordedDays } from '../../domain/attendance/recorded-days.ts';
import { emptyLearnerState } from '../../domain/fold/fold-learner.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import { noTimeHere, noViewings } from '../../shared/contracts/documents/state.ts';
import { groupScopes } from '../../shared/contracts/group-scope.ts';
import type { GroupScope } from '../../shared/contracts/group-scope.ts';
import { wrongDayViewSchema } from '../../shared/contracts/ipc/attendance-view.ts';
import {
  commandIdSchema,
  groupIdSchema,
  learnerIdSchema,
  staffIdSchema,
} from '../../shared/ids.ts';
import { AttendanceBook } from '../directory/attendance-book.ts';
import { summarize } from '../learners/learner-summary.ts';
import { wrongDayView } from './wrong-day-view.ts';

const today = '2026-11-23';
const near = '2026-11-20';
const right = '2026-11-19';
const by = staffIdSchema.parse('of-aaaaaaaaaaaa');
const women = groupIdSchema.parse('gr-aaaaaaaa');
const men = groupIdSchema.parse('gr-bbbbbbbb');
const learnerAt = (at: number) => learnerIdSchema.parse(`ln-${String(at).padStart(12, '0')}`);
const there = { there: true, minutes: 40, about: false } as const;

/** Of learner 1, 2, …: the days on which something is recorded, and those that were confirmed. */
type People = readonly (readonly [recorded: readonly string[], confirmed: readonly string[]])[];

function labOf(people: People) {
  const attendance = new AttendanceBook();
  const learners = people.map(([recorded, confirmed], at) => {
    const learner = learnerAt(at + 1);
    const group = at % 2 === 0 ? women : men;
    for (const day of confirmed) {
      const number = `${String(at)}${day.replaceAll('-', '')}`;
      const command = commandIdSchema.parse(`cm-${number.padStart(16, '0')}`);
      const said = { learner, group, day, word: there, proposed: there, by, on: day, why: null };
      attendance.add({ ...said, command, hubSeq: 10 });
    }
    const days = Object.fromEntries(recorded.map((day) => [day, [2_400_000, 0] as [number, 0]]));
    const account: LearnerAccount = {
      learner,
      name: { km: 'សុខ' },
      sex: null,
      birthYear: null,
      group,
      tile: { picture: 'fish', colour: 'river' },
      card: null,
      language: 'km',
      disabled: false,
    };
    const timeHere = { ...noTimeHere, days };
    const summary = {
      ...summarize(emptyLearnerState(learner)),
      recorded: recordedDays({ timeHere, viewings: noViewings }),
    };
    return { account, summary };
  });
  const group = (id: typeof women, scope: GroupScope) =>
    ({
      _id: `group:${id}`,
      type: 'group',
      v: 1,
      hubSeq: 1,
      group: id,
      name: { km: id },
      symbol: 'fish',
      scope,
    }) as const;
  return {
    directory: {
      attendance,
      groups: new Map([
        [women, group(women, 'women')],
        [men, group(men, 'men')],
      ]),
      learners: new Map(learners.map(({ account }) => [account.learner, account])),
    },
    summaries: { all: new Map(learners.map((each) => [each.account.learner, each.summary])) },
    today,
  };
}

const officer = (scopes: readonly GroupScope[] = groupScopes): Actor => ({
  person: by,
  role: 'officer',
  scopes,
  groups: [],
});

describe('[ATT12] what moving a near day comes to', () => {
  const lab = labOf([
    [[near], [near]],
    [[near], []],
    [
      [near, right],
      [near, right],
    ],
    [[right], [right]],
    [[near, right], []],
  ]);
  const told = (from: string, to: string, actor = officer()) =>
    wrongDayViewSchema.parse(wrongDayView(lab, actor, { from, to }));
  const none = { confirmed: 0, recorded: 0, adding: 0, clashing: 0 };

  it('is told by group: who moves, and who meets something on the right day', () => {
    expect(told(near, right)).toEqual({
      confirmed: 2,
      recorded: 2,
      adding: 2,
      clashing: 1,
      groups: [
        { group: women, name: { km: women }, confirmed: 2, recorded: 1, adding: 2, clashing: 1 },
        { group: men, name: { km: men }, ...none, recorded: 1 },
      ],
      refused: null,
      near: true,
      countsAs: null,
    });
    expect(told(near, right, officer(['men'])).groups.map(({ group }) => group)).toEqual([men]);
    expect(told(near, '2026-11-18')).toMatchObject({ adding: 0, clashing: 0 });
  });

  it('is refused for today, and a right day on which no sheet can be', () => {
    expect(told(today, right)).toMatchObject({ refused: 'today' });
    expect(told(near, '2026-11-24')).toMatchObject({ refused: 'to' });
    expect(told('2027-11-23', right)).toMatchObject({ refused: null, near: false, ...none });
  });

  it('is told of a day that was moved before, which may go back', () => {
    const moved = labOf([[[near], [near]]]);
    moved.directory.attendance.move({ from: near, to: right, hubSeq: 20, on: today });
    const asked = (to: string) => wrongDayView(moved, officer(), { from: near, to });
    expect(asked(right)).toMatchObject({ refused: 'same', countsAs: right });
    const back = { refused: null, countsAs: right, confirmed: 1, adding: 0, clashing: 0 };
    expect(asked(near)).toMatchObject(back);
    expect(asked('2026-11-18')).toMatchObject(back);
  });
});
