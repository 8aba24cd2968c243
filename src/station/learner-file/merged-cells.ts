import type { FileRow } from '../../domain/learner-import/preview-import.ts';
import { tableLimits } from './table.ts';

/** Rows of one column that were made one cell, from the first to the last. */
export interface MergedCells {
  readonly place: number;
  readonly first: number;
  readonly last: number;
}

/** So many cells are filled at most: more than a whole list has. */
const mostFilled = tableLimits.rows * tableLimits.columns;

/** Gives each row what stands in a cell merged with those above it, as one group over many rows. */
export function fillMerged(
  rows: readonly FileRow[],
  merged: readonly MergedCells[],
): readonly FileRow[] {
  const cells = new Map(rows.map(({ number, cells: held }) => [number, [...held]]));
  const last = rows.at(-1)?.number ?? 0;
  let filled = 0;
  for (const { place, first, last: end } of merged) {
    const value = cells.get(first)?.[place] ?? '';
    if (value === '') continue;
    for (let number = first + 1; number <= Math.min(end, last); number += 1) {
      filled += 1;
      if (filled > mostFilled) return rows;
      put(cells.get(number), place, value);
    }
  }
  return rows.map(({ number }) => ({ number, cells: cells.get(number) ?? [] }));
}

/** A row that holds nothing else is none, and stays so. */
function put(row: string[] | undefined, place: number, value: string): void {
  if (row === undefined) return;
  while (row.length <= place) row.push('');
  if (row[place] === '') row[place] = value;
}
