import { describe, expect, it } from 'vitest';
import { statementSchema } from '../../shared/contracts/h5p.ts';
import { toldBy } from './outcome.ts';

const verbs = 'http://adlnet.gov/expapi/verbs/';
const told = (verb: string, over: Readonly<Record<string, unknown>> = {}) =>
  toldBy(statementSchema.parse({ verb: { id: verbs + verb }, ...over }));

describe('what content of H5P tells', () => {
  it('[PCE14] of its end is a result: the score as a share, passed, completed', () => {
    const result = {
      score: { min: 0, max: 4, raw: 3, scaled: 0.75 },
      success: true,
      completion: true,
    };
    expect(told('completed', { result }).result).toEqual({
      score: 0.75,
      passed: true,
      completed: true,
    });
    expect(
      told('answered', { result: { score: { raw: 1, max: 4 }, success: false } }),
    ).toMatchObject({
      result: { score: 0.25, passed: false, completed: true },
    });
    expect(told('answered', { result: { completion: false } }).result?.completed).toBe(false);
    expect(told('passed').result).toEqual({ score: null, passed: true, completed: true });
  });

  it('[PCE14] of anything else is none', () => {
    for (const verb of ['attempted', 'interacted', 'progressed', 'consumed']) {
      expect(told(verb, { result: { completion: true } })).toEqual({ result: null, answer: null });
    }
  });

  it('[PCE14] of a part is an answer, and no result of the whole', () => {
    const object = {
      id: 'pack://x?subContentId=7',
      definition: {
        description: { 'en-US': '<p>Which is\n a cat?</p>' },
        interactionType: 'choice',
        extensions: { 'http://h5p.org/x-api/h5p-subContentId': '7' },
      },
    };
    const context = { contextActivities: { parent: [{ id: 'pack://x' }] } };
    const result = { success: false, response: '2', score: { raw: 0, max: 1 } };
    expect(told('answered', { object, context, result })).toEqual({
      result: null,
      answer: {
        id: '7',
        type: 'choice',
        description: 'Which is a cat?',
        response: '2',
        success: false,
      },
    });
  });

  it.each([
    ['a score out of bounds', { score: { scaled: 7 } }, 1],
    ['a score below nothing', { score: { scaled: -1 } }, 0],
    ['a score of nothing', { score: { raw: 0, max: 0 } }, null],
    ['a score that is none', { score: { scaled: 'much' } }, null],
  ])('[PCE14] keeps %s within its bounds', (_, result, score) => {
    expect(told('completed', { result }).result?.score).toBe(score);
  });

  it('[PCE14] is nothing where it is no statement', () => {
    expect(statementSchema.safeParse({ verb: 'completed' }).success).toBe(false);
    expect(statementSchema.safeParse(null).success).toBe(false);
  });
});
