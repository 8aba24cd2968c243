import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { dayNumber } from '../../../domain/training/review-card.ts';
import { collationKey, compareKeys } from '../../../shared/khmer/collation.ts';
import type { Language } from '../../../shared/ids.ts';
import { inLanguage } from '../../i18n/language.tsx';

export const columns = [
  'name',
  'group',
  'done',
  'begun',
  'attempts',
  'right',
  'time',
  'seen',
] as const;
export type Column = (typeof columns)[number];

export interface Order {
  readonly column: Column;
  readonly direction: 'up' | 'down';
}

/** As the station sends them: by group, then by name. */
export const firstOrder: Order = { column: 'group', direction: 'up' };

const figures: Partial<Readonly<Record<Column, (row: LearnerRow) => number>>> = {
  done: ({ lessonsDone }) => lessonsDone,
  begun: ({ lessonsBegun }) => lessonsBegun,
  attempts: ({ attempts }) => attempts,
  right: ({ right }) => right,
  time: ({ activeMs }) => activeMs,
  // The longest away first: who was never here before everybody else.
  seen: ({ lastDay }) => -dayNumber(lastDay ?? '1970-01-01'),
};

/** Whether a column holds numbers; those stand at the right and are first sorted largest first. */
export const isFigure = (column: Column): boolean => figures[column] !== undefined;

/** What pressing a column's heading leads to: that column, or the other way round if it is sorted already. */
export function orderAfter(order: Order, column: Column): Order {
  if (order.column === column) {
    return { column, direction: order.direction === 'up' ? 'down' : 'up' };
  }
  return { column, direction: isFigure(column) ? 'down' : 'up' };
}

/**
 * A sorted copy. Equals keep the order they came in, so that numbers that move don't shuffle the
 * rest. Words go in the order of dictionaries, in the script that is shown ([KHM6]).
 */
export function sortLearners(
  rows: readonly LearnerRow[],
  { column, direction }: Order,
  language: Language,
): readonly LearnerRow[] {
  if (column === firstOrder.column && direction === 'up') return rows;
  const sign = direction === 'up' ? 1 : -1;
  const figure = figures[column];
  if (figure !== undefined) return [...rows].sort((a, b) => sign * (figure(a) - figure(b)));
  const word = (row: LearnerRow) =>
    inLanguage(column === 'name' ? row.learner.name : row.groupName, language);
  return rows
    .map((row) => ({ row, key: collationKey(word(row)) }))
    .sort((a, b) => sign * compareKeys(a.key, b.key))
    .map(({ row }) => row);
}
