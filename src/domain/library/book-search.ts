import { clustersOf } from '../../shared/khmer/clusters.ts';

/** A search over titles and authors, in memory ([LIB3]). */
export interface BookSearch {
  /** Places of what was given, best first; all of them, as given, where nothing was typed. Takes in what is left. */
  find(typed: string): readonly number[];
  /** Takes in so many more of the books, which costs time; says whether any are left. */
  takeIn(books: number): boolean;
}

/**
 * Part of the typed pairs of neighbouring clusters that has to be in a title. One cluster mistaken spoils two
 * pairs, so of long words one may be wrong, and of short ones none.
 */
const enoughPairs = 0.7;

/**
 * @param books the words each is found by: titles in every language, authors
 * @param normalize brings what looks alike to one spelling, without spaces and in small letters
 */
export function bookSearch(
  books: readonly (readonly string[])[],
  normalize: (text: string) => string,
): BookSearch {
  const plain = (text: string) => withoutMarks(normalize(text));
  const texts: (readonly string[])[] = [];
  const holders = new Map<string, number[]>();
  const all = books.map((_, place) => place);
  const takeIn = (more: number): boolean => {
    for (const words of books.slice(texts.length, texts.length + more)) {
      const forms = words.map(plain);
      noteHolder(holders, forms, texts.length);
      texts.push(forms);
    }
    return texts.length < books.length;
  };
  return {
    takeIn,
    find(typed) {
      takeIn(books.length);
      const wanted = plain(typed);
      if (wanted === '') return all;
      const pairs = new Set(pairsOf(wanted));
      const shares = sharesOf(pairs, holders);
      const scored = texts.flatMap((forms, place) => {
        const score = scoreOf(forms, wanted, shares.get(place) ?? 0);
        return score === null ? [] : [{ place, score }];
      });
      return scored
        .sort((a, b) => b.score - a.score || a.place - b.place)
        .map(({ place }) => place);
    },
  };
}

/** What begins with the words is best, then what holds them, then what is much like them; null for all else. */
function scoreOf(forms: readonly string[], wanted: string, share: number): number | null {
  if (forms.some((form) => form.startsWith(wanted))) return 3;
  if (forms.some((form) => form.includes(wanted))) return 2;
  return share >= enoughPairs ? share : null;
}

function noteHolder(holders: Map<string, number[]>, forms: readonly string[], place: number): void {
  for (const pair of new Set(forms.flatMap(pairsOf))) {
    const known = holders.get(pair);
    if (known === undefined) holders.set(pair, [place]);
    else known.push(place);
  }
}

/** Part of the pairs that each text has; texts with none are left out. */
function sharesOf(
  pairs: ReadonlySet<string>,
  holders: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const pair of pairs) {
    for (const place of holders.get(pair) ?? []) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return new Map([...counts].map(([place, count]) => [place, count / pairs.size]));
}

function pairsOf(text: string): string[] {
  const clusters = clustersOf(text);
  return clusters.slice(1).map((cluster, index) => (clusters[index] ?? '') + cluster);
}

/** Latin accents and punctuation say nothing here. */
const withoutMarks = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}]/gu, '')
    .normalize('NFC');
