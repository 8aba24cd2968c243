import { describe, expect, it } from 'vitest';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { courseIdSchema, groupIdSchema } from '../../../shared/ids.ts';
import { learnerRow } from '../../../../tests/factories/supervisor-views.ts';
import { createFinder, everybody } from './find-learners.ts';
import type { Wanted } from './find-learners.ts';
import { groupsOf } from './learner-groups.ts';

const rows = [
  learnerRow({ at: 1, name: { km: 'សុខ ដារ៉ា', en: 'Sok Dara' } }),
  learnerRow({ at: 2, name: { km: 'គង់ រិទ្ធី', en: 'Kong Rithy' }, group: 'gr-00000002' }),
  learnerRow({ at: 3, name: { km: 'អ៊ុក ស្រីមុំ', en: 'Ouk Sreymom' }, group: 'gr-00000002' }),
  learnerRow({ at: 4, name: { km: 'ចាន់ ឧត្តម' } }),
  learnerRow({ at: 5, name: { km: 'សុខ ២', en: 'René Sok' } }),
];

const ground = { courses: [], today: null };
const found = (typed: string, group: string | null = null) =>
  createFinder()(
    rows,
    { ...everybody, typed, group: group === null ? null : groupIdSchema.parse(group) },
    ground,
  ).map(({ learner }) => learner.name.km);

describe('finding a learner by name [SUP7]', () => {
  it('finds everybody when nothing is typed', () => {
    expect(found('')).toHaveLength(5);
    expect(found('  ')).toHaveLength(5);
  });

  it('finds a part of a name in either script', () => {
    expect(found('ស្រី')).toEqual(['អ៊ុក ស្រីមុំ']);
    expect(found('rith')).toEqual(['គង់ រិទ្ធី']);
  });

  it('asks for every word, in any order', () => {
    expect(found('dara sok')).toEqual(['សុខ ដារ៉ា']);
    expect(found('sok kong')).toEqual([]);
  });

  it('doesn’t mind case, accents, spaces or signs that can’t be seen', () => {
    expect(found('SOK D')).toEqual(['សុខ ដារ៉ា']);
    expect(found('rene')).toEqual(['សុខ ២']);
    expect(found('sokdara')).toEqual(['សុខ ដារ៉ា']);
    expect(found('សុខដារ៉ា')).toEqual(['សុខ ដារ៉ា']);
    expect(found('ស្រី\u200bមុំ')).toEqual(['អ៊ុក ស្រីមុំ']);
  });

  it('takes ្ដ for ្ត, which is drawn the same, and 2 for ២', () => {
    expect(found('ឧត្ដម')).toEqual(['ចាន់ ឧត្តម']);
    expect(found('សុខ 2')).toEqual(['សុខ ២']);
  });

  it('takes ឲ for ឱ, and ឭ for លឹ, which spell the same words [KHM12]', () => {
    const people = [learnerRow({ at: 6, name: { km: 'សឱ រំលឹក' } })];
    const find = (typed: string) => createFinder()(people, { ...everybody, typed }, ground);
    expect(find('សឲ')).toHaveLength(1);
    expect(find('រំឭក')).toHaveLength(1);
    expect(find('ឮ')).toHaveLength(0);
  });

  it('looks in one group when one is chosen', () => {
    expect(found('', 'gr-00000002')).toEqual(['គង់ រិទ្ធី', 'អ៊ុក ស្រីមុំ']);
    expect(found('sok', 'gr-00000002')).toEqual([]);
  });

  it('finds a name by what it is now, after it changed', () => {
    const find = createFinder();
    const asked = { ...everybody, typed: 'dara' };
    expect(find([learnerRow({ name: { km: 'សុខ', en: 'Sok Dara' } })], asked, ground)).toHaveLength(
      1,
    );
    expect(find([learnerRow({ name: { km: 'សុខ', en: 'Sok Vanna' } })], asked, ground)).toHaveLength(
      0,
    );
  });
});

describe('the groups of a list', () => {
  it('are counted in the list’s order', () => {
    expect(groupsOf(rows, false).map(({ group, count }) => [group, count])).toEqual([
      ['gr-00000001', 3],
      ['gr-00000002', 2],
    ]);
  });

  it('[PPL3] finds closed accounts apart from the others', () => {
    const both = rows.map((row, at) => ({ ...row, disabled: at === 0 }));
    const find = createFinder();
    const wanted = { ...everybody, typed: 'sok' };
    const count = (closed: boolean) => find(both, { ...wanted, closed }, ground).length;
    expect([count(true), count(false)]).toEqual([1, 1]);
    expect(groupsOf(both, true).map(({ count: many }) => many)).toEqual([1]);
  });

  it('[SGN13] finds those who can’t sign in by themselves yet, of open accounts', () => {
    const states = ['none', 'number', 'own', 'none'] as const;
    const all = states.map((signIn, at) => ({
      ...learnerRow({ at: at + 1 }),
      signIn,
      disabled: at === 3,
    }));
    const wanted = { ...everybody, without: true };
    expect(createFinder()(all, wanted, ground).map(({ signIn }) => signIn)).toEqual([
      'none',
      'number',
    ]);
  });
});

describe('[LST1] the filters of the list', () => {
  const course = courseIdSchema.parse('org.rean.numbers');
  const chosen = courseIdSchema.parse('org.rean.sewing');
  const courses = [
    { course, title: { km: 'លេខ' }, byOfficer: false, lessons: [] },
    { course: chosen, title: { km: 'ដេរ' }, byOfficer: true, lessons: [] },
  ];
  const row = (at: number, over: Partial<LearnerRow>) => ({ ...learnerRow({ at }), ...over });
  const all = [
    row(1, { into: [chosen], lastDay: '2026-11-23' }),
    row(2, { outOf: [course], lastDay: '2026-11-16', needsHelp: true }),
    row(3, { scope: 'women' }),
  ];
  const at = (wanted: Partial<Wanted>, today: string | null = '2026-11-23') =>
    createFinder()(all, { ...everybody, ...wanted }, { courses, today }).map(({ learner }) =>
      Number(learner.learner.slice(-2)),
    );

  it('finds who takes a course: put into it, or not taken out of one that is open', () => {
    expect(at({ course: chosen })).toEqual([1]);
    expect(at({ course })).toEqual([1, 3]);
    expect(at({ course: 'none' })).toEqual([2, 3]);
  });

  it('finds who was not here for so many days, who never was among them', () => {
    expect(at({ away: 7 })).toEqual([2, 3]);
    expect(at({ away: 14 })).toEqual([3]);
    expect(at({ away: 7 }, null)).toEqual([1, 2, 3]);
  });

  it('finds who needs help, and who is of a scope', () => {
    expect(at({ help: true })).toEqual([2]);
    expect(at({ scope: 'women' })).toEqual([3]);
    expect(at({ scope: 'women', help: true })).toEqual([]);
  });
});
