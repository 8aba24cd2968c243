import { asLetters } from '../../shared/checked-letters.ts';
import type { Randomness } from '../../shared/ports.ts';
import { askLine, untilEnter } from './stage.ts';
import type { Stage } from './stage.ts';

/** A recovery code, and the site it is of. */
export interface SheetCode {
  readonly site: string;
  readonly code: string;
}

const groupsInRow = 4;

/**
 * Has a person copy a recovery code onto paper, and read two of its groups back from there ([HBS2]).
 *
 * @param idleMs gives up where no key comes for so long; never when left out
 * @returns whether they have it
 */
export async function copySheet(
  stage: Stage,
  { site, code }: SheetCode,
  random: Randomness,
  idleMs?: number,
): Promise<boolean> {
  const groups = code.split('-');
  const view = { screen: 'sheet', big: rowsOf(groups), small: [`Site ${site}`] } as const;
  for (;;) {
    const isRead = await untilEnter(stage, view, idleMs);
    if (!isRead && idleMs !== undefined) return false;
    if (!isRead) continue;
    const answer = await readBack(stage, groups, twoOf(groups.length, random), idleMs);
    if (answer === 'same') return true;
    if (answer === 'other') await untilEnter(stage, { screen: 'sheet-wrong' }, idleMs);
  }
}

/** Numbered, as somebody copies them. */
function rowsOf(groups: readonly string[]): readonly string[] {
  const numbered = groups.map((group, at) => `${at + 1} ${group}`);
  const rows = Math.ceil(numbered.length / groupsInRow);
  return Array.from({ length: rows }, (_, row) =>
    numbered.slice(row * groupsInRow, (row + 1) * groupsInRow).join('  '),
  );
}

async function readBack(
  stage: Stage,
  groups: readonly string[],
  asked: readonly number[],
  idleMs: number | undefined,
): Promise<'same' | 'other' | 'again'> {
  for (const at of asked) {
    const view = { screen: 'sheet-check', big: [String(at + 1)] } as const;
    const typed = await askLine(stage, { view, most: 12, ...(idleMs && { idleMs }) });
    if (typed === null) return 'again';
    if (asLetters(typed) !== asLetters(groups[at] ?? '')) return 'other';
  }
  return 'same';
}

/** Two different numbers below `count`, the lower one first. */
function twoOf(count: number, random: Randomness): readonly number[] {
  const [one = 0, other = 0] = random.bytes(2);
  const first = one % count;
  const second = (first + 1 + (other % (count - 1))) % count;
  return [first, second].toSorted((a, b) => a - b);
}
