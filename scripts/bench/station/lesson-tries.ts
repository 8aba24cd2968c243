import { answerOf, isMarkedType } from '../../../src/domain/marking.ts';
import { stepsOf } from '../../../src/domain/lesson-progress.ts';
import type { Item, Lesson, Response } from '../../../src/shared/contracts/lesson.ts';

/** One answer to give. */
export interface Try {
  readonly item: string;
  readonly response: Response;
  /** Whether it counts as a try at a question: looking at something does not. */
  readonly counts: boolean;
}

/**
 * Every answer that a lesson takes when each question is first answered wrong and then right; each of
 * them is recorded ([LSN5]).
 */
export function triesAt(lesson: Lesson): readonly Try[] {
  return stepsOf(lesson).flatMap(({ item }) => {
    const counts = isMarkedType(item.type);
    const right = { item: item.id, response: answerOf(item), counts };
    return counts ? [{ item: item.id, response: wrongAnswer(item), counts }, right] : [right];
  });
}

/** An answer of the item's own type in which nothing is right. */
function wrongAnswer(item: Item): Response {
  switch (item.type) {
    case 'present':
      return { type: 'present' };
    case 'readAloud':
      return { type: 'readAloud', recording: null };
    case 'choice':
      return { type: 'choice', chosen: [] };
    case 'hotspot':
      return { type: 'hotspot', touched: [] };
    case 'match':
      return { type: 'match', pairs: [] };
    case 'order':
      return { type: 'order', order: [] };
    case 'textEntry':
    case 'dictation':
      return { type: item.type, text: '' };
    case 'numberLine':
      return { type: 'numberLine', value: item.correct + item.tolerance + item.step };
    case 'keyDrill':
      return { type: 'keyDrill', misses: 1, finished: false };
    case 'gapMatch':
    case 'associate':
      return { type: item.type, pairs: [] };
    case 'inlineChoice':
      return { type: 'inlineChoice', chosen: [] };
    case 'trace':
      return { type: 'trace', strokes: [] };
    case 'mouseDrill':
      return { type: 'mouseDrill', misses: 1, finished: false };
  }
}
