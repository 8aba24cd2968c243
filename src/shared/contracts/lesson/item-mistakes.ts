import type { Phrase } from '../phrase.ts';
import { gapsOf } from './gap-items.ts';
import { gapsIn, wordsLength } from './gap-text.ts';
import type { Item } from './item.ts';

/** What is wrong, and with which member of the item. */
export interface ItemMistake {
  readonly at: readonly (string | number)[];
  readonly message: string;
}

/** What a shape alone can't say: keys that name no option, options used twice. */
export function itemMistakes(item: Item): ItemMistake[] {
  switch (item.type) {
    case 'choice':
      return [
        ...unknown('correct', item.correct, ids(item.options)),
        ...twice('options', ids(item.options)),
      ];
    case 'match':
      return matchMistakes(item);
    case 'order':
      return twice('elements', ids(item.elements));
    case 'hotspot':
      return [
        ...unknown('correct', item.correct, ids(item.areas)),
        ...twice('areas', ids(item.areas)),
      ];
    case 'numberLine':
      return item.correct >= item.min && item.correct <= item.max
        ? []
        : mistake('correct', 'correct is off the line');
    case 'gapMatch':
      return gapMatchMistakes(item);
    case 'inlineChoice':
      return inlineChoiceMistakes(item);
    case 'associate':
      return [
        ...unknown('correct', item.correct.flat(), ids(item.choices)),
        ...twice('choices', ids(item.choices)),
        ...twice('correct', item.correct.flat()),
      ];
    case 'dictation':
      return item.display === undefined
        ? []
        : mistake('display', 'would show what is to be written');
    case 'present':
    case 'readAloud':
      return item.trains === undefined ? [] : mistake('trains', 'nothing is marked here');
    case 'textEntry':
    case 'keyDrill':
    case 'trace':
    case 'mouseDrill':
      return [];
  }
}

type ItemOf<Type extends Item['type']> = Extract<Item, { type: Type }>;

function matchMistakes({ left, right, correct }: ItemOf<'match'>): ItemMistake[] {
  const lefts = correct.map(([id]) => id);
  return [
    ...unknown('correct', lefts, ids(left)),
    ...unknown(
      'correct',
      correct.map(([, id]) => id),
      ids(right),
    ),
    ...twice('left', ids(left)),
    ...twice('right', ids(right)),
    ...(correct.length === left.length
      ? []
      : mistake('correct', 'every left side needs one partner')),
  ];
}

function gapMatchMistakes(item: ItemOf<'gapMatch'>): ItemMistake[] {
  const { text, scene, gaps, choices, correct } = item;
  if ((text === undefined) === (scene === undefined)) {
    return mistake('text', 'give either a text with gaps or a scene with gaps');
  }
  if (text !== undefined && gaps.length > 0) {
    return mistake('gaps', 'the gaps of a text stand in the text, as {gap-id}');
  }
  const known = gapsOf(item);
  const answered = correct.map(([, gap]) => gap);
  return [
    ...(text === undefined ? twice('gaps', known) : textMistakes(text, known)),
    ...twice('choices', ids(choices)),
    ...unknown(
      'correct',
      correct.map(([choice]) => choice),
      ids(choices),
    ),
    ...unknown('correct', answered, known, 'gap'),
    ...twice('correct', answered),
    ...known
      .filter((gap) => !answered.includes(gap))
      .flatMap((gap) => mistake('correct', `nothing fits the gap: ${gap}`)),
  ];
}

function inlineChoiceMistakes({ text, gaps }: ItemOf<'inlineChoice'>): ItemMistake[] {
  return [
    ...twice('gaps', ids(gaps)),
    ...textMistakes(text, ids(gaps)),
    ...gaps.flatMap(({ options, correct }, index) =>
      [...unknown('correct', [correct], ids(options)), ...twice('options', ids(options))].map(
        ({ at, message }) => ({ at: ['gaps', index, ...at], message }),
      ),
    ),
  ];
}

/** A text with gaps fits the screen up to here, in code points. */
const longestText = 120;

/** In each language a text has each gap once, and is short enough for one screen. */
function textMistakes(text: Phrase, gaps: readonly string[]): ItemMistake[] {
  const written = [text.km, ...(text.en === undefined ? [] : [text.en])];
  return ['km', 'en'].slice(0, written.length).flatMap((language, index) => {
    const words = written[index] ?? '';
    const found = gapsIn(words);
    const at = ['text', language];
    return [
      ...(found.length === 0 ? [{ at, message: 'has no gap, written as {gap-id}' }] : []),
      ...gaps
        .filter((gap) => !found.includes(gap))
        .map((gap) => ({ at, message: `lacks the gap: {${gap}}` })),
      ...found
        .filter((gap) => !gaps.includes(gap))
        .map((gap) => ({ at, message: `no such gap: {${gap}}` })),
      ...repeated(found).map((gap) => ({ at, message: `has the gap twice: {${gap}}` })),
      ...(wordsLength(words) > longestText
        ? [{ at, message: `is longer than ${longestText} signs; make two items of it` }]
        : []),
    ];
  });
}

const ids = (things: readonly { readonly id: string }[]) => things.map((thing) => thing.id);

const mistake = (member: string, message: string): ItemMistake[] => [{ at: [member], message }];

const unknown = (
  member: string,
  named: readonly string[],
  known: readonly string[],
  what = 'option',
): ItemMistake[] =>
  named
    .filter((id) => !known.includes(id))
    .flatMap((id) => mistake(member, `no such ${what}: ${id}; there are ${known.join(', ')}`));

const twice = (member: string, known: readonly string[]): ItemMistake[] =>
  repeated(known).flatMap((id) => mistake(member, `id used twice: ${id}`));

const repeated = (known: readonly string[]) =>
  known.filter((id, index) => known.indexOf(id) !== index);
