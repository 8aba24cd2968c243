import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collationKey, compareKeys, inNameOrder } from './collation.ts';

const sorted = (...words: string[]) => inNameOrder(words, (word) => word).join(' ');
const compare = (a: string, b: string) => compareKeys(collationKey(a), collationKey(b));
/** The word without what the order ends by: the text itself. */
const primary = (text: string) => collationKey(text).split('\u0000')[0];

/** Node has CLDR's order for Khmer, which windows lack ([KHM6]): it says what ours has to be. */
const cldr = new Intl.Collator('km', { sensitivity: 'base' });

const letter = fc.constantFrom(...'កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ');
const vowelAlone = fc.constantFrom(...'ឥឦឧឩឪឫឬឭឮឯឰឱឳ');
const withSigns = fc
  .tuple(
    letter,
    fc.array(
      letter.map((each) => `\u17d2${each}`),
      { maxLength: 2 },
    ),
    fc.constantFrom('', '', '\u17c9', '\u17ca'),
    fc.constantFrom(
      '',
      ...'\u17b6\u17b7\u17b8\u17b9\u17ba\u17bb\u17bc\u17bd\u17be\u17bf\u17c0\u17c1\u17c2\u17c3\u17c4\u17c5',
    ),
    fc.constantFrom('', '', '', '\u17c6', '\u17c7', '\u17cb', '\u17d0', '\u17cd'),
  )
  .map((parts) => parts.flat().join(''));
const syllable = fc.oneof(
  { weight: 8, arbitrary: withSigns },
  { weight: 1, arbitrary: vowelAlone },
);
const word = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((each) => each.join(''));

describe('the order of names [KHM6]', () => {
  it('is that of dictionaries: letters, then vowels, then subscripts', () => {
    expect(sorted('ក្រ', 'កះ', 'ខ', 'កំ', 'ក្ក', 'កា', 'កក', 'ក', 'កុំ')).toBe('ក កក កា កុំ កំ កះ ក្ក ក្រ ខ');
  });

  it('lists vowels that stand alone among those of អ, and ឫ after រ', () => {
    expect(sorted('ឯក', 'អេ', 'អៃ', 'ឫស', 'ល', 'រះ', 'ឥត', 'អាង', 'អី')).toBe(
      'រះ ឫស ល អាង ឥត អី អេ ឯក អៃ',
    );
  });

  it('looks at marks over letters last, and at what nobody sees not at all', () => {
    expect(sorted('កក់', 'កកា', 'កក')).toBe('កក កក់ កកា');
    expect(primary('ក\u200bក')).toBe(primary('កក'));
    expect(primary('ម៉ៅ')).toBe(primary('មៅ'));
    expect(primary('ធម៌')).toBe(primary('ធរ្ម'));
  });

  it('goes by the value of numbers, in either script', () => {
    expect(sorted('ក្រុម ១០', 'ក្រុម ៩', 'ក្រុម 2')).toBe('ក្រុម 2 ក្រុម ៩ ក្រុម ១០');
    expect(sorted('group 10', 'Group 2', 'group 007')).toBe('Group 2 group 007 group 10');
  });

  it('puts Khmer before Latin, whose capitals and accents matter last', () => {
    expect(sorted('sok', 'Dara', 'សុខ', 'dara', 'Éa', 'Eb')).toBe('សុខ Dara dara Éa Eb sok');
  });

  it('is the one CLDR has for Khmer, word by word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const wanted = Math.sign(cldr.compare(a, b));
        const [one = '', other = ''] = [primary(a), primary(b)];
        expect(Math.sign(compareKeys(one, other))).toBe(wanted);
      }),
      { numRuns: 3000 },
    );
  });

  it('tells different texts apart, and no text from itself', () => {
    const any = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.oneof(any, word), fc.oneof(any, word), (a, b) => {
        expect(compare(a, b) === 0).toBe(a === b);
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
      }),
    );
  });

  it('keeps things of one name in the order they came in', () => {
    const things = [
      { name: 'ខ', id: 1 },
      { name: 'ក', id: 2 },
      { name: 'ខ', id: 0 },
    ];
    expect(inNameOrder(things, ({ name }) => name).map(({ id }) => id)).toEqual([2, 1, 0]);
  });
});
