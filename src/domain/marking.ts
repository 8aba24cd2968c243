import type { Item, Response } from '../shared/contracts/lesson.ts';
import { followsStroke, keptStroke, strokeId } from './strokes.ts';
import type { Stroke } from './strokes.ts';

/** A first try and a second; then the answer is shown ([LSN5]). */
export const maxTries = 2;

/** Whether answers of this type are right or wrong; what is looked at or read to oneself is neither. */
export const isMarkedType = (type: Item['type']): boolean =>
  type !== 'present' && type !== 'readAloud';

/** Makes two spellings of one answer the same text ([LSN4]); Khmer needs a library, so it is passed in. */
export type NormalizeText = (text: string) => string;

export interface Marking {
  readonly right: boolean;
  /**
   * Ids of the parts that fit: chosen options, left sides of pairs, elements in their place, gaps, both
   * of a pair from one set, strokes by `strokeId`.
   */
  readonly fitting: readonly string[];
}

/**
 * Marks a response to an item. A response of another type than the item's is wrong in every part.
 * @param normalize see {@link NormalizeText}
 */
export function markResponse(item: Item, response: Response, normalize: NormalizeText): Marking {
  switch (item.type) {
    case 'present':
    case 'readAloud':
      return whole(response.type === item.type);
    case 'choice':
      return response.type === 'choice' ? sameSet(item.correct, response.chosen) : wrong;
    case 'hotspot':
      return response.type === 'hotspot' ? sameSet(item.correct, response.touched) : wrong;
    case 'match':
      return response.type === 'match' ? markPairs(item.correct, response.pairs) : wrong;
    case 'order':
      return response.type === 'order' ? markOrder(idsOf(item.elements), response.order) : wrong;
    case 'textEntry':
    case 'dictation':
      return whole(
        response.type === item.type &&
          item.accept.some((accepted) => normalize(accepted) === normalize(response.text)),
      );
    case 'numberLine':
      return whole(
        response.type === 'numberLine' &&
          Math.abs(response.value - item.correct) <= item.tolerance + roundingSlack,
      );
    case 'keyDrill':
      return whole(response.type === 'keyDrill' && response.finished);
    case 'gapMatch':
      return response.type === 'gapMatch'
        ? markPairs(item.correct.map(turned), response.pairs.map(turned))
        : wrong;
    case 'inlineChoice':
      return response.type === 'inlineChoice'
        ? markPairs(rightOptions(item.gaps), response.chosen)
        : wrong;
    case 'associate':
      return response.type === 'associate' ? markPairing(item.correct, response.pairs) : wrong;
    case 'trace':
      return response.type === 'trace' ? markStrokes(item, response.strokes) : wrong;
    case 'mouseDrill':
      return whole(response.type === 'mouseDrill' && response.finished);
  }
}

/** The full right answer of an item, to be shown. */
export function answerOf(item: Item): Response {
  switch (item.type) {
    case 'present':
      return { type: 'present' };
    case 'readAloud':
      return { type: 'readAloud', recording: null };
    case 'choice':
      return { type: 'choice', chosen: item.correct };
    case 'hotspot':
      return { type: 'hotspot', touched: item.correct };
    case 'match':
      return { type: 'match', pairs: item.correct };
    case 'order':
      return { type: 'order', order: idsOf(item.elements) };
    case 'textEntry':
    case 'dictation':
      return { type: item.type, text: item.accept[0] ?? '' };
    case 'numberLine':
      return { type: 'numberLine', value: item.correct };
    case 'keyDrill':
      return { type: 'keyDrill', misses: 0, finished: true };
    case 'gapMatch':
      return { type: 'gapMatch', pairs: item.correct };
    case 'inlineChoice':
      return { type: 'inlineChoice', chosen: rightOptions(item.gaps) };
    case 'associate':
      return { type: 'associate', pairs: item.correct };
    case 'trace':
      return { type: 'trace', strokes: item.strokes.map(keptStroke) };
    case 'mouseDrill':
      return { type: 'mouseDrill', misses: 0, finished: true };
  }
}

function markStrokes(
  { strokes, tolerance }: Pick<Extract<Item, { type: 'trace' }>, 'strokes' | 'tolerance'>,
  drawn: readonly Stroke[],
): Marking {
  const fitting = strokes.flatMap((stroke, index) => {
    const hand = drawn[index];
    return hand !== undefined && followsStroke(hand, stroke, tolerance) ? [strokeId(index)] : [];
  });
  return { right: fitting.length === strokes.length && drawn.length === strokes.length, fitting };
}

// A number line in steps of 0.1 ends a hair beside its marks.
const roundingSlack = 1e-9;

const wrong: Marking = { right: false, fitting: [] };

const whole = (right: boolean): Marking => ({ right, fitting: [] });

const idsOf = (things: readonly { readonly id: string }[]) => things.map((thing) => thing.id);

function sameSet(correct: readonly string[], chosen: readonly string[]): Marking {
  const unique = [...new Set(chosen)];
  const fitting = unique.filter((id) => correct.includes(id));
  return {
    right: fitting.length === new Set(correct).size && unique.length === fitting.length,
    fitting,
  };
}

type Pairs = readonly (readonly [string, string])[];

function markPairs(correct: Pairs, pairs: Pairs): Marking {
  const partners = new Map(correct);
  const fitting = pairs.filter(([left, right]) => partners.get(left) === right);
  return {
    right:
      new Set(fitting.map(([left]) => left)).size === correct.length &&
      pairs.length === correct.length,
    fitting: fitting.map(([left]) => left),
  };
}

const turned = ([one, other]: readonly [string, string]): [string, string] => [other, one];

const rightOptions = (gaps: readonly { readonly id: string; readonly correct: string }[]) =>
  gaps.map(({ id, correct }): [string, string] => [id, correct]);

/** Pairs from one set: either of a pair may come first, and none is in two. */
function markPairing(correct: Pairs, pairs: Pairs): Marking {
  const partners = new Map([...correct, ...correct.map(turned)]);
  const used = pairs.flat();
  const fitting = pairs
    .filter(([one, other]) => partners.get(one) === other)
    .flat()
    .filter((id) => used.indexOf(id) === used.lastIndexOf(id));
  return {
    right: fitting.length === correct.length * 2 && pairs.length === correct.length,
    fitting,
  };
}

function markOrder(correct: readonly string[], order: readonly string[]): Marking {
  const fitting = order.filter((id, index) => correct[index] === id);
  return { right: fitting.length === correct.length && order.length === correct.length, fitting };
}
