import { describe, expect, it } from 'vitest';
import { lessonViewSchema, markedSchema } from '../../../shared/contracts/ipc/views.ts';
import type { Marked } from '../../../shared/contracts/ipc/views.ts';
import { feedbackOf } from './feedback-view.ts';
import { commonSize, labelSize } from './label-size.ts';
import { pairsShown } from './pairs-shown.ts';
import { inPlace, partState } from './part-state.ts';
import { openPlay, playReducer } from './play.ts';
import { walkedSteps } from './walked-steps.ts';

const words = { km: 'ពាក្យ' };
const marking = (marked: Partial<Marked>) =>
  markedSchema.parse({
    outcome: 'not-yet',
    attempt: 1,
    fitting: [],
    answer: null,
    lessonCompleted: false,
    ...marked,
  });

describe('a part of an answer [KSK9]', () => {
  const shown = marking({
    outcome: 'shown',
    fitting: ['a'],
    answer: { type: 'choice', chosen: ['a', 'b'] },
  });

  it('is chosen, tried or free while answering', () => {
    expect(partState('a', null, { chosen: true, inAnswer: true })).toBe('chosen');
    expect(partState('a', null, { chosen: false, tried: true, inAnswer: false })).toBe('tried');
    expect(partState('a', null, { chosen: false, inAnswer: true })).toBe('free');
  });

  it('shows what fits and what does not, and keeps the answer back for the second try', () => {
    const first = marking({ fitting: ['a'] });
    expect(partState('a', first, { chosen: true, inAnswer: true })).toBe('fits');
    expect(partState('c', first, { chosen: true, inAnswer: false })).toBe('misfits');
    expect(partState('b', first, { chosen: false, inAnswer: true })).toBe('rest');
  });

  it('shows the whole answer after the second', () => {
    expect(partState('b', shown, { chosen: false, inAnswer: true })).toBe('answer');
    expect(partState('d', shown, { chosen: false, inAnswer: false })).toBe('rest');
  });
});

describe('labels', () => {
  it('are sized by the room they take, not by their code points', () => {
    expect(labelSize('ស្ត្រី')).toBe('letter');
    expect(labelSize('ក')).toBe('letter');
    expect(labelSize('ពាក្យ')).toBe('word');
    expect(labelSize('គាត់ទៅផ្សារទិញបន្លែ')).toBe('sentence');
  });

  it('of cards that lie together have one size', () => {
    const options = ['ក', 'ផ្សារ'].map((km) => ({ id: 'x', label: { km, en: 'a' } }));
    expect(commonSize(options, 'km')).toBe('word');
    expect(commonSize(options, 'en')).toBe('letter');
  });
});

describe('what is said about an answer', () => {
  const item = (id: string, extra: object = {}) => ({
    id,
    type: 'textEntry',
    prompt: words,
    accept: ['ក'],
    keyboard: 'khmer',
    ...extra,
  });
  const view = (items: object = {}) =>
    lessonViewSchema.parse({
      key: 'org.rean.test/first',
      pack: 'org.rean.test',
      version: '1.0.0',
      run: 1,
      base: 'pack://test/',
      items,
      lesson: {
        format: 'rean-lesson@1',
        id: 'first',
        title: words,
        activities: [
          { id: 'one', title: words, items: [item('plain')] },
          { id: 'two', title: words, items: [item('own', { hint: words, praise: words })] },
        ],
      },
    });
  const after = (play: ReturnType<typeof openPlay>, marked: Marked) =>
    playReducer(playReducer(play, { type: 'checking' }), { type: 'marked', marked });
  const plainDone = { plain: { tries: 1, outcome: 'right' } };

  it('is nothing before the first try', () => {
    expect(feedbackOf(openPlay(view()))).toBeNull();
  });

  it('is the lesson’s own words where it has some, else ours', () => {
    const right = marking({ outcome: 'right' });
    expect(feedbackOf(after(openPlay(view()), right))).toMatchObject({
      tone: 'right',
      phrase: null,
      text: 'feedback.right',
    });
    expect(feedbackOf(after(openPlay(view(plainDone)), right))?.phrase).toEqual(words);
  });

  it('says that a part fits, and goes on saying the hint through the second try', () => {
    const part = after(openPlay(view()), marking({ fitting: ['a'] }));
    expect(feedbackOf(part)?.text).toBe('feedback.part');
    const second = playReducer(after(openPlay(view(plainDone)), marking({})), { type: 'again' });
    expect(feedbackOf(second)).toMatchObject({ tone: 'again', phrase: words });
  });

  it('counts the steps walked, by activity', () => {
    const { stretches, step, total } = walkedSteps(openPlay(view(plainDone)));
    expect(stretches.map((stretch) => stretch.map(({ state }) => state))).toEqual([
      ['walked'],
      ['here'],
    ]);
    expect({ step, total }).toEqual({ step: 2, total: 2 });
  });
});

describe('what lies in a place', () => {
  const shown = marking({ outcome: 'shown', attempt: 2, fitting: ['g'] });

  it('is the answer where a misfit lay, once it is shown', () => {
    expect(inPlace(null, 'g', 'a', 'b')).toEqual({ shown: 'a', state: 'free' });
    expect(inPlace(marking({}), 'h', 'a', 'b')).toEqual({ shown: 'a', state: 'misfits' });
    expect(inPlace(shown, 'g', 'a', 'a')).toEqual({ shown: 'a', state: 'fits' });
    expect(inPlace(shown, 'h', 'a', 'b')).toEqual({ shown: 'b', state: 'answer' });
  });

  it('of pairs is each pair of the answer once', () => {
    const correct: [string, string][] = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    const draft = { type: 'associate', places: ['d', 'c', 'a', 'e'] } as const;
    const found = marking({ outcome: 'shown', attempt: 2, fitting: ['d', 'c'] });
    const pairs = pairsShown({ correct }, draft, found);
    expect(pairs.map(([one, other]) => [one.shown, other.shown, one.state])).toEqual([
      ['d', 'c', 'fits'],
      ['a', 'b', 'answer'],
    ]);
    expect(pairsShown({ correct }, draft, null)[1]?.[1]).toEqual({
      place: 3,
      shown: 'e',
      state: 'free',
    });
  });
});
