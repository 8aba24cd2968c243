import * as z from 'zod';
import { fillIn } from './fill-in.ts';
import type { Fact, FactNames } from './fill-in.ts';

/** What is said to a person, in both languages: whoever shows it chooses ([AUT6]). */
export const sentenceSchema = z.strictObject({ km: z.string(), en: z.string() });
export type Sentence = z.infer<typeof sentenceSchema>;

/** As the texts of windows are: Khmer first, with what tells a Khmer reader where it is met. */
export interface SentenceText {
  readonly km: string;
  readonly en: string;
  readonly context: string;
}
export type SentenceTexts = Readonly<Record<string, SentenceText>>;

/** A part may be said in both languages itself. */
export type SentenceFact = Fact | Sentence;

type FactsOf<T extends SentenceText> = [FactNames<T['km']>] extends [never]
  ? []
  : [facts: Readonly<Record<FactNames<T['km']>, SentenceFact>>];

/** Says a sentence of a catalogue; asks for exactly the facts its Khmer names. */
export type Tell<Catalogue extends SentenceTexts> = <Key extends keyof Catalogue & string>(
  key: Key,
  ...facts: FactsOf<Catalogue[Key]>
) => Sentence;

export function createTell<const Catalogue extends SentenceTexts>(
  catalogue: Catalogue,
): Tell<Catalogue> {
  const texts: SentenceTexts = catalogue;
  return (key, ...facts) => {
    const text = texts[key] ?? { km: key, en: key };
    const given: Readonly<Record<string, SentenceFact>> = facts[0] ?? {};
    const inLanguage = (language: 'km' | 'en') =>
      Object.fromEntries(
        Object.entries(given).map(([name, fact]) => [
          name,
          typeof fact === 'object' ? fact[language] : fact,
        ]),
      );
    return {
      km: fillIn(text.km, 'km', inLanguage('km')),
      en: fillIn(text.en, 'en', inLanguage('en')),
    };
  };
}

/** The same in both languages: a name, a path, a value as it was written. */
export const asWritten = (text: string): Sentence => ({ km: text, en: text });
