import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemSchema } from '../../../../shared/contracts/lesson.ts';
import type { Item } from '../../../../shared/contracts/lesson.ts';
import { chooseOption, startChoice } from './choice-draft.ts';
import { readiness, responseOf, startDraft } from './draft.ts';
import { areaAt, touchPoint, touchedAreas } from './hotspot-draft.ts';
import type { HotspotDraft } from './hotspot-draft.ts';
import { pressKey } from './key-drill-draft.ts';
import type { KeyDrillDraft } from './key-drill-draft.ts';
import { partnerOf, touchLeft, touchRight } from './match-draft.ts';
import type { MatchDraft } from './match-draft.ts';
import { fractionOf, marksOf, moveBy, snap } from './number-line-draft.ts';
import { placedElements, putElement, startOrder, touchElement } from './order-draft.ts';
import { draftAfter } from './text-draft.ts';
import type { TextDraft } from './text-draft.ts';
import { secondTry } from './second-try.ts';

const prompt = { km: 'សូមឆ្លើយ' };
const word = (id: string) => ({ id, label: { km: id } });
const item = (written: object): Item => itemSchema.parse({ id: 'one', prompt, ...written });

describe('choosing', () => {
  it('keeps the last touched option where one is asked for', () => {
    const draft = chooseOption(chooseOption(startChoice, 'a', false), 'b', false);
    expect(draft.chosen).toEqual(['b']);
  });

  it('adds and takes away where several are asked for', () => {
    const both = chooseOption(chooseOption(startChoice, 'a', true), 'b', true);
    expect(both.chosen).toEqual(['a', 'b']);
    expect(chooseOption(both, 'a', true).chosen).toEqual(['b']);
  });

  it('keeps what fits for the second try and puts the rest aside [LSN5]', () => {
    const choice = item({
      type: 'choice',
      options: ['a', 'b', 'c'].map(word),
      correct: ['a', 'c'],
    });
    const second = secondTry(choice, { type: 'choice', chosen: ['a', 'b'], tried: [] }, ['a']);
    expect(second).toEqual({ type: 'choice', chosen: ['a'], tried: ['b'] });
  });

  it('does not offer again what was tried in vain', () => {
    const second = { type: 'choice', chosen: ['a'], tried: ['b'] } as const;
    expect(chooseOption(second, 'b', true)).toBe(second);
  });
});

describe('joining', () => {
  const empty: MatchDraft = { type: 'match', pairs: [], held: null };

  it('joins whichever side is touched first', () => {
    const leftFirst = touchRight(touchLeft(empty, 'l1'), 'r1');
    const rightFirst = touchLeft(touchRight(empty, 'r1'), 'l1');
    expect(leftFirst.pairs).toEqual([['l1', 'r1']]);
    expect(rightFirst.pairs).toEqual([['l1', 'r1']]);
    expect(leftFirst.held).toBeNull();
  });

  it('moves a card that is joined elsewhere, and frees a joined pair when touched', () => {
    const first = touchRight(touchLeft(empty, 'l1'), 'r1');
    const moved = touchLeft(touchRight(first, 'r1'), 'l2');
    expect(moved.pairs).toEqual([['l2', 'r1']]);
    expect(touchLeft(moved, 'l2').pairs).toEqual([]);
  });

  it('lays one card on several places where the lesson joins it twice', () => {
    const first = touchLeft(touchRight(empty, 'r1', true), 'l1', true);
    const second = touchLeft(touchRight(first, 'r1', true), 'l2', true);
    expect(partnerOf(second, 'l1')).toBe('r1');
    expect(partnerOf(second, 'l2')).toBe('r1');
  });

  it('puts down a card that is touched twice', () => {
    expect(touchLeft(touchLeft(empty, 'l1'), 'l1').held).toBeNull();
    expect(touchRight(touchRight(empty, 'r1'), 'r1').held).toBeNull();
  });
});

