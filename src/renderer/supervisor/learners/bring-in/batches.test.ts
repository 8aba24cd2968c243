import { describe, expect, it } from 'vitest';
import { listPreviewSchema } from '../../../../shared/contracts/ipc/list-views.ts';
import type { RowPreview } from '../../../../shared/contracts/ipc/list-views.ts';
import { batchesOf, chosenRows } from './batches.ts';

const rowOf = (number: number, over: object = {}) => ({
  number,
  outcome: 'new',
  misfit: false,
  details: {
    name: { km: `ក${number}` },
    sex: 'male',
    birthYear: null,
    group: 'gr-aaaaaaaa',
    language: 'km',
  },
  ...over,
});
function rowsOf(rows: readonly object[]): readonly RowPreview[] {
  const read = listPreviewSchema.parse({ read: true, missing: [], ignored: [], rows });
  return read.read ? read.rows : [];
}
const changed = { outcome: 'changed', learner: 'ln-aaaaaaaaaaaa' };
const nothing = { others: new Set<number>(), changed: false, misfits: false };
const numbers = (rows: readonly { readonly number: number }[]) => rows.map(({ number }) => number);

describe('[IMP1] what of a list is brought in', () => {
  const rows = rowsOf([
    rowOf(2),
    rowOf(3, changed),
    rowOf(4, { outcome: 'same' }),
    rowOf(5, { outcome: 'doubtful', like: 1 }),
    rowOf(6, { misfit: true }),
    { number: 7, outcome: 'bad', shown: '', problems: [{ field: 'name', problem: 'missing' }] },
  ]);

  it('is who is new, and what a person says besides', () => {
    expect(numbers(chosenRows(rows, nothing))).toEqual([2]);
    expect(numbers(chosenRows(rows, { ...nothing, changed: true }))).toEqual([2, 3]);
    expect(numbers(chosenRows(rows, { ...nothing, others: new Set([5, 7]) }))).toEqual([2, 5]);
    expect(numbers(chosenRows(rows, { ...nothing, misfits: true }))).toEqual([2, 6]);
  });

  it('[IMP3] goes in commands of at most 100 rows, nobody as a twin', () => {
    const many = rowsOf(Array.from({ length: 250 }, (_, at) => rowOf(at + 2)));
    const batches = batchesOf(chosenRows(many, nothing));
    expect(batches.map(({ added }) => added.length)).toEqual([100, 100, 50]);
    expect(batches.some(({ added }) => added.some(({ twin }) => twin))).toBe(false);
  });

  it('[ACC5] has those by themselves who are among others than their own', () => {
    const all = chosenRows(rows, { others: new Set([5]), changed: true, misfits: true });
    expect(batchesOf(all)).toMatchObject([
      { added: [{}, {}], changed: [{ learner: 'ln-aaaaaaaaaaaa' }], misfitKnown: false },
      { added: [{}], changed: [], misfitKnown: true },
    ]);
  });
});
