import { clustersOf } from '../../shared/khmer/clusters.ts';
import { khmerText } from '../import/text/khmer-text.ts';

/** A part of a question: what has to stand in a text. */
export interface WantedTerm {
  readonly term: string;
  /** Terms that begin so do as well: the word may not be typed to its end. */
  readonly begins: boolean;
}

/** Longer words are told apart by their beginnings, UTF-16 units. */
const longestTerm = 24;

/**
 * What a text is found by ([ZIM4]), in its order and as often as it stands there: words of scripts that put spaces
 * between words; of Khmer, Thai, Chinese and others that do not, each two written units that follow each other, and
 * the last one of a run.
 */
export function termsOf(text: string): readonly string[] {
  return runsOf(text).flatMap((run) => {
    if (!dense.test(run)) return [run.slice(0, longestTerm)];
    const clusters = clustersOf(run);
    return [...pairsOf(clusters), (clusters.at(-1) ?? '').slice(0, longestTerm)];
  });
}

/** What a question asks for: each of them has to be there. */
export function wantedTerms(words: string): readonly WantedTerm[] {
  const runs = runsOf(words);
  return runs.flatMap((run, index): readonly WantedTerm[] => {
    const isLast = index === runs.length - 1;
    if (!dense.test(run)) return [{ term: run.slice(0, longestTerm), begins: isLast }];
    const clusters = clustersOf(run);
    const pairs = pairsOf(clusters);
    if (pairs.length === 0) return clusters.map((term) => ({ term, begins: true }));
    return pairs.map((term, at) => ({ term, begins: isLast && at === pairs.length - 1 }));
  });
}

/** A text as it is compared: whatever its capitals, accents, digits and unseen signs. */
export function searchForm(text: string): string {
  return khmerText(text.replaceAll(unseen, ''))
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[\u17e0-\u17e9]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x17e0));
}

const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]|\u17b4|\u17b5/g;

/** Scripts that put no spaces between words. */
const dense =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const runs =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|(?:(?![\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;

const runsOf = (text: string) =>
  (searchForm(text).match(runs) ?? []).filter((run) => /[\p{L}\p{N}]/u.test(run));

const pairsOf = (clusters: readonly string[]) =>
  clusters
    .slice(1)
    .map((cluster, index) => `${clusters[index] ?? ''}${cluster}`.slice(0, longestTerm));
