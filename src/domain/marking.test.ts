import fc from 'fast-check';
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
  {
    type: 'gapMatch',
    id: 'g',
    prompt,
    text: { km: 'x {a} y {b}' },
    choices: ['one', 'two', 'three'].map(label),
    correct: [
      ['one', 'a'],
      ['two', 'b'],
    ],
  },
  {
    type: 'inlineChoice',
    id: 'i',
    prompt,
    text: { km: 'x {a} y {b}' },
    gaps: ['a', 'b'].map((id) => ({ id, options: [label('one'), label('two')], correct: 'two' })),
  },
  {
    type: 'associate',
    id: 'as',
    prompt,
    choices: ['a', 'b', 'c', 'd', 'e'].map(label),
    correct: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  {
    type: 'trace',
    id: 'tr',
    prompt,
    strokes: [
      [
        [50, 10],
        [50, 90],
      ],
      [
        [10, 50],
        [90, 50],
      ],
    ],
  },
  {
    type: 'dictation',
    id: 'di',
    prompt,
    picture: { src: 'p.svg', alt: prompt },
    said: { km: 'ក' },
    accept: ['ក'],
    keyboard: 'khmer',
  },
  { type: 'mouseDrill', id: 'md', prompt, steps: [{ do: 'click', x: 10, y: 10 }] },
].map((item) => itemSchema.parse(item));

const [, choice, several, match, order, text, line, , , gaps, inline, pairs, cross] = items;

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

  it('[LSN10] names the gaps that fit', () => {
    const swapped = [
      ['two', 'a'],
      ['two', 'b'],
    ];
    expect(mark(gaps, { type: 'gapMatch', pairs: swapped })).toEqual({
      right: false,
      fitting: ['b'],
    });
    const chosen = [
      ['a', 'two'],
      ['b', 'one'],
    ];
    expect(mark(inline, { type: 'inlineChoice', chosen })).toEqual({
      right: false,
      fitting: ['a'],
    });
  });

  it('[LSN10] names both of each pair found, whichever comes first', () => {
    const half = [
      ['b', 'a'],
      ['c', 'e'],
    ];
    expect(mark(pairs, { type: 'associate', pairs: half })).toEqual({
      right: false,
      fitting: ['b', 'a'],
    });
    const turned = [
      ['d', 'c'],
      ['b', 'a'],
    ];
    expect(mark(pairs, { type: 'associate', pairs: turned }).right).toBe(true);
  });

  it('[LSN10] takes an answer only where every thing is in one pair, as it should be', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const rightly = (found: [string, string][]) =>
      found
        .map((pair) => pair.toSorted().join(''))
        .toSorted()
        .join(' ') === 'ab cd';
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 4 }), (found) => {
        expect(mark(pairs, { type: 'associate', pairs: found }).right).toBe(rightly(found));
      }),
    );
  });

  it('[LSN12] names the strokes that fit, each in its turn', () => {
    const down = [
      [48, 12],
      [50, 50],
      [53, 88],
    ];
    const across = [
      [12, 52],
      [88, 48],
    ];
    expect(mark(cross, { type: 'trace', strokes: [down, across] }).right).toBe(true);
    const turned = { type: 'trace', strokes: [down, across.toReversed()] };
    expect(mark(cross, turned)).toEqual({ right: false, fitting: ['stroke-1'] });
    expect(mark(cross, { type: 'trace', strokes: [across, down] }).fitting).toEqual([]);
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
