import { describe, expect, it } from 'vitest';
import type { GroupScope } from '../../shared/contracts/documents/directory.ts';
import { groupIdSchema, learnerIdSchema } from '../../shared/ids.ts';
import { nameForm } from '../name-form.ts';
import { previewImport } from './preview-import.ts';
import type { ImportGround } from './preview-import.ts';

const groupOf = (id: string, km: string, scope: GroupScope, en?: string) => ({
  group: groupIdSchema.parse(id),
  name: en === undefined ? { km } : { km, en },
  scope,
});
const morning = groupOf('gr-aaaaaaaa', 'ក្រុមព្រឹក', 'men', 'Morning');
const women = groupOf('gr-bbbbbbbb', 'ក្រុមនារី', 'women');
const dara = {
  learner: learnerIdSchema.parse('ln-aaaaaaaaaaaa'),
  name: { km: 'សុខ ដារ៉ា', en: 'Sok Dara' },
  sex: 'male',
  birthYear: 1990,
  group: morning.group,
  language: 'km',
} as const;
const ground: ImportGround = {
  learners: [dara],
  groups: [morning, women],
  year: 2026,
  formOf: nameForm,
};
const heads = ['ឈ្មោះ', 'Latin name', 'ភេទ', 'ឆ្នាំកំណើត', 'ក្រុម', 'ភាសា', 'បន្ទប់'];

const preview = (rows: readonly (readonly string[])[], over: Partial<ImportGround> = {}) =>
  previewImport(
    [heads, ...rows].map((cells, at) => ({ number: at + 1, cells })),
    { ...ground, ...over },
  );
const outcomes = (rows: readonly (readonly string[])[], over: Partial<ImportGround> = {}) =>
  preview(rows, over).rows.map(({ outcome }) => outcome);
const problemsOf = (row: readonly string[], over: Partial<ImportGround> = {}) =>
  preview([row], over).rows.flatMap((each) =>
    each.outcome === 'bad' ? each.problems.map(({ field, problem }) => `${field} ${problem}`) : [],
  );

