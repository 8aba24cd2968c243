import type {
  CourseAnswers,
  StaffCourse,
  StaffCoursePart,
} from '../../shared/contracts/staff-course.ts';

/** What courses for staff ask for, and whether somebody has done it ([HPG5]). */

export interface CourseQuestion {
  readonly id: string;
  /** In the order they are shown. */
  readonly choices: readonly string[];
  readonly right: string;
}

interface CourseVersion {
  readonly version: number;
  readonly parts: readonly StaffCoursePart[];
  readonly questions: readonly CourseQuestion[];
}

/**
 * Every version there was, the newest last: one that asks for more is another version, and what somebody
 * finished before stays finished as it was.
 */
const versions: Readonly<Record<StaffCourse, readonly [CourseVersion, ...CourseVersion[]]>> = {
  supervising: [
    {
      version: 1,
      parts: ['reading', 'questions'],
      questions: [
        {
          id: 'locked-power',
          choices: ['opens', 'stays-locked', 'work-lost'],
          right: 'stays-locked',
        },
        { id: 'hub-away', choices: ['go-on', 'stop', 'on-paper'], right: 'go-on' },
        { id: 'power-back', choices: ['seats', 'desk', 'hub'], right: 'hub' },
        {
          id: 'forgotten',
          choices: ['choose-for-them', 'give-number', 'look-it-up'],
          right: 'give-number',
        },
        {
          id: 'look',
          choices: ['learner-sees', 'nobody-knows', 'screen-locks'],
          right: 'learner-sees',
        },
        {
          id: 'passphrase',
          choices: ['tell', 'stand-beside', 'own-sign-in'],
          right: 'own-sign-in',
        },
        { id: 'code-used', choices: ['cross-out', 'keep', 'throw-away'], right: 'cross-out' },
        { id: 'who-knows', choices: ['nobody', 'trail', 'everybody'], right: 'trail' },
      ],
    },
  ],
};

/** The one that is taken today. */
export function courseNow(course: StaffCourse): CourseVersion {
  return versions[course].at(-1) ?? versions[course][0];
}

/** Questions whose answer is not right, or not there. */
export function notYetRight(
  { questions }: Pick<CourseVersion, 'questions'>,
  answers: CourseAnswers,
): readonly string[] {
  return questions.filter(({ id, right }) => answers[id] !== right).map(({ id }) => id);
}

export interface CourseDone {
  readonly parts: readonly StaffCoursePart[];
  readonly answers: CourseAnswers;
}

/**
 * Whether somebody did all that this version of a course asks for.
 * @returns `unknown` for a version that never was, as one of a later app
 */
export function judgeCourse(
  course: StaffCourse,
  version: number,
  { parts, answers }: CourseDone,
): 'finished' | 'unfinished' | 'unknown' {
  const asked = versions[course].find((each) => each.version === version);
  if (asked === undefined) return 'unknown';
  const done = asked.parts.every((part) => parts.includes(part));
  return done && notYetRight(asked, answers).length === 0 ? 'finished' : 'unfinished';
}
