import type { Language } from '../../../shared/ids.ts';
import { helpPageIds, helpPages } from '../../i18n/texts/help-pages/all-pages.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { wordsOf } from '../learners/name-search.ts';
import { foldText, joined, placesOfWord } from './folded-text.ts';
import type { FoldedText, Span } from './folded-text.ts';
import { plainText, sentencesOf } from '../../i18n/texts/help-pages/written-parts.ts';

/** A piece of a found sentence. */
export interface MarkedPart {
  readonly text: string;
  /** It is what was asked for. */
  readonly marked: boolean;
}

export interface FoundPage {
  readonly page: HelpPageId;
  /** The sentence that says it, in the language it was found in; null where the title alone does. */
  readonly sentence: readonly MarkedPart[] | null;
  readonly language: Language;
}

interface Indexed {
  readonly page: HelpPageId;
  readonly language: Language;
  readonly title: FoldedText;
  readonly sentences: readonly FoldedText[];
}

/** Where all words stand: the better the closer together. */
const inTitle = 3;
const inSentence = 2;
const inPage = 1;

/**
 * Finds pages by what stands in them, in either language whatever the window's is ([HPG3]): every word of
 * what was typed, folded as names are ([SUP7]). Those whose title says it come first, then those with all in one sentence.
 * @returns what finds, which keeps the folded pages
 */
export function createPageFinder(): (typed: string, language: Language) => readonly FoundPage[] {
  const indexed = helpPageIds.flatMap((page) => (['km', 'en'] as const).map(indexOf(page)));
  return (typed, language) => {
    const words = wordsOf(typed);
    if (words.length === 0) return [];
    const found = helpPageIds.flatMap((page) => {
      const fits = indexed
        .filter((each) => each.page === page)
        .flatMap((each) => fitOf(each, words))
        // In the window's own language, where that is as good.
        .toSorted(
          (a, b) =>
            b.rank - a.rank || Number(b.language === language) - Number(a.language === language),
        );
      return fits.slice(0, 1).map((fit) => ({ ...fit, page }));
    });
    return found
      .toSorted((a, b) => b.rank - a.rank)
      .map(({ page, sentence, language: given }) => ({ page, sentence, language: given }));
  };
}

const indexOf =
  (page: HelpPageId) =>
  (language: Language): Indexed => {
    const { title, sections } = helpPages[page];
    const sentences = sections
      .flatMap(sentencesOf)
      .flatMap((each) => plainText(each, language).split(/(?<=[។.?!])\s+/u));
    return {
      page,
      language,
      title: foldText(title[language]),
      sentences: sentences.map(foldText),
    };
  };

interface Fit {
  readonly rank: number;
  readonly language: Language;
  readonly sentence: readonly MarkedPart[] | null;
}

function fitOf({ title, sentences, language }: Indexed, words: readonly string[]): readonly Fit[] {
  const standsIn = (text: FoldedText) =>
    words.filter((word) => placesOfWord(text, word).length > 0);
  const counted = sentences.map((text) => ({ text, words: standsIn(text) }));
  const [best] = counted.toSorted((a, b) => b.words.length - a.words.length);
  const there = new Set([...standsIn(title), ...counted.flatMap((each) => each.words)]);
  if (there.size < words.length || best === undefined) return [];
  const rank =
    standsIn(title).length === words.length
      ? inTitle
      : best.words.length === words.length
        ? inSentence
        : inPage;
  const sentence = best.words.length === 0 ? null : marked(best.text, best.words);
  return [{ rank, language, sentence }];
}

function marked(text: FoldedText, words: readonly string[]): readonly MarkedPart[] {
  const spans = joined(words.flatMap((word) => placesOfWord(text, word)));
  const cut = ([from, to]: Span) => text.clusters.slice(from, to).join('');
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    parts.push({ text: cut([at, from]), marked: false }, { text: cut([from, to]), marked: true });
    at = to;
  }
  parts.push({ text: cut([at, text.clusters.length]), marked: false });
  return parts.filter((part) => part.text !== '');
}
