/** A place in a text where words were found, with some of what stands around them. */
export interface WordsFound {
  /** Where in the text, UTF-16 units as it was given. */
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** How much is shown around what was found, UTF-16 units. */
const around = 30;

/** Signs that nobody sees, and that may stand anywhere in Khmer; spaces, which stand as their writer liked. */
const unseen = /[\s\u200b-\u200d\u2060\ufeff\u00ad]/;

/** Finds words in a text, whatever their capitals, spaces and unseen signs. */
export function findWords(text: string, words: string): readonly WordsFound[] {
  const wanted = bare(words).letters;
  if (wanted === '') return [];
  const { letters, places } = bare(text);
  const found: WordsFound[] = [];
  let at = letters.indexOf(wanted);
  while (at >= 0) {
    const from = places[at] ?? 0;
    const to = (places[at + wanted.length - 1] ?? from) + 1;
    found.push({
      from,
      to,
      before: text.slice(Math.max(0, from - around), from),
      words: text.slice(from, to),
      after: text.slice(to, to + around),
    });
    at = letters.indexOf(wanted, at + wanted.length);
  }
  return found;
}

/** A text as it is compared, and where each of its signs stood. */
function bare(text: string): { readonly letters: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let letters = '';
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (unseen.test(sign)) continue;
    // Capitals that are several small letters would put all that follows at a wrong place.
    const small = sign.toLowerCase();
    letters += small.length === 1 ? small : sign;
    places.push(index);
  }
  return { letters, places };
}
