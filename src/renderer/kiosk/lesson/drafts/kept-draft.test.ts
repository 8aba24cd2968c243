import { describe, expect, it } from 'vitest';
import { itemSchema } from '../../../../shared/contracts/lesson.ts';
import { keptDraftSchema } from '../../../../shared/contracts/lesson/draft.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { draftGivenBack, keptOf } from './kept-draft.ts';

const prompt = { km: 'សូមឆ្លើយ' };
const options = ['a', 'b', 'c'].map((id) => ({ id, label: { km: id } }));
const item = (of: object) => itemSchema.parse({ id: 'it', prompt, ...of });

const fourth = { id: 'd', label: { km: 'd' } };
const twoPairs = ['ab', 'ba'].map((pair) => [...pair]);
const twoOfFour = ['ab', 'cd'].map((pair) => [...pair]);
const down: [number, number][] = [10, 90].map((y) => [10, y]);
const across: [number, number][] = [20, 80].map((x) => [x, 10]);

/** An item of each kind whose answer is kept, and that answer half-way; what comes back where that differs. */
const begun: readonly { readonly of: object; readonly draft: Draft; readonly back?: Draft }[] = [
  {
    of: { type: 'choice', options, correct: ['a'] },
    draft: { type: 'choice', chosen: ['b'], tried: ['c'] },
  },
  {
    of: { type: 'match', left: options.slice(0, 2), right: options, correct: twoPairs },
    draft: { type: 'match', pairs: [['a', 'b']], held: { side: 'left', id: 'b' } },
  },
  {
    of: { type: 'order', elements: options },
    draft: { type: 'order', places: ['c', null, 'a'] },
  },
  {
    of: { type: 'associate', choices: [...options, fourth], correct: twoOfFour },
    draft: { type: 'associate', places: ['a', null, null, null] },
  },
  {
    of: { type: 'textEntry', keyboard: 'khmer', accept: ['ខ្មែរ'] },
    draft: { type: 'textEntry', text: 'ខ្មែ', caret: 3, erasing: true },
    back: { type: 'textEntry', text: 'ខ្មែ', caret: 3 },
  },
  {
    of: { type: 'keyDrill', keys: ['a', 'b'] },
    draft: { type: 'keyDrill', pressed: 1, misses: 2, wrongKey: 'x' },
    back: { type: 'keyDrill', pressed: 1, misses: 2, wrongKey: null },
  },
  {
    of: { type: 'trace', strokes: [down, across] },
    draft: { type: 'trace', strokes: [down] },
  },
];

describe('[SIT7] an answer that waits for its learner', () => {
  it.each(begun)('$of comes back as it was left', ({ of, draft, back = draft }) => {
    const asked = item(of);
    const kept = keptOf(asked, draft);
    expect(kept).not.toBeNull();
    expect(draftGivenBack(asked, keptDraftSchema.parse(kept))).toEqual(back);
  });

  it.each(begun)('$of is not kept before anything is done', ({ of }) => {
    const asked = item(of);
    expect(keptOf(asked, startDraft(asked))).toBeNull();
  });

  it('holds no voice that was not handed in', () => {
    const take = { bytes: new Uint8Array(4), ms: 500 };
    const asked = item({ type: 'readAloud', display: { km: 'អាន' } });
    expect(keptOf(asked, { type: 'readAloud', take, kept: null, refused: false })).toBeNull();
  });
});
