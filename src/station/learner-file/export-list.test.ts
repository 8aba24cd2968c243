import { describe, expect, it } from 'vitest';
import type { Actor } from '../../domain/permissions.ts';
import {
  directoryDocumentSchema,
  learnerAccountSchema,
} from '../../shared/contracts/documents/directory.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import type { ListFile } from '../../shared/contracts/ipc/list-views.ts';
import { emptyList, savedList } from './export-list.ts';
import { previewList } from './list-preview.ts';
import { readTable } from './read-table.ts';
import { csvOf, harmless } from './write-list.ts';
import { writeWorkbook } from './write-workbook.ts';

const groupOf = (group: string, km: string, scope: string) => {
  const shape = { _id: `group:${group}`, type: 'group', v: 1, hubSeq: 1, symbol: 'rice' };
  const document = directoryDocumentSchema.parse({ ...shape, group, name: { km }, scope });
  if (document.type !== 'group') throw new Error('no group');
  return document;
};
const men = groupOf('gr-aaaaaaaa', 'ក្រុមព្រឹក', 'men');
const women = groupOf('gr-bbbbbbbb', 'ក្រុមនារី', 'women');
const learnerOf = (id: string, km: string, group: string, over: object = {}) =>
  learnerAccountSchema.parse({
    learner: `ln-${id.repeat(12)}`,
    name: { km, en: 'Sok Dara' },
    sex: 'male',
    birthYear: 1990,
    group,
    tile: { picture: 'fish', colour: 'leaf' },
    card: '123455',
    language: 'km',
    disabled: false,
    ...over,
  });
const learners = [
  learnerOf('a', 'សុខ ដារ៉ា', men.group),
  learnerOf('b', 'ចាន់ បិទ', men.group, { disabled: true }),
  learnerOf('c', 'កែវ ធូ', women.group, { sex: 'female', birthYear: null, card: null }),
];
const directory = {
  groups: new Map([men, women].map((each) => [each.group, each])),
  learners: new Map(learners.map((each) => [each.learner, each])),
};
const officer = (over: Partial<Actor> = {}): Actor => ({
  person: staffIdSchema.parse('of-aaaaaaaaaaaa'),
  role: 'officer',
  scopes: ['men', 'women', 'minors'],
  groups: [],
  ...over,
});
const bytesOf = ({ content }: ListFile) => Buffer.from(content, 'base64');
const namesIn = async (file: ListFile) =>
  (await readTable(bytesOf(file))).slice(1).map(({ cells }) => cells[0]);

describe('[IMP5] a list of learners that is saved', () => {
  it('holds who is within the person’s reach and whose account is open', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      expect(await namesIn(await savedList(directory, officer(), format))).toEqual([
        'កែវ ធូ',
        'សុខ ដារ៉ា',
      ]);
      const ofMen = officer({ scopes: ['men'] });
      expect(await namesIn(await savedList(directory, ofMen, format))).toEqual(['សុខ ដារ៉ា']);
      const instructor = officer({ role: 'instructor', groups: [men.group] });
      expect(await namesIn(await savedList(directory, instructor, format))).toEqual([]);
    }
  });

  it('brought in again changes nothing', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await savedList(directory, officer(), format);
      const ground = { actor: officer(), directory, year: 2026 };
      const preview = await previewList(bytesOf(file), ground);
      expect(preview).toMatchObject({ read: true, missing: [], ignored: ['លេខកាត'] });
      const outcomes = preview.read ? preview.rows.map(({ outcome }) => outcome) : [];
      expect(outcomes).toEqual(['same', 'same']);
    }
  });

  it('has an empty one to begin with, which lacks no column', async () => {
    const ground = { actor: officer(), directory, year: 2026 };
    expect(await previewList(bytesOf(await emptyList()), ground)).toEqual({
      read: true,
      missing: [],
      ignored: [],
      rows: [],
    });
  });

  it('holds nothing a spreadsheet takes for a formula', async () => {
    const attacks = [
      '=cmd|"/c calc"!A1',
      '+1+1',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '\u200b=1',
      '＝1+1',
    ];
    expect(attacks.map(harmless).every((cell) => cell.startsWith("'"))).toBe(true);
    expect(['សុខ', 'Anne-Marie', '1990', ''].map(harmless)).toEqual([
      'សុខ',
      'Anne-Marie',
      '1990',
      '',
    ]);
    expect(['x;=A1', 'x\t+1', 'x\n @y', 'a;b', ';-1;=2'].map(harmless)).toEqual([
      "x;'=A1",
      "x\t'+1",
      "x\n' @y",
      'a;b',
      ";'-1;'=2",
    ]);
    const table = [['Name'], ...attacks.map((attack) => [attack, 'a"b,c\n<d>&'])];
    for (const bytes of [csvOf(table), await writeWorkbook(table)]) {
      const rows = (await readTable(bytes)).slice(1);
      expect(rows.map(({ cells }) => cells[0]?.[0])).toEqual(attacks.map(() => "'"));
      expect(rows.map(({ cells }) => cells[1])).toEqual(attacks.map(() => 'a"b,c\n<d>&'));
    }
  });

  it('[IMP1] [IMP2] comes back from a spreadsheet in UTF-16 with semicolons, 5,000 rows, some wrong, some twice', async () => {
    const consonants = [...'កខគឃងចឆជឈញ'];
    const nameAt = (at: number) =>
      `ស${[...String(at)].map((digit) => consonants[Number(digit)]).join('')}`;
    const rowAt = (at: number) => {
      // Born in 2157, whichever era was meant; the others in 1990.
      const year = at % 1000 === 0 ? '២៧០០' : at % 2 === 0 ? '2533' : '1990';
      return `${nameAt(at)};ប្រុស;${year};ក្រុមព្រឹក`;
    };
    const rows = Array.from({ length: 4990 }, (_, at) => rowAt(at));
    const twice = rows.slice(1, 10);
    const formula = '=cmd|A1;ប្រុស;1990;ក្រុមព្រឹក';
    const lines = ['ឈ្មោះ;ភេទ;ឆ្នាំកំណើត;ក្រុម', ...rows, ...twice, formula];
    const bytes = Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf16le');
    const preview = await previewList(bytes, { actor: officer(), directory, year: 2026 });
    if (!preview.read) throw new Error(preview.problem);
    const of = (outcome: string) => preview.rows.filter((row) => row.outcome === outcome);
    expect(preview.rows).toHaveLength(5000);
    expect(of('bad').map(({ number }) => number)).toEqual([2, 1002, 2002, 3002, 4002, 5001]);
    expect(of('same')).toHaveLength(9);
    expect(of('new')).toHaveLength(4985);
    const years = of('new').map((row) => row.outcome === 'new' && row.details.birthYear);
    expect(new Set(years)).toEqual(new Set([1990]));
  });

  it('says nothing of who is out of reach where a list is brought in', async () => {
    const rows = 'ឈ្មោះ,ភេទ,ក្រុម\nកែវ ធូ,ស្រី,ក្រុមនារី\nកែវ ធូ,ប្រុស,ក្រុមព្រឹក\n';
    const ground = { actor: officer({ scopes: ['men'] }), directory, year: 2026 };
    const preview = await previewList(Buffer.from(rows), ground);
    expect(preview.read && preview.rows.map(({ outcome }) => outcome)).toEqual(['bad', 'new']);
  });
});
