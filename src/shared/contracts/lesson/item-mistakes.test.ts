import { describe, expect, it } from 'vitest';
import { lessonSchema } from '../lesson.ts';
import { gapsIn, textParts } from './gap-text.ts';

const prompt = { km: 'សំណួរ' };
const word = (id: string) => ({ id, label: { km: id } });

/** Where and what is wrong with a lesson of this one item. */
function mistakesOf(item: object): string[] {
  const parsed = lessonSchema.safeParse({
    format: 'rean-lesson@1',
    id: 'l',
    title: prompt,
    activities: [{ id: 'a', title: prompt, items: [{ id: 'one', prompt, ...item }] }],
  });
  return (parsed.error?.issues ?? []).map(
    ({ path, message }) => `${path.slice(4).join('.')}: ${message.replace('item one: ', '')}`,
  );
}

describe('a text with gaps', () => {
  it('is cut at its gaps', () => {
    expect(textParts('ខ្ញុំ{a}ទៅ{b}')).toEqual([
      { kind: 'words', words: 'ខ្ញុំ' },
      { kind: 'gap', gap: 'a' },
      { kind: 'words', words: 'ទៅ' },
      { kind: 'gap', gap: 'b' },
    ]);
    expect(gapsIn('no gap, {A} neither')).toEqual([]);
  });
});

describe('mistakes of an item are told with their place [LSN11]', () => {
  const gapMatch = {
    type: 'gapMatch',
    text: { km: 'ក {a} ខ {b}', en: '{b} x {a}' },
    choices: ['one', 'two'].map(word),
    correct: [
      ['one', 'a'],
      ['two', 'b'],
    ],
  };

  it('takes gaps in another order by language [LSN10]', () => {
    expect(mistakesOf(gapMatch)).toEqual([]);
  });

  it('wants each gap once in each language, and one choice for it', () => {
    expect(mistakesOf({ ...gapMatch, text: { km: '{a} {b}', en: '{a} {a} {c}' } })).toEqual([
      'text.en: lacks the gap: {b}',
      'text.en: no such gap: {c}',
      'text.en: has the gap twice: {a}',
    ]);
    const one = { ...gapMatch, correct: [['one', 'a']] };
    expect(mistakesOf(one)).toEqual(['correct: nothing fits the gap: b']);
    const two = { ...gapMatch, correct: [...gapMatch.correct, ['three', 'a']] };
    expect(mistakesOf(two)).toEqual([
      'correct: no such option: three; there are one, two',
      'correct: the id a is used twice',
    ]);
  });

  it('wants a text or a picture, not both, and one that fits the screen', () => {
    const scene = { src: 'p.svg', alt: prompt };
    const either = 'text: give either a text with gaps or a scene with gaps';
    expect(mistakesOf({ ...gapMatch, scene })).toEqual([either]);
    const long = { ...gapMatch, text: { km: `{a}{b}${'ក'.repeat(121)}` } };
    expect(mistakesOf(long)).toEqual(['text.km: is longer than 120 signs']);
    const gaps = [{ id: 'a', x: 10, y: 10, name: prompt }];
    const { text: _, ...without } = gapMatch;
    expect(mistakesOf({ ...without, scene, gaps, correct: [['one', 'a']] })).toEqual([]);
  });

  it('names the gap whose answer is none of its words', () => {
    const gap = { id: 'a', options: ['x', 'y'].map(word), correct: 'z' };
    const item = { type: 'inlineChoice', text: { km: '{a}' }, gaps: [gap] };
    expect(mistakesOf(item)).toEqual(['gaps.0.correct: no such option: z; there are x, y']);
    expect(mistakesOf({ ...item, text: { km: 'ក' } })[0]).toBe('text.km: has no gap');
  });

  it('has each thing in one pair only', () => {
    const item = {
      type: 'associate',
      choices: ['a', 'b', 'c'].map(word),
      correct: [
        ['a', 'b'],
        ['b', 'd'],
      ],
    };
    expect(mistakesOf(item)).toEqual([
      'correct: no such option: d; there are a, b, c',
      'correct: the id b is used twice',
    ]);
  });

  it('shows nothing of what is dictated [LSN16]', () => {
    const item = {
      type: 'dictation',
      picture: { src: 'p.svg', alt: prompt },
      said: { km: 'ក' },
      accept: ['ក'],
      keyboard: 'khmer',
    };
    expect(mistakesOf(item)).toEqual([]);
    expect(mistakesOf({ ...item, display: { km: 'ក' } })).toEqual([
      'display: would show what is to be written',
    ]);
  });
});
