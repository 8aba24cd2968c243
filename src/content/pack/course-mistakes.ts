import { ringOfPrerequisites } from '../../domain/course/prerequisites.ts';
import type { Ordered } from '../../domain/course/prerequisites.ts';
import type { PackCourse } from '../../shared/contracts/pack-manifest.ts';
import { asWritten } from '../../shared/words/sentence.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { tellParts } from '../words/tell.ts';
import type { ManifestMistake } from './manifest-mistakes.ts';

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
): readonly ManifestMistake[] {
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
): ManifestMistake[] {
  if (shelf === undefined) return [];
  const at = `courses[${index}]`;
  const fix = tellParts('shelf.fix');
  const ofCourses = Object.entries({ enrolment, skills }).filter(([, said]) => said !== undefined);
  const here = items.filter(({ course }) => course === id);
  return [
    ...ofCourses.map(([member]) => ({
      at: `${at}.${member}`,
      problem: tellParts('shelf.member', { member }),
      fix,
    })),
    ...here
      .filter(({ kind = 'lesson' }) => kind === 'lesson')
      .map((item) => ({
        at: `${item.at}.course`,
        problem: tellParts('shelf.lesson', { course: id }),
        fix: tellParts('shelf.lesson.fix'),
      })),
    ...here
      .filter(({ prerequisites = [] }) => prerequisites.length > 0)
      .map((item) => ({
        at: `${item.at}.prerequisites`,
        problem: tellParts('shelf.waits'),
        fix,
      })),
  ];
}

function unknownMistakes(
  { at, course, prerequisites = [] }: Placed,
  items: readonly Placed[],
): ManifestMistake[] {
  return prerequisites.flatMap((first, index) => {
    const found = items.find(({ id }) => id === first);
    if (found?.course === course) return [];
    const problem =
      found === undefined
        ? tellParts('first.none', { id: first })
        : tellParts('first.elsewhere', { id: first });
    const fix = tellParts('first.fix');
    return [{ at: `${at}.prerequisites[${index}]`, problem, fix }];
  });
}

function ringMistakes(items: readonly Placed[]): ManifestMistake[] {
  const ring = ringOfPrerequisites(items);
  const [last] = ring ?? [];
  const item = items.find(({ id }) => id === last);
  if (ring === null || item === undefined) return [];
  const [start = item.id, ...others] = [...ring, item.id];
  const way = others.reduce<Sentence>(
    (one, other) => tellParts('after', { one, other }),
    asWritten(start),
  );
  const problem = tellParts('ring', { way });
  return [{ at: `${item.at}.prerequisites`, problem, fix: tellParts('ring.fix') }];
}

function skillMistakes({ skills = [] }: PackCourse, index: number): ManifestMistake[] {
  return skills.flatMap(({ id }, place) =>
    skills.findIndex((skill) => skill.id === id) === place
      ? []
      : [
          {
            at: `courses[${index}].skills[${place}].id`,
            problem: tellParts('twice', { what: id }),
            fix: tellParts('skill.fix'),
          },
        ],
  );
}
