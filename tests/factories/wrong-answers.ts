import { answerOf } from '../../src/domain/marking.ts';
import { keptStroke } from '../../src/domain/strokes.ts';
import type { Stroke } from '../../src/domain/strokes.ts';
import type { Item, Response } from '../../src/shared/contracts/lesson.ts';

type Pair = [string, string];

/** Answers to an item that are not right, though near it: another card, two in each other's place, one missing. */
export function wrongAnswersTo(item: Item): readonly Response[] {
  const { type } = item;
  switch (type) {
    case 'present':
    case 'readAloud':
      return [];
    case 'choice':
      return wrongSets(idsOf(item.options), item.correct).map((chosen) => ({ type, chosen }));
    case 'hotspot':
      return wrongSets(idsOf(item.areas), item.correct).map((touched) => ({ type, touched }));
    case 'order':
      return swaps(idsOf(item.elements)).map((order) => ({ type, order }));
    case 'match':
    case 'gapMatch':
    case 'associate':
      return wrongPairs(item.correct).map((pairs) => ({ type, pairs }));
    case 'inlineChoice':
      return wrongWords(item).map((chosen) => ({ type, chosen }));
    case 'textEntry':
    case 'dictation':
      return ['', ...item.accept.map((text) => `${text}${text}`)].map((text) => ({ type, text }));
    case 'numberLine':
      return [item.correct - item.step, item.correct + item.step]
        .filter((value) => value >= item.min && value <= item.max)
        .map((value) => ({ type, value }));
    case 'keyDrill':
    case 'mouseDrill':
      return [{ type, misses: 0, finished: false }];
    case 'trace':
      return wrongLines(item.strokes).map((strokes) => ({
        type,
        strokes: strokes.map(keptStroke),
      }));
  }
}

/** Nothing, all but the last line, each line drawn backwards, and two in each other's place. */
function wrongLines(lines: readonly Stroke[]): (readonly Stroke[])[] {
  const backwards = lines.map((_, at) =>
    lines.map((line, index) => (index === at ? line.toReversed() : line)),
  );
  const [first, second, ...rest] = lines;
  const swapped = first === undefined || second === undefined ? [] : [[second, first, ...rest]];
  return [[], lines.slice(0, -1), ...backwards, ...swapped];
}

const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);

/** Each other thing alone, all together, and the right ones less one. */
function wrongSets(all: readonly string[], correct: readonly string[]): string[][] {
  const others = all.filter((id) => !correct.includes(id)).map((id) => [id]);
  const everything = others.length > 0 ? [[...all]] : [];
  return [...others, ...everything, correct.slice(1)];
}

/** Two neighbours in each other's place. */
const swaps = (ids: readonly string[]): string[][] =>
  ids.slice(1).map((id, index) => {
    const before = ids.slice(0, index);
    return [...before, id, ...ids.slice(index, index + 1), ...ids.slice(index + 2)];
  });

/** The partners of two pairs exchanged, or the only pair left out. */
function wrongPairs(correct: readonly Pair[]): Pair[][] {
  const [first, second, ...rest] = correct;
  if (first === undefined || second === undefined) return [[]];
  return [[[first[0], second[1]], [second[0], first[1]], ...rest], correct.slice(1)];
}

/** Each wrong word of each gap, the others right. */
function wrongWords(item: Extract<Item, { type: 'inlineChoice' }>): Pair[][] {
  const right = answerOf(item);
  const chosen = right.type === 'inlineChoice' ? right.chosen : [];
  return item.gaps.flatMap(({ id, options, correct }) =>
    options
      .filter((option) => option.id !== correct)
      .map((option) => chosen.map(([gap, word]): Pair => [gap, gap === id ? option.id : word])),
  );
}
