import { compareOrder } from '../../domain/order.ts';
import { mostWrongTries } from '../../domain/sign-in-tries.ts';
import { finishedCount, lessonStatus } from '../../domain/lesson-progress.ts';
import { lessonKeySchema } from '../../shared/contracts/documents/state.ts';
import type { LearnerState, Seat } from '../../shared/contracts/documents/state.ts';
import type { LearnerId, PackId, Semver, StationId } from '../../shared/ids.ts';

/** The lesson somebody sits at now. */
export interface SeatLesson {
  readonly pack: PackId;
  readonly version: Semver;
  readonly lesson: string;
  readonly done: number;
  readonly total: number;
}

/** What lists and the room need of a learner's state: small, so that thousands fit in memory. */
export interface LearnerSummary {
  readonly learner: LearnerId;
  readonly attempts: number;
  readonly right: number;
  readonly activeMs: number;
  /** Wrong tries to sign in as them since they last sat down ([SGN8]). */
  readonly wrongTries: number;
  readonly lessonsDone: number;
  readonly lessonsBegun: number;
  readonly seat: Seat | null;
  readonly seatLesson: SeatLesson | null;
}

export function summarize(state: LearnerState): LearnerSummary {
  const lessons = Object.values(state.lessons);
  return {
    learner: state.learner,
    attempts: state.attempts,
    right: state.right,
    activeMs: state.activeMs,
    wrongTries: mostWrongTries(state.wrongTries),
    lessonsDone: lessons.filter(({ completedRuns }) => completedRuns > 0).length,
    lessonsBegun: lessons.filter((lesson) => lessonStatus(lesson) === 'begun').length,
    seat: state.seat,
    seatLesson: seatLesson(state),
  };
}

function seatLesson({ seat, lessons }: LearnerState): SeatLesson | null {
  if (seat === null || seat.lesson === null) return null;
  const progress = lessons[lessonKeySchema.parse(seat.lesson)];
  if (progress === undefined) return null;
  const { pack, version, lesson, total } = progress;
  return { pack, version, lesson, done: finishedCount(progress), total };
}

/**
 * Who holds each seat. A station seats one person: where two learners' states claim it, because the
 * first one's end of sitting has not been folded, the later in order has it ([SIT5]).
 */
export function seatHolders(
  seated: Iterable<LearnerSummary>,
): ReadonlyMap<StationId, LearnerSummary> {
  const holders = new Map<StationId, { seat: Seat; summary: LearnerSummary }>();
  for (const summary of seated) {
    const { seat } = summary;
    if (seat === null) continue;
    const held = holders.get(seat.station);
    if (held === undefined || compareOrder(seat.since, held.seat.since) > 0) {
      holders.set(seat.station, { seat, summary });
    }
  }
  return new Map([...holders].map(([station, { summary }]) => [station, summary]));
}
