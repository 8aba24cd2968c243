import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Said } from '../port.ts';
import { ResultTeller } from './result-teller.ts';

const answered = (raw: number, part?: string) => ({
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
  object: {
    definition: {
      interactionType: 'choice',
      ...(part !== undefined && {
        extensions: { 'http://h5p.org/x-api/h5p-subContentId': part },
      }),
    },
  },
  result: { score: { raw, max: 4 }, success: raw === 4, response: `${raw}` },
});

describe('results of H5P', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const telling = () => {
    const said: Said[] = [];
    return { said, teller: new ResultTeller((message) => said.push(message)) };
  };

  it('[PCE14] are told together a moment after they came, with answers of parts', () => {
    const { said, teller } = telling();
    teller.take(answered(1, 'a'));
    teller.take(answered(4));
    teller.take('no statement');
    expect(said).toEqual([]);
    vi.runAllTimers();
    expect(said).toMatchObject([
      { kind: 'result', score: 1, passed: true, completed: true, answers: [{ id: 'a' }, {}] },
    ]);
  });

  it('[PCE14] of parts alone say nothing of the whole', () => {
    const { said, teller } = telling();
    teller.take(answered(4, 'a'));
    vi.runAllTimers();
    expect(said).toMatchObject([{ score: null, passed: null, completed: false }]);
  });

  it('[PCE14] are told at once when their learner leaves, and no more than once', () => {
    const { said, teller } = telling();
    teller.take(answered(2));
    teller.tellNow();
    expect(said).toMatchObject([{ score: 0.5, passed: false, completed: true }]);
    teller.tellNow();
    vi.runAllTimers();
    expect(said).toHaveLength(1);
  });

  it('[PCE14] are told at no more than the pace and size a frame may', () => {
    const { said, teller } = telling();
    for (let nth = 0; nth < 500; nth += 1) teller.take(answered(1, String(nth)));
    vi.advanceTimersByTime(1_000);
    expect(said).toHaveLength(2);
    vi.runAllTimers();
    const answers = said.flatMap((message) =>
      'answers' in message ? (message.answers ?? []) : [],
    );
    expect(answers).toHaveLength(200);
  });
});
