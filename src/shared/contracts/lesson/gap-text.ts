/** A stretch of a text with gaps: words as they stand, or a gap by its id. */
export type TextPart =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'gap'; readonly gap: string };

const gapMark = /\{([a-z0-9-]*)\}/u;

/** Cuts a text at its gaps, written `{gap-id}`. */
export function textParts(text: string): TextPart[] {
  return text
    .split(gapMark)
    .map((part, index): TextPart =>
      index % 2 === 0 ? { kind: 'words', words: part } : { kind: 'gap', gap: part },
    )
    .filter((part) => part.kind === 'gap' || part.words !== '');
}

/** The ids of a text's gaps in the order they are read. */
export const gapsIn = (text: string): string[] =>
  textParts(text).flatMap((part) => (part.kind === 'gap' ? [part.gap] : []));

/** How long the words around the gaps are, in code points. */
export const wordsLength = (text: string): number =>
  textParts(text).reduce(
    (sum, part) => sum + (part.kind === 'words' ? Array.from(part.words).length : 0),
    0,
  );
