import { describe, expect, it } from 'vitest';
import { markResponse } from '../../../src/domain/marking.ts';
import { lessonSchema } from '../../../src/shared/contracts/lesson.ts';
import { stepsOf } from '../../../src/domain/lesson-progress.ts';
import { triesAt } from './lesson-tries.ts';

const words = (km: string) => ({ km });
const option = (id: string) => ({ id, label: words(id) });
const two = [option('a'), option('b')];
const base = (id: string) => ({ id, prompt: words('?') });

const lesson = lessonSchema.parse({
  format: 'rean-lesson@1',
  id: 'all-types',
  title: words('?'),
  activities: [
    {
      id: 'one',
      title: words('?'),
      items: [
        { ...base('present'), type: 'present' },
        { ...base('choice'), type: 'choice', options: two, correct: ['b'] },
        {
          ...base('match'),
          type: 'match',
          left: two,
          right: two,
          correct: [
            ['a', 'b'],
            ['b', 'a'],
          ],
        },
        { ...base('order'), type: 'order', elements: two },
        { ...base('text'), type: 'textEntry', accept: ['ក'], keyboard: 'khmer' },
        { ...base('line'), type: 'numberLine', min: 0, max: 9, step: 1, labelEvery: 1, correct: 3 },
        { ...base('keys'), type: 'keyDrill', keys: ['a'] },
      ],
    },
  ],
});

describe('the tries at a lesson', () => {
  it('[LSN5] are a wrong one and then the right one at every question', () => {
    const marks = stepsOf(lesson).map(({ item }) =>
      triesAt(lesson)
        .filter((each) => each.item === item.id)
        .map(({ response }) => markResponse(item, response, (text) => text).right),
    );
    expect(marks).toEqual([[true], ...Array.from({ length: 6 }, () => [false, true])]);
  });

  it('count but for what is only looked at', () => {
    const uncounted = triesAt(lesson).filter(({ counts }) => !counts);
    expect(uncounted.map(({ item }) => item)).toEqual(['present']);
  });
});
