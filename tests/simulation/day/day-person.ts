/** One learner of a simulated day, and what they did. */

export type LessonName = 'first' | 'second';
/** What a lesson asks for, one after the other. */
export const itemNames = ['look', 'choose', 'type'] as const;
type ItemName = (typeof itemNames)[number];

interface LessonSoFar {
  run: number;
  /** Place of the item that comes next. */
  next: number;
  tries: number;
  runsDone: number;
}

/** Everything one learner did, and has to be told to have done. */
export interface Person {
  readonly number: number;
  readonly group: number;
  /** Each answer that they were told is marked, as {@link answerKey} writes it. */
  readonly answers: string[];
  /** Wrong words they typed: no two of anybody are alike. */
  readonly words: string[];
  /** Questions among them, and those answered right. */
  asked: number;
  right: number;
  readonly lessons: Record<LessonName, LessonSoFar>;
  sittings: number;
  /** Of sittings that are over, ms; and whether nobody knows exactly. */
  ms: number;
  about: boolean;
  helpAsked: number;
  helpAnswered: number;
}

export interface Answer {
  readonly lesson: LessonName;
  readonly run: number;
  readonly item: ItemName;
  readonly attempt: number;
  readonly right: boolean;
  /** Unlike that of every other answer of the day. */
  readonly activeMs: number;
}

/** Which answer it is, as it can be read from what the hub holds, too. */
export const answerKey = (answer: {
  readonly lesson: string;
  readonly run: number;
  readonly item: string;
  readonly attempt: number;
  readonly outcome: string;
  readonly activeMs: number;
}): string =>
  `${answer.lesson} run ${answer.run} ${answer.item} try ${answer.attempt}: ${answer.outcome} (${answer.activeMs} ms)`;

export function newPerson(number: number, group: number): Person {
  const lesson = (): LessonSoFar => ({ run: 0, next: 0, tries: 0, runsDone: 0 });
  return {
    number,
    group,
    answers: [],
    words: [],
    asked: 0,
    right: 0,
    lessons: { first: lesson(), second: lesson() },
    sittings: 0,
    ms: 0,
    about: false,
    helpAsked: 0,
    helpAnswered: 0,
  };
}