describe('putting into order', () => {
  it('fills the places from the first on, and takes back', () => {
    const two = touchElement(touchElement(startOrder(3), 'b'), 'a');
    expect(two.places).toEqual(['b', 'a', null]);
    expect(touchElement(two, 'b').places).toEqual([null, 'a', null]);
  });

  it('changes two elements over when one is put on the other', () => {
    const full = { type: 'order', places: ['a', 'b', 'c'] } as const;
    expect(putElement(full, 'c', 0).places).toEqual(['c', 'b', 'a']);
  });

  it('never holds an element twice or loses one, whatever is done', () => {
    const touch = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      place: fc.integer({ max: 4, min: -1 }),
    });
    fc.assert(
      fc.property(fc.array(touch), (touches) => {
        const end = touches.reduce(
          (draft, { id, place }) =>
            place === -1 ? touchElement(draft, id) : putElement(draft, id, place),
          startOrder(3),
        );
        expect(new Set(placedElements(end)).size).toBe(placedElements(end).length);
        expect(end.places).toHaveLength(3);
      }),
    );
  });
});

describe('typing', () => {
  const typed = (text: string): TextDraft => ({ type: 'textEntry', text, caret: text.length });

  const type = (sign: string) => ({ kind: 'type', sign }) as const;
  const erase = { kind: 'erase' } as const;

  it('writes at the caret', () => {
    const draft = draftAfter({ type: 'textEntry', text: 'កគ', caret: 1 }, type('ខ'));
    expect(draft).toEqual({ type: 'textEntry', text: 'កខគ', caret: 2 });
  });

  it('erases the last sign, then whole units, until something is typed [KHM2]', () => {
    const one = draftAfter(typed('កស្រី'), erase);
    expect(one.text).toBe('កស្រ');
    expect(draftAfter(one, erase).text).toBe('ក');
    expect(draftAfter(draftAfter(one, type('ា')), erase).text).toBe('កស្រ');
  });

  it('takes no more than the answer may hold', () => {
    const full = typed('ក'.repeat(200));
    expect(draftAfter(full, type('ខ'))).toBe(full);
  });
});

describe('pointing at a number', () => {
  const line = { min: 0, max: 1, step: 0.1, labelEvery: 0.5 };

  it('snaps to the nearest step, and stays on the line', () => {
    expect(snap(line, 0.34)).toBe(0.3);
    expect(snap(line, -1)).toBe(0);
    expect(snap(line, 7)).toBe(1);
  });

  it('moves by whole steps and begins at the left end', () => {
    expect(moveBy(line, null, 1)).toBe(0);
    expect(moveBy(line, 0.2, 1)).toBe(0.3);
    expect(moveBy(line, 0, -1)).toBe(0);
  });

  it('labels every mark asked for, also where steps are decimals', () => {
    const labels = marksOf(line).filter((mark) => mark.labelled);
    expect(labels.map((mark) => mark.value)).toEqual([0, 0.5, 1]);
    expect(marksOf(line)).toHaveLength(11);
  });

  it('draws only labelled marks on a line too dense to see', () => {
    const dense = { min: 0, max: 10_000, step: 100, labelEvery: 1000 };
    expect(marksOf(dense)).toHaveLength(11);
  });

  it('draws every value in its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), (steps) => {
        const value = moveBy(line, line.min, steps);
        expect(fractionOf(line, value)).toBeCloseTo(steps / 10);
      }),
    );
  });
});

