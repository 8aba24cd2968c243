import { describe, expect, it } from 'vitest';
import { groupIdSchema } from '../../../shared/ids.ts';
import { learnerRow } from '../../../../tests/factories/supervisor-views.ts';
import { createFinder } from './find-learners.ts';
import { groupsOf } from './learner-groups.ts';

const rows = [
  learnerRow({ at: 1, name: { km: 'សុខ ដារ៉ា', en: 'Sok Dara' } }),
  learnerRow({ at: 2, name: { km: 'គង់ រិទ្ធី', en: 'Kong Rithy' }, group: 'gr-00000002' }),
  learnerRow({ at: 3, name: { km: 'អ៊ុក ស្រីមុំ', en: 'Ouk Sreymom' }, group: 'gr-00000002' }),
  learnerRow({ at: 4, name: { km: 'ចាន់ ឧត្តម' } }),
  learnerRow({ at: 5, name: { km: 'សុខ ២', en: 'René Sok' } }),
];

const found = (typed: string, group: string | null = null) =>
  createFinder()(rows, {
    typed,
    group: group === null ? null : groupIdSchema.parse(group),
    closed: false,
    without: false,
  }).map(({ learner }) => learner.name.km);

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

  it('looks in one group when one is chosen', () => {
    expect(found('', 'gr-00000002')).toEqual(['គង់ រិទ្ធី', 'អ៊ុក ស្រីមុំ']);
    expect(found('sok', 'gr-00000002')).toEqual([]);
  });

  it('finds a name by what it is now, after it changed', () => {
    const find = createFinder();
    const asked = { typed: 'dara', group: null, closed: false, without: false };
    expect(find([learnerRow({ name: { km: 'សុខ', en: 'Sok Dara' } })], asked)).toHaveLength(1);
    expect(find([learnerRow({ name: { km: 'សុខ', en: 'Sok Vanna' } })], asked)).toHaveLength(0);
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
    const wanted = { typed: 'sok', group: null, without: false };
    const count = (closed: boolean) => find(both, { ...wanted, closed }).length;
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
    const wanted = { typed: '', group: null, closed: false, without: true };
    expect(createFinder()(all, wanted).map(({ signIn }) => signIn)).toEqual(['none', 'number']);
  });
});
