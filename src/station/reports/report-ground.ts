import { noEnrolments } from '../../domain/course/takes-course.ts';
import type { Actor } from '../../domain/permissions.ts';
import { confirmedDays } from '../../domain/attendance/attendance-figures.ts';
import { dayNumber } from '../../domain/training/review-card.ts';
import { may } from '../../domain/permissions.ts';
import type {
  ReportCourse,
  ReportGround,
  ReportGroup,
  ReportLearner,
} from '../../domain/reports/report-ground.ts';
import type { ReportChoice } from '../../shared/contracts/ipc/report-views.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { ReanError } from '../../shared/errors.ts';
import type { GroupId } from '../../shared/ids.ts';
import { collationKey, compareKeys, inNameOrder } from '../../shared/khmer/collation.ts';
import type { Catalogue, CatalogueCourse } from '../catalogue/catalogue.ts';
import type { Directory } from '../directory/directory.ts';
import type { Summaries } from '../learners/summary-index.ts';

export interface GroundSources {
  readonly directory: Pick<Directory, 'learners' | 'groups' | 'enrolments' | 'attendance'>;
  readonly known: Pick<Summaries, 'facts' | 'pool'>;
  readonly catalogue: Pick<Catalogue, 'courses'>;
  readonly today: string | null;
}

/**
 * What a report is made from: learners within the person's reach whose account is open, and nobody else
 * ([RPT5]).
 * @throws ReanError `permission.denied` for a group that is not theirs to see, `shape.invalid` for a
 * course that is not here
 */
export function reportGround(
  sources: GroundSources,
  actor: Actor,
  choice: ReportChoice,
): ReportGround {
  const groups = chosenGroups(sources.directory, actor, choice);
  return {
    learners: learnersOf(sources, groups),
    groups,
    courses: chosenCourses(sources.catalogue, choice),
    today: sources.today,
    pool: sources.known.pool,
  };
}

function chosenGroups(
  { groups }: Pick<Directory, 'groups'>,
  actor: Actor,
  { groups: asked }: ReportChoice,
): ReportGroup[] {
  const reached = [...groups.values()].filter(({ group, scope = 'men' }) =>
    may(actor, 'report.see', { groups: [group], scopes: [scope] }),
  );
  const chosen = asked === null ? null : new Set(asked);
  const within = reached.filter(({ group }) => chosen === null || chosen.has(group));
  if (chosen !== null && within.length < chosen.size) throw new ReanError('permission.denied');
  return inNameOrder(
    within.map(({ group, name }) => ({ group, name })),
    ({ name }) => name.km,
  );
}

/** By group, then by name. */
function learnersOf(
  { directory, known }: GroundSources,
  groups: readonly ReportGroup[],
): ReportLearner[] {
  const places = new Map<GroupId, number>(groups.map(({ group }, place) => [group, place]));
  return [...directory.learners.values()]
    .filter(({ group, disabled }) => !disabled && places.has(group))
    .map(({ learner, name, group }) => ({
      place: places.get(group) ?? 0,
      key: collationKey(name.km),
      learner: {
        learner,
        name,
        group,
        enrolments: directory.enrolments.get(learner) ?? noEnrolments,
        facts: known.facts.get(learner) ?? null,
        confirmed: confirmedDays(directory.attendance.of(learner)).map(({ day, minutes }) => ({
          day: dayNumber(day),
          minutes,
        })),
      },
    }))
    .toSorted(
      (a, b) =>
        a.place - b.place ||
        compareKeys(a.key, b.key) ||
        compareKeys(a.learner.learner, b.learner.learner),
    )
    .map(({ learner }) => learner);
}

function chosenCourses(
  { courses }: Pick<Catalogue, 'courses'>,
  { course }: ReportChoice,
): ReportCourse[] {
  if (course === null) return [...courses.values()].map(courseOf);
  const known = courses.get(course);
  if (known === undefined) throw new ReanError('shape.invalid', { at: 'course' });
  return [courseOf(known)];
}

function courseOf({ course, pack, version, items }: CatalogueCourse): ReportCourse {
  return {
    id: course.id,
    title: wordsOf(course.title),
    enrolment: course.enrolment,
    pack,
    version,
    items: items.map(({ key, item }) => ({
      key,
      kind: item.kind === 'lesson' ? 'lesson' : 'piece',
      id: item.id,
      title: wordsOf(item.title),
    })),
    skills: (course.skills ?? []).map(({ id, title, mastery }) => ({
      id,
      title: wordsOf(title),
      mastery,
    })),
  };
}

/** Words of a pack, without how they sound. */
export const wordsOf = ({ km, en }: Localized): Localized => ({
  km,
  ...(en === undefined ? {} : { en }),
});
