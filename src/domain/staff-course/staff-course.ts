import type {
  CourseAnswers,
  StaffCourse,
  StaffCoursePart,
} from '../../shared/contracts/staff-course.ts';
import { mayAnywhere } from '../permissions.ts';
import type { Action, Role } from '../permissions.ts';

/** What courses for staff ask for, and whether somebody has done it ([HPG5]). */

export interface CourseQuestion {
  readonly id: string;
  /** In the order they are shown. */
  readonly choices: readonly string[];
  readonly right: string;
}

export interface CourseVersion {
  readonly version: number;
  /** Whom it is for: who may do this somewhere. Others take the version before. */
  readonly forWhoMay: Action | null;
  readonly parts: readonly StaffCoursePart[];
  readonly questions: readonly CourseQuestion[];
}

const firstQuestions: readonly CourseQuestion[] = [
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
];

/**
 * Every version there was, the newest last: one that asks for more is another version, and what somebody
 * finished before stays finished as it was.
 */
const versions: Readonly<Record<StaffCourse, readonly [CourseVersion, ...CourseVersion[]]>> = {
  supervising: [
    {
      version: 1,
      forWhoMay: null,
      parts: ['reading', 'questions'],
      questions: firstQuestions,
    },
    {
      version: 2,
      // Who tells no seats anything has no pretend lab either ([PRC1]).
      forWhoMay: 'seat.act',
      parts: ['reading', 'tour', 'acts', 'questions'],
      questions: firstQuestions,
    },
  ],
};

const isFor = ({ forWhoMay }: CourseVersion, role: Role): boolean =>
  forWhoMay === null || mayAnywhere(role, forWhoMay);

/** The one that somebody of this role takes today. */
export function courseNow(course: StaffCourse, role: Role): CourseVersion {
  return versions[course].findLast((each) => isFor(each, role)) ?? versions[course][0];
}

/**
 * What of a version is still asked of who finished earlier ones: what those had asked in the same way is done.
 * @param finished numbers of the versions they finished
 */
export function askedBeyond(
  course: StaffCourse,
  asked: CourseVersion,
  finished: readonly number[],
): Pick<CourseVersion, 'parts' | 'questions'> {
  const held = versions[course].filter(
    ({ version }) => version < asked.version && finished.includes(version),
  );
  const questions = asked.questions.filter(
    ({ id, right }) =>
      !held.some((each) => each.questions.some((one) => one.id === id && one.right === right)),
  );
  const parts = asked.parts.filter((part) =>
    part === 'questions' ? questions.length > 0 : !held.some((each) => each.parts.includes(part)),
  );
  return { parts, questions };
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

/** Whose course it is. */
export interface CourseTaker {
  readonly role: Role;
  /** Versions of this course that they finished before. */
  readonly finished: readonly number[];
}

/**
 * Whether somebody did all that this version of a course asks of them.
 * @returns `unknown` for a version that never was, as one of a later app, or that is not for their role
 */
export function judgeCourse(
  course: StaffCourse,
  version: number,
  { parts, answers }: CourseDone,
  { role, finished }: CourseTaker,
): 'finished' | 'unfinished' | 'unknown' {
  const asked = versions[course].find((each) => each.version === version);
  if (asked === undefined || !isFor(asked, role)) return 'unknown';
  const left = askedBeyond(course, asked, finished);
  const done = left.parts.every((part) => parts.includes(part));
  return done && notYetRight(left, answers).length === 0 ? 'finished' : 'unfinished';
}
