import { ringOfPrerequisites } from '../../domain/course/prerequisites.ts';
import type { Ordered } from '../../domain/course/prerequisites.ts';
import type { PackCourse } from '../../shared/contracts/pack-manifest.ts';
import type { ManifestMistake } from './manifest-mistakes.ts';

/** With what an author can do about it. */
interface CourseMistake extends ManifestMistake {
  readonly fix: string;
}

/** A lesson or piece, and where it stands: `items[2]`. */
interface Placed extends Ordered {
  readonly course: string;
  /** Left out of native lessons. */
  readonly kind?: string;
  readonly at: string;
}

/** What is wrong within courses: what comes before what ([CRS1]), their skills ([MAS1]), and shelves ([LIB1]). */
export function courseMistakes(
  courses: readonly PackCourse[],
  items: readonly Placed[],
): readonly CourseMistake[] {
  const unknown = items.flatMap((item) => unknownMistakes(item, items));
  const rings = courses.flatMap(({ id }) =>
    ringMistakes(items.filter(({ course }) => course === id)),
  );
  return [
    ...unknown,
    ...rings,
    ...courses.flatMap(skillMistakes),
    ...courses.flatMap((course, index) => shelfMistakes(course, index, items)),
  ];
}

/** On a shelf stand pieces alone, and nothing that only a course has. */
function shelfMistakes(
  { id, shelf, enrolment, skills }: PackCourse,
  index: number,
  items: readonly Placed[],
): CourseMistake[] {
  if (shelf === undefined) return [];
  const at = `courses[${index}]`;
  const fix = 'leave it out: a shelf is open to everybody';
  const ofCourses = Object.entries({ enrolment, skills }).filter(([, said]) => said !== undefined);
  const here = items.filter(({ course }) => course === id);
  return [
    ...ofCourses.map(([member]) => ({
      at: `${at}.${member}`,
      problem: `a shelf has no ${member}`,
      fix,
    })),
    ...here
      .filter(({ kind = 'lesson' }) => kind === 'lesson')
      .map((item) => ({
        at: `${item.at}.course`,
        problem: `${id} is a shelf, and lessons belong to a course`,
        fix: 'put the lesson into a course',
      })),
    ...here
      .filter(({ prerequisites = [] }) => prerequisites.length > 0)
      .map((item) => ({
        at: `${item.at}.prerequisites`,
        problem: 'nothing waits on a shelf',
        fix,
      })),
  ];
}

function unknownMistakes(
  { at, course, prerequisites = [] }: Placed,
  items: readonly Placed[],
): CourseMistake[] {
  return prerequisites.flatMap((first, index) => {
    const found = items.find(({ id }) => id === first);
    if (found?.course === course) return [];
    const problem =
      found === undefined
        ? `there is no lesson or piece ${first}`
        : `${first} is in another course, which its learner may not take`;
    const fix = 'name a lesson or piece of the same course';
    return [{ at: `${at}.prerequisites[${index}]`, problem, fix }];
  });
}

function ringMistakes(items: readonly Placed[]): CourseMistake[] {
  const ring = ringOfPrerequisites(items);
  const [last] = ring ?? [];
  const item = items.find(({ id }) => id === last);
  if (ring === null || item === undefined) return [];
  const way = [...ring, item.id].join(' after ');
  const problem = `nobody could ever begin: ${way}`;
  return [{ at: `${item.at}.prerequisites`, problem, fix: 'take one of them away' }];
}

function skillMistakes({ skills = [] }: PackCourse, index: number): CourseMistake[] {
  return skills.flatMap(({ id }, place) =>
    skills.findIndex((skill) => skill.id === id) === place
      ? []
      : [
          {
            at: `courses[${index}].skills[${place}].id`,
            problem: `${id} appears twice`,
            fix: 'give each skill its own id',
          },
        ],
  );
}
