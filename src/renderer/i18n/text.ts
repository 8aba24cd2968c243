import type { Language } from '../../shared/ids.ts';
import { formatNumber } from '../../shared/khmer/numbers.ts';

/**
 * One thing the window says. Khmer is written first, by meaning; `context` and `screen` tell a Khmer
 * reader where they would meet it (`npm run strings`). `{name}` stands for a fact; numbers among the
 * facts are written in the language's digits. English may have `{name|learner|learners}`: the first
 * where that number is 1, else the second. No Khmer sentence depends on singular or plural ([KHM4]).
 */
export interface Text {
  readonly km: string;
  readonly en: string;
  readonly context: string;
  /** Name of a screenshot that shows it, without its file ending. */
  readonly screen: string;
}
export type Texts = Readonly<Record<string, Text>>;

export type Fact = string | number;

/** The names in braces in a text. */
export type FactNames<Written extends string> =
  Written extends `${string}{${infer Name}}${infer Rest}` ? Name | FactNames<Rest> : never;

type FactsOf<T extends Text> = [FactNames<T['km']>] extends [never]
  ? []
  : [facts: Readonly<Record<FactNames<T['km']>, Fact>>];

/** Says a text of the catalogue; asks for exactly the facts its Khmer sentence names. */
export type Say<Catalogue extends Texts> = <Key extends keyof Catalogue & string>(
  key: Key,
  ...facts: FactsOf<Catalogue[Key]>
) => string;

export function createSay<Catalogue extends Texts>(
  catalogue: Catalogue,
  language: Language,
): Say<Catalogue> {
  const texts: Texts = catalogue;
  return (key, ...facts) => {
    const text = texts[key];
    return text === undefined ? key : fillIn(text[language], language, facts[0] ?? {});
  };
}

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
