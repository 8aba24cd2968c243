import { describe, expect, it } from 'vitest';
import { courseNow, judgeCourse, notYetRight } from './staff-course.ts';

const course = courseNow('supervising');
const right = Object.fromEntries(course.questions.map((each) => [each.id, each.right]));
const judged = (over: Partial<Parameters<typeof judgeCourse>[2]> = {}, version = course.version) =>
  judgeCourse('supervising', version, { parts: course.parts, answers: right, ...over });

describe('[HPG5] the course for staff', () => {
  it('is finished once every part is done and every answer is right', () => {
    expect(judged()).toBe('finished');
    expect(judged({ answers: { ...right, 'not-asked': 'anything' } })).toBe('finished');
  });

  it('is not, with a part or an answer missing or wrong', () => {
    for (const part of course.parts) {
      expect(judged({ parts: course.parts.filter((each) => each !== part) })).toBe('unfinished');
    }
    for (const { id, choices } of course.questions) {
      const { [id]: _answer, ...others } = right;
      expect(judged({ answers: others })).toBe('unfinished');
      for (const choice of choices.filter((each) => each !== right[id])) {
        expect(judged({ answers: { ...right, [id]: choice } })).toBe('unfinished');
        expect(notYetRight(course, { ...right, [id]: choice })).toEqual([id]);
      }
    }
    expect(judged({ answers: {} })).toBe('unfinished');
  });

  it('takes names of what every object has for no answer', () => {
    expect(notYetRight(course, {})).toHaveLength(course.questions.length);
    expect(judged({ answers: { constructor: 'trail' } })).toBe('unfinished');
  });

  it('does not know versions that never were', () => {
    expect(judged({}, course.version + 1)).toBe('unknown');
    expect(judged({}, 0)).toBe('unknown');
  });

  it('asks with choices of which one is right', () => {
    for (const { choices, right: one } of course.questions) {
      expect(choices.filter((each) => each === one)).toHaveLength(1);
      expect(new Set(choices).size).toBe(choices.length);
    }
  });
});
