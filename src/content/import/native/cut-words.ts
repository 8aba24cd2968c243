/** Signs (code points) and lines of what is read at once, above an answer and alone: a kiosk's screen never scrolls. */
const screens = {
  asked: { signs: 220, lines: 4 },
  read: { signs: 500, lines: 8 },
} as const;

const fits = (text: string, { signs, lines }: { readonly signs: number; readonly lines: number }) =>
  Array.from(text).length <= signs && text.split('\n').length <= lines;

/** Whether words can stand above an answer. */
export const fitsAbove = (text: string): boolean => fits(text, screens.asked);

/** As much of a text around its open gap as can stand above an answer. */
export function aroundGap(text: string, gap: string): string {
  if (fitsAbove(text)) return text;
  const most = screens.asked.signs / 2 - gap.length;
  const [before = '', behind = ''] = text.replaceAll('\n', ' ').split(gap);
  const head = Array.from(before);
  const tail = Array.from(behind);
  const from = head.length <= most ? 0 : wordEnd(head, head.length - most);
  const to = tail.length <= most ? tail.length : tail.slice(0, most).findLastIndex(isSpace);
  const begin = from === 0 ? '' : '… ';
  const end = to === tail.length ? '' : ' …';
  return `${begin}${head.slice(from).join('')}${gap}${tail.slice(0, to === -1 ? most : to).join('')}${end}`;
}

const isSpace = (sign: string) => /[\s\u200b]/u.test(sign);

/** Where the first word after `from` begins; `from` where none does. */
function wordEnd(signs: readonly string[], from: number): number {
  const space = signs.findIndex((sign, place) => place >= from && isSpace(sign));
  return space === -1 ? from : space + 1;
}

/**
 * Words of a question as screens that follow each other: all but the last are only read, the last stands above the
 * answer. Cut where paragraphs end, else sentences, else words; nothing is lost.
 */
export function screensOf(text: string): {
  readonly read: readonly string[];
  readonly asked: string;
} {
  if (fits(text, screens.asked)) return { read: [], asked: text };
  const pieces = piecesOf(text, screens.asked.signs);
  const asked = pieces.pop() ?? '';
  return { read: joined(pieces, (words) => fits(words, screens.read)), asked };
}

/** Words to be read only, as screens. */
export const readingScreens = (text: string): readonly string[] =>
  joined(piecesOf(text, screens.read.signs), (words) => fits(words, screens.read));

/** Sentences with what ends them and the space behind; a paragraph's end is one. */
export const sentencesOf = (text: string): string[] =>
  text.match(/[^\n]*?(?:[.!?…។៕]["”’»)]*\s+|\n|$)/gu)?.filter((one) => one !== '') ?? [];

/** Pieces of at most so many signs, each ending where a reader may stop. */
function piecesOf(text: string, most: number): string[] {
  return sentencesOf(text).flatMap((sentence) =>
    Array.from(sentence).length <= most ? [sentence] : shortened(sentence, most),
  );
}

function shortened(sentence: string, most: number): string[] {
  const found: string[] = [];
  let signs = Array.from(sentence);
  while (signs.length > most) {
    const head = signs.slice(0, most);
    const space = head.findLastIndex(isSpace);
    const cut = space > most / 2 ? space + 1 : most;
    found.push(signs.slice(0, cut).join(''));
    signs = signs.slice(cut);
  }
  return [...found, signs.join('')];
}

/** Neighbours put together as long as they fit; what is nothing but space is left out. */
export function joined(pieces: readonly string[], fit: (words: string) => boolean): string[] {
  const found: string[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last !== undefined && fit((last + piece).trim())) found[found.length - 1] = last + piece;
    else found.push(piece);
  }
  return found.map((words) => words.trim()).filter((words) => words !== '');
}
