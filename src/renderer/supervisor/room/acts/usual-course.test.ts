import { expect, it } from 'vitest';
import { courseIdSchema, packIdSchema } from '../../../../shared/ids.ts';
import { seatView } from '../../../../../tests/factories/supervisor-views.ts';
import { usualCourse } from './usual-course.ts';

const [letters, numbers, empty] = ['letters', 'numbers', 'empty'].map((name) =>
  courseIdSchema.parse(`org.rean.test.${name}`),
) as [never, never, never];
const lessons = [
  { pack: packIdSchema.parse('org.rean.test'), lesson: 'first', title: { km: 'ក' } },
];
const courses = [
  { course: letters, lessons },
  { course: numbers, lessons },
  { course: empty, lessons: [] },
];

const at = (seat: number, course: typeof letters | null) => {
  const made = seatView({ seat, doing: 'lesson' });
  const { sitting } = made;
  if (!sitting?.lesson) throw new Error('nobody learns there');
  return { ...made, sitting: { ...sitting, lesson: { ...sitting.lesson, course } } };
};

it('[ACT11] the course offered first is the one most of the chosen seats have open', () => {
  const seats = [at(1, letters), at(2, numbers), at(3, numbers), at(4, empty)];
  expect(usualCourse(seats, [], courses)).toBe(numbers);
});

it('[ACT11] where nobody has one open it is that of their groups, else the first with a lesson', () => {
  const seats = [at(1, null)];
  const group = seats[0]?.sitting.learner.group;
  if (group === undefined) throw new Error('nobody there');
  expect(usualCourse(seats, [{ group, courses: [numbers] }], courses)).toBe(numbers);
  expect(usualCourse(seats, [], courses)).toBe(letters);
  expect(usualCourse([], [], [])).toBeNull();
});
