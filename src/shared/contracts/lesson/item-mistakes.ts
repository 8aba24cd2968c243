import { tellRule } from '../../words/rule.ts';
import type { BrokenRule } from '../../words/rule.ts';
import type { Phrase } from '../phrase.ts';
import { gapsOf } from './gap-items.ts';
import { gapsIn, wordsLength } from './gap-text.ts';
import type { Item } from './item.ts';

/** What is wrong, and with which member of the item. */
export interface ItemMistake extends BrokenRule {
  readonly at: readonly (string | number)[];
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
        : mistake('correct', tellRule('line.off'), tellRule('line.off.fix'));
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
        : mistake('display', tellRule('dictation.shown'), tellRule('leave-out.fix'));
    case 'present':
    case 'readAloud':
      return item.trains === undefined
        ? []
        : mistake('trains', tellRule('trains.unmarked'), tellRule('leave-out.fix'));
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
      : mistake('correct', tellRule('match.partners'), tellRule('match.partners.fix'))),
  ];
}

function gapMatchMistakes(item: ItemOf<'gapMatch'>): ItemMistake[] {
  const { text, scene, gaps, choices, correct } = item;
  if ((text === undefined) === (scene === undefined)) {
    return mistake('text', tellRule('gaps.either'), tellRule('gaps.either.fix'));
  }
  if (text !== undefined && gaps.length > 0) {
    return mistake('gaps', tellRule('gaps.in-text', { sign }), tellRule('leave-out.fix'));
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
    ...unknown('correct', answered, known, 'gap.none'),
    ...twice('correct', answered),
    ...known
      .filter((gap) => !answered.includes(gap))
      .flatMap((id) =>
        mistake('correct', tellRule('gap.unfilled', { id }), tellRule('gap.unfilled.fix')),
      ),
  ];
}

function inlineChoiceMistakes({ text, gaps }: ItemOf<'inlineChoice'>): ItemMistake[] {
  return [
    ...twice('gaps', ids(gaps)),
    ...textMistakes(text, ids(gaps)),
    ...gaps.flatMap(({ options, correct }, index) =>
      [...unknown('correct', [correct], ids(options)), ...twice('options', ids(options))].map(
        (found) => ({ ...found, at: ['gaps', index, ...found.at] }),
      ),
    ),
  ];
}

/** How a gap is written. */
const sign = '{gap-id}';

/** A text with gaps fits the screen up to here, in code points. */
const longestText = 120;

/** In each language a text has each gap once, and is short enough for one screen. */
function textMistakes(text: Phrase, gaps: readonly string[]): ItemMistake[] {
  const written = [text.km, ...(text.en === undefined ? [] : [text.en])];
  return ['km', 'en'].slice(0, written.length).flatMap((language, index) => {
    const words = written[index] ?? '';
    const found = gapsIn(words);
    const at = ['text', language];
    const fix = tellRule('text.gap.fix', { sign });
    const long = { problem: tellRule('text.long', { count: longestText }) };
    return [
      ...(found.length === 0 ? [{ at, problem: tellRule('text.no-gap'), fix }] : []),
      ...gaps
        .filter((gap) => !found.includes(gap))
        .map((gap) => ({ at, problem: tellRule('text.lacks-gap', { gap: `{${gap}}` }), fix })),
      ...found
        .filter((gap) => !gaps.includes(gap))
        .map((gap) => ({ at, problem: tellRule('text.other-gap', { gap: `{${gap}}` }), fix })),
      ...repeated(found).map((gap) => ({
        at,
        problem: tellRule('text.gap-twice', { gap: `{${gap}}` }),
        fix,
      })),
      ...(wordsLength(words) > longestText
        ? [{ at, ...long, fix: tellRule('text.long.fix') }]
        : []),
    ];
  });
}

const ids = (things: readonly { readonly id: string }[]) => things.map((thing) => thing.id);

const mistake = (
  member: string,
  problem: BrokenRule['problem'],
  fix: BrokenRule['fix'],
): ItemMistake[] => [{ at: [member], problem, fix }];

const unknown = (
  member: string,
  named: readonly string[],
  known: readonly string[],
  rule: 'option.none' | 'gap.none' = 'option.none',
): ItemMistake[] =>
  named
    .filter((id) => !known.includes(id))
    .flatMap((id) =>
      mistake(member, tellRule(rule, { id, known: known.join(', ') }), tellRule(`${rule}.fix`)),
    );

const twice = (member: string, known: readonly string[]): ItemMistake[] =>
  repeated(known).flatMap((id) =>
    mistake(member, tellRule('id.twice', { id }), tellRule('id.twice.fix')),
  );

const repeated = (known: readonly string[]) =>
  known.filter((id, index) => known.indexOf(id) !== index);
