import { describe, expect, it } from 'vitest';
import { itemSchema } from '../../../../shared/contracts/lesson.ts';
import { keptDraftSchema } from '../../../../shared/contracts/lesson/draft.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { draftGivenBack, keptOf } from './kept-draft.ts';

const prompt = { km: 'សូមឆ្លើយ' };
const options = ['a', 'b', 'c'].map((id) => ({ id, label: { km: id } }));
const item = (of: object) => itemSchema.parse({ id: 'it', prompt, ...of });

/** An item of each kind whose answer is kept, and that answer half-way; what comes back where that differs. */
const begun: readonly (readonly [object, Draft, Draft?])[] = [
  [
    { type: 'choice', options, correct: ['a'] },
    { type: 'choice', chosen: ['b'], tried: ['c'] },
  ],
  [
    {
      type: 'match',
      left: options.slice(0, 2),
      right: options,
      correct: [
        ['a', 'b'],
        ['b', 'a'],
      ],
    },
    { type: 'match', pairs: [['a', 'b']], held: { side: 'left', id: 'b' } },
  ],
  [
    { type: 'order', elements: options },
    { type: 'order', places: ['c', null, 'a'] },
  ],
  [
    {
      type: 'associate',
      choices: options.concat({ id: 'd', label: { km: 'd' } }),
      correct: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    { type: 'associate', places: ['a', null, null, null] },
  ],
  [
    { type: 'textEntry', keyboard: 'khmer', accept: ['ខ្មែរ'] },
    { type: 'textEntry', text: 'ខ្មែ', caret: 3, erasing: true },
    { type: 'textEntry', text: 'ខ្មែ', caret: 3 },
  ],
  [
    { type: 'keyDrill', keys: ['a', 'b'] },
    { type: 'keyDrill', pressed: 1, misses: 2, wrongKey: 'x' },
    { type: 'keyDrill', pressed: 1, misses: 2, wrongKey: null },
  ],
  [
    {
      type: 'trace',
      strokes: [
        [
          [10, 10],
          [10, 90],
        ],
        [
          [20, 10],
          [80, 10],
        ],
      ],
    },
    {
      type: 'trace',
      strokes: [
        [
          [10, 10],
          [10, 90],
        ],
      ],
    },
  ],
];

describe('[SIT7] an answer that waits for its learner', () => {
  it.each(begun)('%j comes back as it was left', (of, draft, back = draft) => {
    const asked = item(of);
    const kept = keptOf(asked, draft);
    expect(kept).not.toBeNull();
    expect(draftGivenBack(asked, keptDraftSchema.parse(kept))).toEqual(back);
  });

  it.each(begun)('%j is not kept before anything is done', (of) => {
    const asked = item(of);
    expect(keptOf(asked, startDraft(asked))).toBeNull();
  });

  it('holds no voice that was not handed in', () => {
    const take = { bytes: new Uint8Array(4), ms: 500 };
    const asked = item({ type: 'readAloud', display: { km: 'អាន' } });
    expect(keptOf(asked, { type: 'readAloud', take, kept: null, refused: false })).toBeNull();
  });
});
