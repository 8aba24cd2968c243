import { describe, expect, it } from 'vitest';
import { packManifest } from '../../../tests/factories/packs.ts';
import { manifestMistakes } from './manifest-mistakes.ts';

const elsewhere = 'org.rean.test.other';
const manifest = packManifest({
  courses: { 'org.rean.test.letters': ['first', 'second'], [elsewhere]: ['far'] },
});

/** What is wrong with prerequisites where some come first. */
const mistakesOf = (prerequisites: Readonly<Record<string, string[]>>) => {
  const items = manifest.items.map((item) => {
    const first = prerequisites[item.id];
    return first === undefined ? item : { ...item, prerequisites: first };
  });
  return manifestMistakes({ ...manifest, items }).filter(({ at }) => at.includes('prerequisites'));
};

describe('a manifest whose lessons come one after the other', () => {
  it('[CRS1] [PKG2] is right where each can be come to', () => {
    expect(mistakesOf({ second: ['first'] })).toEqual([]);
  });

  it('[CRS1] [PKG2] is refused at its place for a ring, and for what its learner may never be able to do', () => {
    const atFirst = {
      at: 'items[0].prerequisites',
      problem: { en: expect.stringContaining('nobody') },
    };
    expect(mistakesOf({ first: ['second'], second: ['first'] })).toMatchObject([atFirst]);
    const atSecond = { at: 'items[1].prerequisites[0]' };
    expect(mistakesOf({ second: ['far'] })).toMatchObject([
      { ...atSecond, problem: { en: expect.stringContaining('another course') } },
    ]);
    expect(mistakesOf({ second: ['none'] })).toMatchObject([atSecond]);
  });
});

describe('a manifest with a shelf of the library', () => {
  const shelved = (over: Readonly<Record<string, unknown>>) => {
    const courses = manifest.courses.map((course) =>
      course.id === elsewhere ? { ...course, shelf: true as const, ...over } : course,
    );
    return manifestMistakes({ ...manifest, courses }).filter(({ problem }) =>
      problem.en.includes('shelf'),
    );
  };

  it('[LIB1] has no lesson on it, and nothing that only a course has', () => {
    expect(shelved({})).toMatchObject([{ at: 'items[2].course' }]);
    expect(shelved({ enrolment: 'officer' })).toMatchObject([
      { at: 'courses[1].enrolment' },
      { at: 'items[2].course' },
    ]);
  });
});