describe('touching a picture', () => {
  const name = { km: 'កន្លែង' };
  const areas = [
    { id: 'big', x: 50, y: 50, r: 20, name },
    { id: 'small', x: 60, y: 50, r: 5, name },
  ];
  const empty: HotspotDraft = { type: 'hotspot', marks: [] };
  const at = (area: string | null) => ({ x: 1, y: 1, area });

  it('finds the nearest area that holds the point, measuring in widths', () => {
    expect(areaAt(areas, 59, 50, 1)).toBe('small');
    expect(areaAt(areas, 40, 50, 1)).toBe('big');
    expect(areaAt(areas, 50, 75, 1)).toBeNull();
    expect(areaAt(areas, 50, 75, 2)).toBe('big');
  });

  it('moves the mark where one place is asked for, and gathers where several are', () => {
    const one = touchPoint(touchPoint(empty, at('big'), false), at('small'), false);
    expect(touchedAreas(one)).toEqual(['small']);
    const two = touchPoint(touchPoint(empty, at('big'), true), at('small'), true);
    expect(touchedAreas(two)).toEqual(['big', 'small']);
    expect(touchedAreas(touchPoint(two, at('big'), true))).toEqual(['small']);
  });

  it('shows a stray touch until the next one', () => {
    const stray = touchPoint(empty, at(null), true);
    expect(stray.marks).toHaveLength(1);
    expect(touchPoint(stray, at('big'), true).marks).toEqual([at('big')]);
  });
});

describe('pressing keys', () => {
  const start: KeyDrillDraft = { type: 'keyDrill', pressed: 0, misses: 0, wrongKey: null };

  it('counts keys done and keys missed, and shows which one was pressed', () => {
    const missed = pressKey(start, ['a', 'b'], ['x']);
    expect(missed).toMatchObject({ pressed: 0, misses: 1, wrongKey: 'x' });
    expect(pressKey(missed, ['a', 'b'], ['a'])).toMatchObject({ pressed: 1, wrongKey: null });
  });

  it('takes the Khmer letter on the key, and lets Shift be held on the way', () => {
    expect(pressKey(start, ['ក'], ['k', 'ក']).pressed).toBe(1);
    expect(pressKey(start, ['ខ'], ['Shift']).misses).toBe(0);
  });
});

describe('any answer', () => {
  const items = [
    item({ type: 'present' }),
    item({ type: 'choice', options: ['a', 'b'].map(word), correct: ['a'] }),
    item({
      type: 'match',
      left: ['a', 'b'].map(word),
      right: ['c', 'd'].map(word),
      correct: [
        ['a', 'c'],
        ['b', 'd'],
      ],
    }),
    item({ type: 'order', elements: ['a', 'b'].map(word) }),
    item({ type: 'textEntry', accept: ['ក'], keyboard: 'khmer' }),
    item({
      type: 'dictation',
      picture: { src: 'p.svg', alt: prompt },
      said: { km: 'ក' },
      accept: ['ក'],
      keyboard: 'khmer',
    }),
    item({ type: 'numberLine', min: 0, max: 10, step: 1, labelEvery: 5, correct: 3 }),
    item({
      type: 'hotspot',
      scene: { src: 'scene.svg', alt: prompt },
      areas: [{ id: 'a', x: 1, y: 1, r: 5, name: prompt }],
      correct: ['a'],
    }),
    item({ type: 'keyDrill', keys: ['a'] }),
    item({
      type: 'gapMatch',
      text: { km: '{g}' },
      choices: ['a', 'b'].map(word),
      correct: [['a', 'g']],
    }),
    item({
      type: 'inlineChoice',
      text: { km: '{g}' },
      gaps: [{ id: 'g', options: ['a', 'b'].map(word), correct: 'a' }],
    }),
    item({
      type: 'trace',
      strokes: [
        [
          [0, 0],
          [0, 90],
        ],
      ],
    }),
    item({ type: 'mouseDrill', steps: [{ do: 'click', x: 1, y: 1 }] }),
    item({ type: 'readAloud', display: { km: 'ក' } }),
    item({ type: 'associate', choices: ['a', 'b'].map(word), correct: [['a', 'b']] }),
  ];

  it.each(items.map((each) => [each.type, each] as const))(
    'of %s begins unanswered and is sent as its own type',
    (type, each) => {
      const draft = startDraft(each);
      const drilled = ['keyDrill', 'mouseDrill', 'readAloud'].includes(type);
      const waiting = type === 'present' ? 'ready' : drilled ? 'early' : 'not-ready';
      expect(readiness(each, draft)).toBe(waiting);
      expect(responseOf(each, draft).type).toBe(type);
    },
  );
});
