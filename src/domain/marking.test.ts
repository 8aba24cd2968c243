import { describe, expect, it } from 'vitest';
import { itemSchema, responseSchema } from '../shared/contracts/lesson.ts';
import { answerOf, markResponse } from './marking.ts';

const trim = (text: string) => text.trim();
const prompt = { km: 'សំណួរ' };
const label = (km: string) => ({ id: km, label: { km } });

const items = [
  { type: 'present', id: 'look', prompt },
  { type: 'choice', id: 'c', prompt, options: [label('a'), label('b')], correct: ['a'] },
  { type: 'choice', id: 'cc', prompt, options: ['a', 'b', 'c'].map(label), correct: ['a', 'c'] },
  {
    type: 'match',
    id: 'm',
    prompt,
    left: [label('a'), label('b')],
    right: [label('x'), label('y')],
    correct: [
      ['a', 'x'],
      ['b', 'y'],
    ],
  },
  { type: 'order', id: 'o', prompt, elements: ['a', 'b', 'c'].map(label) },
  { type: 'textEntry', id: 't', prompt, accept: ['៥', '5'], keyboard: 'digits' },
  { type: 'numberLine', id: 'n', prompt, min: 0, max: 1, step: 0.1, labelEvery: 1, correct: 0.3 },
  {
    type: 'hotspot',
    id: 'h',
    prompt,
    scene: { src: 'p.svg', alt: prompt },
    areas: [{ id: 'a', x: 1, y: 1, r: 5, name: prompt }],
    correct: ['a'],
  },
  { type: 'keyDrill', id: 'k', prompt, keys: ['a'] },
].map((item) => itemSchema.parse(item));

const [, choice, several, match, order, text, line] = items;

function mark(item: (typeof items)[number] | undefined, response: unknown) {
  if (item === undefined) throw new Error('no such item');
  return markResponse(item, responseSchema.parse(response), trim);
}

describe('marking', () => {
  it.each(items)('takes the full answer of a $type item as right', (item) => {
    expect(markResponse(item, answerOf(item), trim).right).toBe(true);
  });

  it.each(items.slice(1))('takes an answer of another type to a $type item as wrong', (item) => {
    expect(mark(item, { type: 'present' })).toEqual({ right: false, fitting: [] });
  });

  it('names the chosen options that fit', () => {
    expect(mark(several, { type: 'choice', chosen: ['a', 'b'] })).toEqual({
      right: false,
      fitting: ['a'],
    });
    expect(mark(choice, { type: 'choice', chosen: ['a', 'b'] }).right).toBe(false);
    expect(mark(several, { type: 'choice', chosen: ['a', 'a'] }).right).toBe(false);
  });

  it('names the pairs that fit, and takes no side twice', () => {
    const half = {
      type: 'match',
      pairs: [
        ['a', 'x'],
        ['b', 'x'],
      ],
    };
    expect(mark(match, half)).toEqual({ right: false, fitting: ['a'] });
    const twice = {
      type: 'match',
      pairs: [
        ['a', 'x'],
        ['a', 'x'],
      ],
    };
    expect(mark(match, twice).right).toBe(false);
  });

  it('names the elements in their place', () => {
    expect(mark(order, { type: 'order', order: ['a', 'c', 'b'] })).toEqual({
      right: false,
      fitting: ['a'],
    });
    expect(mark(order, { type: 'order', order: ['a', 'b'] }).right).toBe(false);
  });

  it('[LSN4] compares typed text as the normalizer says', () => {
    expect(mark(text, { type: 'textEntry', text: ' 5 ' }).right).toBe(true);
    expect(mark(text, { type: 'textEntry', text: '55' }).right).toBe(false);
  });

  it('forgives the rounding of a number line, not a step', () => {
    expect(mark(line, { type: 'numberLine', value: 0.1 + 0.2 }).right).toBe(true);
    expect(mark(line, { type: 'numberLine', value: 0.4 }).right).toBe(false);
  });
});
