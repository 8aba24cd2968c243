import { clustersOf } from '../../../shared/khmer/clusters.ts';
import { searchable } from '../learners/name-search.ts';

/** A text as it is compared ([SUP7]), which knows from where in the text each sign of it comes. */
export interface FoldedText {
  readonly clusters: readonly string[];
  /** Without spaces, which Khmer has where somebody likes. */
  readonly folded: string;
  /** Of each UTF-16 unit of it: the number of its written unit. */
  readonly places: readonly number[];
}

/** From which written unit to before which. */
export type Span = readonly [from: number, to: number];

export function foldText(text: string): FoldedText {
  const clusters = clustersOf(text);
  const forms = clusters.map((cluster) => searchable(cluster));
  const places = forms.flatMap((form, at) => Array.from({ length: form.length }, () => at));
  return { clusters, folded: forms.join(''), places };
}

/** Where a word stands; one in Latin letters or digits only where a word begins. Whole written units, so that none is cut. */
export function placesOfWord({ clusters, folded, places }: FoldedText, word: string): Span[] {
  const spans: Span[] = [];
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
    const from = places[at] ?? 0;
    const to = (places[at + word.length - 1] ?? from) + 1;
    if (!isSpaced(word) || beginsWord(clusters, from)) spans.push([from, to]);
  }
  return spans;
}

const isSpaced = (word: string) => /^[a-z0-9]/.test(word);
const beginsWord = (clusters: readonly string[], at: number) =>
  !/^[\p{Script=Latin}\p{N}]/u.test(clusters[at - 1] ?? ' ');

/** Spans that touch or overlap as one, in order. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const ordered = spans.toSorted(([a], [b]) => a - b);
  const out: Span[] = [];
  for (const [from, to] of ordered) {
    const last = out.at(-1);
    if (last !== undefined && from <= last[1])
      out[out.length - 1] = [last[0], Math.max(last[1], to)];
    else out.push([from, to]);
  }
  return out;
}
