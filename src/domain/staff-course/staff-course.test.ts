import { describe, expect, it } from 'vitest';
import { staffCourseParts } from '../../shared/contracts/staff-course.ts';
import type { StaffCoursePart } from '../../shared/contracts/staff-course.ts';
import { askedBeyond, courseNow, judgeCourse, notYetRight } from './staff-course.ts';
import type { CourseDone, CourseTaker } from './staff-course.ts';

const course = courseNow('supervising', 'officer');
const first = courseNow('supervising', 'technician');
const right = Object.fromEntries(course.questions.map((each) => [each.id, each.right]));
const judged = (
  over: Partial<CourseDone> = {},
  version = course.version,
  taker: Partial<CourseTaker> = {},
) =>
  judgeCourse(
    'supervising',
    version,
    { parts: course.parts, answers: right, ...over },
    { role: 'officer', finished: [], ...taker },
  );

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

  it('has the tour and the acts practised by who can practise, and takes nobody else’s word for it', () => {
    const practised: readonly StaffCoursePart[] = ['tour', 'acts'];
    for (const role of ['officer', 'site-manager', 'instructor'] as const) {
      expect(courseNow('supervising', role)).toBe(course);
      expect(judged({}, course.version, { role })).toBe('finished');
    }
    expect(course.parts).toEqual(staffCourseParts);
    for (const role of ['technician', 'programme'] as const) {
      const now = courseNow('supervising', role);
      expect(now.parts.filter((part) => practised.includes(part))).toEqual([]);
      expect(judged({ parts: now.parts }, now.version, { role })).toBe('finished');
      expect(judged({}, course.version, { role })).toBe('unknown');
    }
  });

  it('asks who finished an earlier version for what is new, and for no less than that', () => {
    const finished = [first.version];
    expect(askedBeyond('supervising', course, finished)).toEqual({
      parts: ['tour', 'acts'],
      questions: [],
    });
    const parts: readonly StaffCoursePart[] = ['tour', 'acts'];
    const version = course.version;
    expect(judged({ parts, answers: {} }, version, { finished })).toBe('finished');
    expect(judged({ parts: ['tour'], answers: {} }, version, { finished })).toBe('unfinished');
    expect(judged({ parts, answers: {} }, version)).toBe('unfinished');
    // A later one, or the same, proves nothing of an earlier one.
    for (const later of [version, version + 1]) {
      expect(judged({ parts: [] }, version, { finished: [later] })).toBe('unfinished');
      expect(judged({ parts: [] }, first.version, { finished: [later] })).toBe('unfinished');
    }
  });

  it('asks with choices of which one is right', () => {
    for (const { choices, right: one } of course.questions) {
      expect(choices.filter((each) => each === one)).toHaveLength(1);
      expect(new Set(choices).size).toBe(choices.length);
    }
  });
});
