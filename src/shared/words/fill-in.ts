import type { Language } from '../ids.ts';
import { formatNumber } from '../khmer/numbers.ts';

export type Fact = string | number;

/** The names in braces in a text. */
export type FactNames<Written extends string> =
  Written extends `${string}{${infer Name}}${infer Rest}` ? Name | FactNames<Rest> : never;

/** `{name}`, or `{name|one|many}`. */
const places = /\{([a-z]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** Puts facts into the places named in braces; a name without a fact stays as it is. */
export function fillIn(
  written: string,
  language: Language,
  facts: Readonly<Record<string, Fact>>,
): string {
  return written.replaceAll(places, (place, name: string, one?: string, many?: string) => {
    const fact = facts[name];
    if (fact === undefined) return place;
    if (one !== undefined && many !== undefined) return fact === 1 ? one : many;
    return typeof fact === 'number' ? formatNumber(fact, language) : fact;
  });
}
