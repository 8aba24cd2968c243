import { fromKhmerDigits } from './numbers.ts';

/*
 * The order of Khmer dictionaries, as CLDR has it for `km`: Chromium carries none of it, so neither a
 * window nor the process beside it may ask Intl ([KHM6]). Within a letter: what follows it as a letter,
 * then the vowels in their order, then the subscripts; marks over letters only tell apart what is
 * otherwise alike.
 */

/** Letters in their order; the four vowels of their own stand after ra and la. */
const letters = Array.from('កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរឫឬលឭឮវឝឞសហឡអ');

/** Vowels in their order; some are written as two signs. */
const vowels = [
  ...Array.from(
    '\u17b6\u17b7\u17b8\u17b9\u17ba\u17bb\u17bc\u17bd\u17be\u17bf\u17c0\u17c1\u17c2\u17c3\u17c4\u17c5',
  ),
  '\u17bb\u17c6',
  '\u17c6',
  '\u17b6\u17c6',
  '\u17c7',
  '\u17b7\u17c7',
  '\u17bb\u17c7',
  '\u17c1\u17c7',
  '\u17c4\u17c7',
];

/** Vowels that stand alone are listed as អ with the vowel they sound like. */
const alone: Readonly<Record<string, string>> = {
  ឣ: 'អ',
  ឤ: 'អ\u17b6',
  ឥ: 'អ\u17b7',
  ឦ: 'អ\u17b8',
  ឧ: 'អ\u17bb',
  ឨ: 'អ\u17bbក',
  ឩ: 'អ\u17bc',
  ឪ: 'អ\u17bcវ',
  ឯ: 'អ\u17c2',
  ឰ: 'អ\u17c3',
  ឱ: 'អ\u17c4',
  ឲ: 'អ\u17c4',
  ឳ: 'អ\u17c5',
};

const subscripts = letters.map((letter) => `\u17d2${letter}`);
/** The place of each of them in the order, as one code unit that sorts by it. */
const weights: ReadonlyMap<string, string> = new Map(
  [...letters, ...vowels, ...subscripts].map((unit, place) => [
    unit,
    String.fromCodePoint(0x1000 + place),
  ]),
);

/** Before all that follows: what is at its end comes first. */
const end = '\u0000';
const classes = { sign: '\u0001', number: '\u0002', other: '\uffff' } as const;

const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const marks = /[\u17c8-\u17cb\u17cd-\u17d1\u17d3\u17dd\u0300-\u036f]/g;
const unit =
  /\u17d2[\u1780-\u17b3]|\u17b6\u17c6|\u17bb[\u17c6\u17c7]|[\u17b7\u17c1\u17c4]\u17c7|\d+|./gsu;

/**
 * What a name or title sorts by: of two texts the one whose key is less (`<`) comes first. The same in
 * every process and window. Numbers go by their value, in either script; Khmer comes before Latin, whose
 * capitals and accents tell apart only what is otherwise alike. Different texts have different keys.
 */
export function collationKey(text: string): string {
  const plain = fromKhmerDigits(text.normalize('NFKD').replaceAll(unseen, ''))
    .toLowerCase()
    // Robat is a subscript turned round: ធម៌ is listed as ធរ្ម.
    .replaceAll(/([\u1780-\u17a2])\u17cc/g, 'រ\u17d2$1')
    .replaceAll(marks, '')
    .replaceAll(/(?<!\u17d2)[\u17a3-\u17aa\u17af-\u17b3]/g, (vowel) => alone[vowel] ?? vowel);
  return (plain.match(unit) ?? []).map(weightOf).join('') + end + text;
}

function weightOf(written: string): string {
  if (/^\d/.test(written)) {
    const digits = written.replace(/^0+(?=\d)/, '');
    return classes.number + String.fromCodePoint(digits.length) + digits;
  }
  const known = weights.get(written);
  if (known !== undefined) return known;
  return (/^\p{L}/u.test(written) ? classes.other : classes.sign) + written;
}

/** A copy in the order of names; what has the same name keeps the order it came in. */
export function inNameOrder<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Thing[] {
  return things
    .map((thing) => ({ thing, key: collationKey(nameOf(thing)) }))
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map(({ thing }) => thing);
}

/** Which of two keys of {@link collationKey} comes first: negative, zero or positive. */
export const compareKeys = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
