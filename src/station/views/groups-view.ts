import type { Actor } from '../../domain/permissions.ts';
import type { GroupsView } from '../../shared/contracts/ipc/people-views.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
import type { CourseId, GroupId, LearnerId } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';
import { seesGroup } from '../supervisor/within-reach.ts';

const minuteMs = 60_000;

/** What the learners of a group come to, of those who may sign in. */
interface Sum {
  learners: number;
  activeMs: number;
  readonly courses: Map<CourseId, number>;
}

/** The groups somebody sees, by name, with how many may sign in of each, their time and courses ([PRM5]). */
export function groupsView(
  directory: Pick<Directory, 'groups' | 'learners' | 'enrolments'>,
  summaries: ReadonlyMap<LearnerId, Pick<LearnerSummary, 'activeMs'>>,
  actor: Actor,
): GroupsView {
  const { groups } = directory;
  const sums = sumsOf(directory, summaries);
  const seen = [...groups.values()]
    .filter(({ group }) => seesGroup(actor, group, { groups }))
    .map(({ group, name, symbol, scope = 'men' }) => {
      const { learners = 0, activeMs = 0, courses = [] } = sums.get(group) ?? {};
      return {
        group,
        name,
        symbol,
        scope,
        learners,
        // Whole minutes: it is told anew where one more is full.
        activeMs: Math.floor(activeMs / minuteMs) * minuteMs,
        courses: [...courses].toSorted(([, a], [, b]) => b - a).map(([course]) => course),
      };
    });
  return { groups: inNameOrder(seen, ({ name }) => name.km) };
}

function sumsOf(
  { learners, enrolments }: Pick<Directory, 'learners' | 'enrolments'>,
  summaries: ReadonlyMap<LearnerId, Pick<LearnerSummary, 'activeMs'>>,
): ReadonlyMap<GroupId, Sum> {
  const sums = new Map<GroupId, Sum>();
  for (const { learner, group, disabled } of learners.values()) {
    if (disabled) continue;
    const sum = sums.get(group) ?? { learners: 0, activeMs: 0, courses: new Map() };
    sum.learners += 1;
    sum.activeMs += summaries.get(learner)?.activeMs ?? 0;
    for (const course of enrolments.get(learner)?.into ?? []) {
      sum.courses.set(course, (sum.courses.get(course) ?? 0) + 1);
    }
    sums.set(group, sum);
  }
  return sums;
}
