import type { PackItem } from '../../shared/contracts/pack-manifest.ts';
import { countOf } from '../count-of.ts';

/** `1 lesson`, `2 lessons`. */
export function counted(things: readonly unknown[], word: string): string {
  return countOf(things.length, word);
}

/** Lessons, and pieces where there are any. */
export function tellItems(items: readonly PackItem[]): string {
  const lessons = items.filter(({ kind }) => kind === 'lesson');
  const pieces = items.filter(({ kind }) => kind !== 'lesson');
  const told = [
    ...(lessons.length > 0 || pieces.length === 0 ? [counted(lessons, 'lesson')] : []),
    ...(pieces.length > 0 ? [counted(pieces, 'piece')] : []),
  ];
  return told.join(' and ');
}

/** The same for programs. */
export const itemCounts = (items: readonly PackItem[]) => ({
  lessons: items.filter(({ kind }) => kind === 'lesson').length,
  pieces: items.filter(({ kind }) => kind !== 'lesson').length,
});
