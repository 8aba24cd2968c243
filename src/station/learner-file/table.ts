import type { TableProblem } from '../../shared/contracts/ipc/list-views.ts';
import type { FileRow } from '../../domain/learner-import/preview-import.ts';

/** Bounds of a list of learners, whatever a file claims. */
export const tableLimits = {
  /** Of the file itself, bytes. */
  bytes: 10 * 1024 * 1024,
  /** Of a workbook, unpacked, bytes. */
  unpacked: 64 * 1024 * 1024,
  rows: 20_000,
  columns: 60,
  /** Of one cell; what is longer is cut, and no name is. */
  cell: 400,
} as const;

/** A file that is no list of learners. */
export class TableError extends Error {
  override readonly name = 'TableError';
  readonly problem: TableProblem;

  constructor(problem: TableProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

/**
 * Adds a row that holds something, within the limits; spreadsheets end in thousands that hold nothing.
 * @throws TableError `too-many-rows`
 */
export function addRow(rows: FileRow[], { number, cells }: FileRow): void {
  const kept = cells.slice(0, tableLimits.columns).map((cell) => cell.slice(0, tableLimits.cell));
  if (kept.every((cell) => cell.trim() === '')) return;
  if (rows.length >= tableLimits.rows) throw new TableError('too-many-rows');
  rows.push({ number, cells: kept });
}
