import { daysBetween } from '../../../domain/days-between.ts';
import type { GroupScope } from '../../../shared/contracts/documents/directory.ts';
import type { CoursesView } from '../../../shared/contracts/ipc/people-views.ts';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import type { CourseId, GroupId, LearnerId } from '../../../shared/ids.ts';
import { fits, searchForms, wordsOf } from './name-search.ts';

/** Days of the lab without somebody, to be asked for. */
export const awayTimes = [3, 7, 14, 30] as const;
export type AwayTime = (typeof awayTimes)[number];

export interface Wanted {
  /** As typed, in either script; empty for everybody. */
  readonly typed: string;
  readonly group: GroupId | null;
  /** Those whose account is closed, instead of the others. */
  readonly closed: boolean;
  /** Only those who can't sign in by themselves yet ([SGN13]). */
  readonly without: boolean;
  readonly scope: GroupScope | null;
  /** `none`: put into no course by anybody. */
  readonly course: CourseId | 'none' | null;
  /** Only those who were not here for so many days, or never were. */
  readonly away: AwayTime | null;
  /** Only those who don't get on ([HLP1]). */
  readonly help: boolean;
}

/** Nothing in particular is looked for. */
export const everybody: Wanted = {
  typed: '',
  group: null,
  closed: false,
  without: false,
  scope: null,
  course: null,
  away: null,
  help: false,
};

/** What rows are looked at by, besides what stands in them. */
export interface FindGround {
  readonly courses: CoursesView['courses'];
  /** Null while it is not known: then nobody is said to be away. */
  readonly today: string | null;
}

/** Whether somebody's account is open and they can't sign in by themselves yet. */
export function isWithout({ disabled, signIn }: LearnerRow): boolean {
  return !disabled && signIn !== 'own';
}

/** How many days somebody was not here; null for who never was. */
export function daysAway({ lastDay }: LearnerRow, today: string): number | null {
  return lastDay === null ? null : daysBetween(lastDay, today);
}

type Fits = (row: LearnerRow) => boolean;

/** Finds learners by name and by what stands in their row ([LST1]). Keeps each name's forms, as the rows come anew with every answer given. */
export function createFinder(): (
  rows: readonly LearnerRow[],
  wanted: Wanted,
  ground: FindGround,
) => LearnerRow[] {
  const kept = new Map<LearnerId, { readonly written: string; readonly forms: string }>();
  const formsOf = ({ learner }: LearnerRow): string => {
    const written = `${learner.name.km}\n${learner.name.en ?? ''}`;
    const known = kept.get(learner.learner);
    if (known?.written === written) return known.forms;
    const forms = searchForms(learner.name);
    kept.set(learner.learner, { written, forms });
    return forms;
  };
  return (rows, wanted, ground) => {
    const { typed, group, closed, without, scope, help } = wanted;
    const words = wordsOf(typed);
    const takes = takingCourse(wanted.course, ground);
    const isAway = awayFor(wanted.away, ground);
    return rows.filter(
      (row) =>
        row.disabled === closed &&
        (!without || isWithout(row)) &&
        (group === null || row.learner.group === group) &&
        (scope === null || row.scope === scope) &&
        (!help || row.needsHelp) &&
        takes(row) &&
        isAway(row) &&
        (words.length === 0 || fits(formsOf(row), words)),
    );
  };
}

const everyRow: Fits = () => true;

function takingCourse(course: Wanted['course'], { courses }: FindGround): Fits {
  if (course === null) return everyRow;
  if (course === 'none') return ({ into }) => into.length === 0;
  const byOfficer = courses.find((each) => each.course === course)?.byOfficer ?? true;
  return ({ into, outOf }) => into.includes(course) || (!byOfficer && !outOf.includes(course));
}

function awayFor(away: AwayTime | null, { today }: FindGround): Fits {
  if (away === null || today === null) return everyRow;
  return (row) => {
    const days = daysAway(row, today);
    return days === null || days >= away;
  };
}
