import type { LessonKey } from '../../shared/contracts/documents/state.ts';
import type { Mastery } from '../../shared/contracts/pack-manifest.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { CourseId, GroupId, LearnerId, PackId, Semver } from '../../shared/ids.ts';
import { takesCourse } from '../course/takes-course.ts';
import type { Enrolments } from '../course/takes-course.ts';
import type { LearnerFacts } from './learner-facts.ts';
import type { NamePool } from './name-pool.ts';

export interface ConfirmedDay {
  /** Since 1970. */
  readonly day: number;
  readonly minutes: number;
}

/** A learner whom who asks may see, and whose account is open. */
export interface ReportLearner {
  readonly learner: LearnerId;
  readonly name: Localized;
  readonly group: GroupId;
  readonly enrolments: Enrolments;
  /** Null where nothing of theirs has come. */
  readonly facts: LearnerFacts | null;
  /** Days that officers confirmed they were here, and for how many minutes ([ATT2]). */
  readonly confirmed: readonly ConfirmedDay[];
}

export interface ReportItem {
  readonly key: LessonKey;
  readonly kind: 'lesson' | 'piece';
  readonly id: string;
  readonly title: Localized;
}

export interface ReportSkill {
  readonly id: string;
  readonly title: Localized;
  readonly mastery: Mastery;
}

export interface ReportCourse {
  readonly id: CourseId;
  readonly title: Localized;
  readonly enrolment?: 'open' | 'officer' | undefined;
  readonly pack: PackId;
  readonly version: Semver;
  readonly items: readonly ReportItem[];
  readonly skills: readonly ReportSkill[];
}

export interface ReportGroup {
  readonly group: GroupId;
  readonly name: Localized;
}

/** All that a report is made from: nobody else is counted in it, and nothing else named. */
export interface ReportGround {
  /** Of the chosen groups, by group and name. */
  readonly learners: readonly ReportLearner[];
  /** The chosen ones, by name. */
  readonly groups: readonly ReportGroup[];
  /** The chosen ones, in the catalogue's order. */
  readonly courses: readonly ReportCourse[];
  /** The lab day; null while none is known. */
  readonly today: string | null;
  /** Of the names that learners' facts tell by number. */
  readonly pool: NamePool;
}

/** Who of them takes a course. */
export function takersOf(
  course: ReportCourse,
  learners: readonly ReportLearner[],
): ReportLearner[] {
  return learners.filter(({ enrolments }) => takesCourse(course, enrolments));
}

export function byGroup(
  learners: readonly ReportLearner[],
): ReadonlyMap<GroupId, readonly ReportLearner[]> {
  const groups = new Map<GroupId, ReportLearner[]>();
  for (const learner of learners) {
    const known = groups.get(learner.group);
    if (known === undefined) groups.set(learner.group, [learner]);
    else known.push(learner);
  }
  return groups;
}