describe('[IMP1] a list of learners, before anything is done', () => {
  it('says of each row, by its number, whether it is new, changed or the same', () => {
    const { rows, columns } = preview([
      ['ចាន់ ថ្មី', '', 'ប', '២៥៣៣', 'morning', ''],
      ['សុខ ដារ៉ា', '', 'male', '1990', 'ក្រុមព្រឹក', 'ខ្មែរ'],
      ['សុខ ដារ៉ា', 'Sok Dara', 'M', '1990.0', 'ក្រុមនារី', 'en'],
    ]);
    expect(columns.ignored).toEqual(['បន្ទប់']);
    expect(rows[0]).toMatchObject({
      number: 2,
      outcome: 'new',
      misfit: false,
      details: { name: { km: 'ចាន់ ថ្មី' }, sex: 'male', birthYear: 1990, group: morning.group },
    });
    expect(rows[1]).toMatchObject({ number: 3, outcome: 'same' });
    expect(rows[2]).toMatchObject({ number: 4, outcome: 'doubtful' });
    expect(preview([['SOK DARA', '', 'm', '១៩៩០', 'ក្រុមនារី', '']]).rows[0]).toMatchObject({
      outcome: 'changed',
      learner: dara.learner,
      misfit: true,
    });
  });

  it('takes a row that was there already for the same, and a namesake for doubtful', () => {
    const row = ['ចាន់ ថ្មី', '', 'm', '1990', 'Morning', ''];
    expect(outcomes([row, row])).toEqual(['new', 'same']);
    expect(outcomes([row, [...row.slice(0, 3), '1971', 'Morning']])).toEqual(['new', 'doubtful']);
    expect(outcomes([['សុខ ដារ៉ា', '', 'm', '1971', 'Morning']])).toEqual(['doubtful']);
    const unknown = { learners: [{ ...dara, birthYear: null }] };
    expect(outcomes([['សុខ ដារ៉ា', '', 'm', '1971', 'Morning']], unknown)).toEqual(['changed']);
  });

  it('[IMP3] keeps the language and year of who is here, where a list does not say them', () => {
    const learners = [{ ...dara, language: 'en' as const }];
    const rows = (table: readonly (readonly string[])[]) =>
      previewImport(
        table.map((cells, at) => ({ number: at + 1, cells })),
        { ...ground, learners },
      ).rows;
    const narrow = ['ឈ្មោះ', 'ភេទ', 'ក្រុម'];
    const kept = { birthYear: 1990, language: 'en' };
    expect(rows([narrow, ['សុខ ដារ៉ា', 'm', 'Morning'], ['ចាន់ ថ្មី', 'm', 'Morning']])).toMatchObject([
      { outcome: 'same', details: kept },
      { outcome: 'new', details: { birthYear: null, language: 'km' } },
    ]);
    const changed = { outcome: 'changed', details: { ...kept, group: women.group } };
    expect(rows([narrow, ['សុខ ដារ៉ា', 'm', 'ក្រុមនារី']])).toMatchObject([changed]);
    const empty = ['សុខ ដារ៉ា', '', 'm', '', 'ក្រុមនារី', ''];
    expect(rows([heads, empty])).toMatchObject([changed]);
  });

  it('finds somebody under a name that looks the same', () => {
    for (const name of ['សុខ\u200bដារ៉ា', ' សុខ  ដារ៉ា ', 'sok dàra', 'Sok\u00a0Dara']) {
      expect(outcomes([[name, '', 'm', '1990', 'ក្រុមនារី']])).not.toContain('new');
    }
  });

  it('says in which cells a row is bad, and why', () => {
    const good = ['ចាន់', '', 'm', '1990', 'Morning', ''];
    const bad = (at: number, cell: string) => problemsOf(good.with(at, cell));
    expect(problemsOf(good)).toEqual([]);
    expect(bad(0, '')).toEqual(['name missing']);
    expect(bad(0, 'ក'.repeat(101))).toEqual(['name too-long']);
    const names = ['=1+1', '+855', '@x', '-ក', '12', 'Sоk', 'Σοκ', 'ក\u202eខ', 'a<b', 'ក\u0007'];
    expect(names.filter((name) => bad(0, name).join() !== 'name not-a-name')).toEqual([]);
    expect(bad(0, 'Jean-Paul O’Neil')).toEqual([]);
    expect(bad(1, '1')).toEqual(['latin not-a-name']);
    expect(bad(2, '')).toEqual(['sex missing']);
    expect(bad(2, 'x')).toEqual(['sex unknown']);
    const years = ['05/1990', '1/2-1990', '12/05/2570', '33005', '2570', '1899', '199', '='];
    expect(years.filter((year) => bad(3, year).join() !== 'birthYear no-year')).toEqual([]);
    expect(bad(4, 'ក្រុមណា')).toEqual(['group unknown']);
    expect(bad(5, 'fr')).toEqual(['language unknown']);
    const twice = { groups: [morning, { ...women, name: morning.name }] };
    expect(problemsOf(good, twice)).toEqual(['group ambiguous']);
    expect(problemsOf(['', '', '', 'x', '', ''])).toHaveLength(4);
  });

  it('takes the year of a whole date, in either order, era and digits', () => {
    const dates = ['1990-12-31', '31/12/1990', '៣១.១២.២៥៣៣', '1990/1/2'];
    const years = preview(
      dates.map((date, at) => [`ចាន់${'ក'.repeat(at)}`, '', 'm', date, 'Morning', '']),
    );
    expect(years.rows.map((row) => row.outcome !== 'bad' && row.details.birthYear)).toEqual(
      dates.map(() => 1990),
    );
  });

  it('finds the headings under what stands above them, and keeps the numbers of rows', () => {
    const rows = [['បញ្ជីអ្នករៀន'], ['2026'], heads, ['ចាន់', '', 'm', '1990', 'Morning', '']];
    const table = rows.map((cells, at) => ({ number: at + 2, cells }));
    expect(previewImport(table, ground).rows).toMatchObject([{ number: 5, outcome: 'new' }]);
    const none = previewImport(table.slice(0, 2), ground);
    expect(none.columns.missing).toEqual(['name', 'sex', 'group']);
  });

  it('says that somebody would be among others than their own', () => {
    const misfits = preview([
      ['ក', '', 'f', '', 'Morning'],
      ['ខ', '', 'm', '2015', 'Morning'],
      ['គ', '', 'f', '1990', 'ក្រុមនារី'],
    ]).rows.map((row) => row.outcome !== 'bad' && row.misfit);
    expect(misfits).toEqual([true, true, false]);
  });

  it('has no rows where a column is missing that it can’t do without', () => {
    const { columns, rows } = previewImport([{ number: 1, cells: ['Name', 'Sex'] }], ground);
    expect([columns.missing, rows]).toEqual([['group'], []]);
    expect(previewImport([], ground).columns.missing).toEqual(['name', 'sex', 'group']);
  });

  it('compares 10,000 rows with 5,000 learners in a moment', () => {
    const learners = Array.from({ length: 5000 }, (_, at) => ({
      ...dara,
      name: { km: `សុខ ${String.fromCodePoint(0x1780 + (at % 33))}${'ក'.repeat(at % 90)}` },
    }));
    const rows = Array.from({ length: 10_000 }, (_, at) => [
      `ចាន់ ${String.fromCodePoint(0x1780 + (at % 33))}${'ខ'.repeat(at % 90)}`,
      '',
      'm',
      '1990',
      'Morning',
    ]);
    expect(outcomes(rows, { learners })).toHaveLength(10_000);
  });
});
