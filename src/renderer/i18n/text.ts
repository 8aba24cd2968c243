import type { Language } from '../../shared/ids.ts';
import { fillIn } from '../../shared/words/fill-in.ts';
import type { Fact, FactNames } from '../../shared/words/fill-in.ts';

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
