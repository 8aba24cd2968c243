import { cardDigits } from '../../../domain/card-number.ts';
import type { Person } from './people-pages.ts';

/** The digits of a card typed so far, and whether the last six were nobody's. */
export interface CardEntry {
  readonly typed: string;
  readonly unknown: boolean;
}

export const emptyCard: CardEntry = { typed: '', unknown: false };

/** Takes a digit; with the sixth somebody is found, or it begins anew ([KSK11]). */
export function typeDigit(
  entry: CardEntry,
  digit: string,
  people: readonly Person[],
): { readonly entry: CardEntry; readonly found: Person | null } {
  const typed = entry.typed + digit;
  if (typed.length < cardDigits) return { entry: { typed, unknown: false }, found: null };
  const found = people.find(({ card }) => card === typed) ?? null;
  return { entry: { typed: '', unknown: found === null }, found };
}

export function eraseDigit(entry: CardEntry): CardEntry {
  return { typed: entry.typed.slice(0, -1), unknown: false };
}
