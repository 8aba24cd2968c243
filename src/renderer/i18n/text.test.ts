import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../shared/errors.ts';
import { fillIn } from '../../shared/words/fill-in.ts';
import { sayAge, sayWait } from './age.ts';
import { allTexts } from './all-texts.ts';
import { createSay } from './text.ts';
import { errorTextsOf } from './texts/errors.ts';
import { bringInTexts } from './texts/supervisor/bring-in.ts';
import { groupsTexts } from './texts/supervisor/groups.ts';
import { timeTexts } from './texts/time.ts';

const factsIn = (written: string) =>
  [...written.matchAll(/\{([a-z]+)\}/g)].map((found) => found[1]).sort();
/** What a count chooses words by. */
const countsIn = (written: string) =>
  [...written.matchAll(/\{([a-z]+)\|/g)].map((found) => found[1]);
/** Bounds of a passphrase, never 1. */
const never1 = ['characters', 'different'];

describe('what the windows say', () => {
  it('says numbers in the digits of the language [KHM3]', () => {
    expect(createSay(timeTexts, 'km')('ago.minutes', { count: 12 })).toBe('១២ នាទីមុន');
    expect(createSay(timeTexts, 'en')('ago.minutes', { count: 12 })).toBe('12 min ago');
  });

  it('leaves a place empty-handed rather than failing', () => {
    expect(fillIn('{who} និង {what}', 'km', { who: 'សុខា' })).toBe('សុខា និង {what}');
  });

  it('names the same facts in both languages, and a reader can find each text [KHM4]', () => {
    const unlike = allTexts().filter(
      ({ text }) => factsIn(text.en).join() !== factsIn(text.km).join(),
    );
    const unplaced = allTexts().filter(
      ({ text }) => text.context === '' || !/^[a-z][a-z0-9-]*$/.test(text.screen),
    );
    expect(unlike).toEqual([]);
    expect(unplaced).toEqual([]);
  });

  it('counts one thing as one and more as more in English [KHM4]', () => {
    const say = createSay(groupsTexts, 'en');
    expect([0, 1, 2].map((count) => say('learners', { count }))).toEqual([
      '0 learners',
      '1 learner',
      '2 learners',
    ]);
    expect(createSay(groupsTexts, 'km')('learners', { count: 1 })).toBe('អ្នករៀន ១ នាក់');
    expect(createSay(bringInTexts, 'en')('will', { added: 1, changed: 21 })).toBe(
      '1 is added, 21 are changed.',
    );
  });

  it('says nothing of one thing as if it were many [KHM4]', () => {
    const ofOne = allTexts().map(({ text: { en } }) => {
      const facts = factsIn(en).map((name) => [name ?? '', never1.includes(name ?? '') ? 2 : 1]);
      return fillIn(en, 'en', Object.fromEntries(facts));
    });
    const many = /\b1 (?:[a-z]+ )?(?!is\b|was\b|says\b)(?:[a-z]+s|are|were|have|these|people)\b/;
    expect(ofOne.filter((sentence) => many.test(sentence) || /[{}|]/.test(sentence))).toEqual([]);
    const odd = allTexts().filter(
      ({ text: { km, en } }) =>
        countsIn(km).length > 0 || countsIn(en).some((name) => !factsIn(en).includes(name)),
    );
    expect(odd).toEqual([]);
  });

  it('is written in Khmer, but for the name of English', () => {
    const foreign = allTexts().filter(({ text }) => !/[\u1780-\u17ff]/.test(text.km));
    expect(foreign.map(({ key }) => key)).toEqual(['common.language.en']);
  });

  it('calls nobody an inmate or a user', () => {
    const words = allTexts()
      .map(({ text }) => text.en)
      .join('\n');
    expect(words).not.toMatch(/\b(inmate|prisoner|user|admin)\b/i);
  });

  it('has what happened, what it means and what to do for every failure', () => {
    for (const code of errorCodes) {
      const { what, work, next } = errorTextsOf(code);
      for (const text of [what, work, next]) expect(text.km.length).toBeGreaterThan(5);
    }
  });
});

describe('ages and waits', () => {
  it.each([
    [0, 'មុននេះបន្តិច', 'just now'],
    [59_999, 'មុននេះបន្តិច', 'just now'],
    [60_000, '១ នាទីមុន', '1 min ago'],
    [3_600_000 * 5, '៥ ម៉ោងមុន', '5 h ago'],
    [86_400_000 * 21, '២១ ថ្ងៃមុន', '21 d ago'],
  ])('%d ms are said in the largest whole unit', (ageMs, km, en) => {
    expect(sayAge(ageMs, 'km')).toBe(km);
    expect(sayAge(ageMs, 'en')).toBe(en);
  });

  it('rounds a wait up, so that nobody tries too soon', () => {
    expect(sayWait(1, 'en')).toBe('1 second');
    expect(sayWait(61_000, 'en')).toBe('2 minutes');
  });
});
