import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import { learnerStateSchema } from '../../shared/contracts/documents/state.ts';
import type { Response } from '../../shared/contracts/lesson.ts';
import { lessonKey } from '../lesson-progress.ts';
import { dayNumber } from '../training/review-card.ts';
import { wrongAnswer } from '../training/wrong-answer.ts';
import { foldLearner } from './fold-learner.ts';

const day = '2026-11-22';
const fold = (given: readonly EventPayload[], dates: readonly (string | null)[] = []) =>
  foldLearner(
    ids.learner,
    given.map((payload, index) =>
      openedEvent(payload, {
        seq: index + 1,
        date: dates[index] === undefined ? day : dates[index],
      }),
    ),
  );
const first = lessonKey(ids.pack, 'first');
function answer(item: string, response: Response, over: { run?: number } = {}): EventPayload {
  const payload = payloads.attempt(item, 'not-yet', over);
  return payload.type === 'attempt.recorded' ? { ...payload, response } : payload;
}
const chose = (...chosen: string[]): Response => ({ type: 'choice', chosen });

describe('[RPT3] items that were answered wrong', () => {
  it('are kept with the newest wrong first answers, of all runs', () => {
    const state = fold([
      payloads.opened(),
      answer('a', chose('y', 'x')),
      payloads.attempt('a', 'right', { attempt: 2 }),
      payloads.attempt('b', 'right'),
      payloads.opened({ run: 2 }),
      answer('a', chose('z'), { run: 2 }),
      payloads.opened({ run: 3 }),
      answer('a', chose('w'), { run: 3 }),
    ]);
    expect(state.lessons[first]?.missed).toEqual({ a: [3, ['z', 'w']] });
    expect(learnerStateSchema.parse(state)).toEqual(state);
  });

  it('say nothing of second tries, of what nobody marks, and of items called as objects’ own members', () => {
    const state = fold([
      payloads.opened(),
      payloads.attempt('a', 'shown', { attempt: 2 }),
      answer('look', { type: 'present' }),
      answer('constructor', chose('x')),
    ]);
    expect(state.lessons[first]?.missed).toEqual({ constructor: [1, ['x']] });
  });

  it('count where they were reviewed, too, and begin no lesson', () => {
    const review = (item: string, response: Response, over: object = {}): EventPayload => {
      const { pack, version } = ids;
      const attempt = payloads.attempt(item, 'not-yet', over);
      if (attempt.type !== 'attempt.recorded') throw new Error('an attempt');
      const {
        lesson,
        run: _,
        type: __,
        pack: ___,
        version: ____,
        item: _____,
        ...answered
      } = attempt;
      const of = { pack, version, lesson, item };
      return { ...answered, type: 'review.answered', of, response };
    };
    const state = fold([
      review('a', chose('before')),
      payloads.opened(),
      answer('a', chose('x')),
      payloads.attempt('a', 'right', { attempt: 2 }),
      payloads.attempt('b', 'right'),
      payloads.completed(),
      review('a', chose('y')),
      review('b', chose('z')),
      review('b', chose('w'), { attempt: 2 }),
    ]);
    expect(state.lessons[first]).toMatchObject({
      missed: { a: [2, ['x', 'y']], b: [1, ['z']] },
      items: { a: { outcome: 'right' }, b: { outcome: 'right' } },
    });
    expect(fold([review('a', chose('y'))]).lessons).toEqual({});
  });

  it('are written in one way, however they were given, and short', () => {
    expect(wrongAnswer(chose('b', 'a'))).toBe('a b');
    expect(
      wrongAnswer({
        type: 'match',
        pairs: [
          ['m', 'x'],
          ['a', 'y'],
        ],
      }),
    ).toBe('a=y m=x');
    expect(wrongAnswer({ type: 'associate', pairs: [['m', 'a']] })).toBe('a=m');
    expect(wrongAnswer({ type: 'textEntry', text: ' ក\u200bក \n x' })).toBe('កក x');
    expect(wrongAnswer({ type: 'textEntry', text: 'x'.repeat(200) })).toBe('x'.repeat(30));
    expect(wrongAnswer({ type: 'numberLine', value: 0.1 + 0.2 })).toBe('0.3');
    expect(wrongAnswer({ type: 'textEntry', text: ' ' })).toBeNull();
    expect(wrongAnswer({ type: 'trace', strokes: [] })).toBeNull();
  });

  it('count with nothing kept where the answer is too long to be kept', () => {
    const long = Array.from({ length: 3 }, (_, at) => `${at}${'x'.repeat(50)}`);
    const state = fold([payloads.opened(), answer('a', chose(...long))]);
    expect(state.lessons[first]?.missed).toEqual({ a: [1, []] });
  });
});

describe('[RPT2] the day a lesson was first done', () => {
  it('is that of its first completion, and none where no day was known', () => {
    const walk = [payloads.opened(), payloads.completed(), payloads.opened({ run: 2 })];
    const again = [...walk, payloads.completed(2)];
    const later = fold(again, [day, day, '2026-11-25', '2026-11-25']).lessons[first];
    expect(later).toMatchObject({ completedRuns: 2, finished: dayNumber(day) });
    expect(fold(walk, [day, null]).lessons[first]).not.toHaveProperty('finished');
  });
});
