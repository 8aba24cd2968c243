import { describe, expect, it } from 'vitest';
import { itemSchema } from '../../../../shared/contracts/lesson.ts';
import { startAssociate, wholePairs } from './associate-draft.ts';
import {
  choiceIn,
  emptyGap,
  fillGap,
  startGapMatch,
  touchChoice,
  touchGap,
} from './gap-match-draft.ts';
import { chooseInline, isTried, optionIn, startInlineChoice } from './inline-choice-draft.ts';
import { putElement, touchElement } from './order-draft.ts';
import { secondTry } from './second-try.ts';

const prompt = { km: 'សូមឆ្លើយ' };
const word = (id: string) => ({ id, label: { km: id } });
const gaps = ['g', 'h'];

describe('filling gaps [LSN10]', () => {
  const touch = (draft: typeof startGapMatch, id: string) => touchChoice(draft, id, gaps, false);

  it('fills the first empty one, or the one that was touched before', () => {
    const first = touch(startGapMatch, 'a');
    expect(choiceIn(first, 'g')).toBe('a');
    const second = touch(touchGap(startGapMatch, 'h'), 'a');
    expect(choiceIn(second, 'h')).toBe('a');
    expect(second.held).toBeNull();
  });

  it('gives back what lies in a gap that is touched, and fills nothing where all are full', () => {
    const full = touch(touch(startGapMatch, 'a'), 'b');
    expect(touch(full, 'c')).toBe(full);
    expect(touchGap(full, 'g').pairs).toEqual([['b', 'h']]);
    expect(emptyGap(full, 'h').pairs).toEqual([['a', 'g']]);
  });

  it('moves a word that is put elsewhere, unless it is used twice', () => {
    const moved = fillGap(fillGap(startGapMatch, 'a', 'g', false), 'a', 'h', false);
    expect(moved.pairs).toEqual([['a', 'h']]);
    const twice = fillGap(fillGap(startGapMatch, 'a', 'g', true), 'a', 'h', true);
    expect(twice.pairs).toHaveLength(2);
  });

  it('keeps what fits for the second try [LSN5]', () => {
    const item = itemSchema.parse({
      id: 'one',
      prompt,
      type: 'gapMatch',
      text: { km: '{g} {h}' },
      choices: ['a', 'b'].map(word),
      correct: [
        ['a', 'g'],
        ['b', 'h'],
      ],
    });
    const draft = fillGap(fillGap(startGapMatch, 'a', 'g', true), 'a', 'h', true);
    expect(secondTry(item, draft, ['g'])).toMatchObject({ pairs: [['a', 'g']] });
  });
});

describe('choosing in a sentence [LSN10]', () => {
  const item = itemSchema.parse({
    id: 'one',
    prompt,
    type: 'inlineChoice',
    text: { km: '{g} {h}' },
    gaps: gaps.map((id) => ({ id, options: ['a', 'b'].map(word), correct: 'a' })),
  });

  it('goes on to the next gap without a word', () => {
    const one = chooseInline(startInlineChoice(gaps), 'b', gaps);
    expect(one.at).toBe('h');
    const both = chooseInline(one, 'a', gaps);
    expect(both.at).toBe('h');
    expect(optionIn(chooseInline({ ...both, at: 'g' }, 'a', gaps), 'g')).toBe('a');
  });

  it('opens the gap that does not fit for the second try, without the word tried [LSN5]', () => {
    const both = chooseInline(chooseInline(startInlineChoice(gaps), 'a', gaps), 'b', gaps);
    const second = secondTry(item, both, ['g']);
    expect(second).toMatchObject({ at: 'h', chosen: [['g', 'a']], tried: [['h', 'b']] });
    if (second.type !== 'inlineChoice') throw new Error('another draft');
    expect(isTried(second, 'h', 'b')).toBe(true);
    expect(chooseInline(second, 'b', gaps)).toBe(second);
  });
});

describe('finding pairs [LSN10]', () => {
  it('fills place by place, and is told as pairs once both are there', () => {
    const start = startAssociate(2);
    const one = touchElement(touchElement(touchElement(start, 'a'), 'b'), 'c');
    expect(wholePairs(one)).toEqual([['a', 'b']]);
    expect(wholePairs(putElement(one, 'd', 3))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(touchElement(one, 'a').places).toEqual([null, 'b', 'c', null]);
  });
});
