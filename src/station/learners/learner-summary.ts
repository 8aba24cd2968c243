import { recordedDays } from '../../domain/attendance/recorded-days.ts';
import type { RecordedDays } from '../../domain/attendance/recorded-days.ts';
import { daysHere, lastDay } from '../../domain/fold/days-here.ts';
import { compareOrder } from '../../domain/order.ts';
import { mostWrongTries } from '../../domain/sign-in-tries.ts';
import { finishedCount, lessonStatus } from '../../domain/lesson-progress.ts';
import { pieceStatus } from '../../domain/piece-progress.ts';
import type { PieceFault } from '../../shared/contracts/piece.ts';
import { lessonKeySchema } from '../../shared/contracts/documents/state.ts';
import { needsHelp } from '../../domain/training/needs-help.ts';
import type {
  AttendedViewing,
  Help,
  LearnerState,
  LessonKey,
  Seat,
  Stuck,
} from '../../shared/contracts/documents/state.ts';
import type { LearnerId, PackId, Semver, StationId } from '../../shared/ids.ts';

/** The lesson somebody sits at now. */
export interface SeatLesson {
  readonly pack: PackId;
  readonly version: Semver;
  readonly kind: 'lesson' | 'piece';
  /** Or piece. */
  readonly lesson: string;
  readonly done: number;
  readonly total: number;
  /** Why a piece could not be played; null where it could, and for lessons. */
  readonly fault: PieceFault | null;
}

/** What lists and the room need of a learner's state: small, so that thousands fit in memory. */
export interface LearnerSummary {
  readonly learner: LearnerId;
  readonly attempts: number;
  readonly right: number;
  readonly activeMs: number;
  /** The last day on which they did something here, `YYYY-MM-DD`; null where none is known. */
  readonly lastDay: string | null;
  /** Wrong tries to sign in as them since they last sat down ([SGN8]). */
  readonly wrongTries: number;
  readonly lessonsDone: number;
  readonly lessonsBegun: number;
  readonly seat: Seat | null;
  readonly seatLesson: SeatLesson | null;
  /** Pieces opened at any time. */
  readonly opened: readonly LessonKey[];
  /** Null for whoever gets on ([HLP1]). */
  readonly stuck: Stuck | null;
  /** Films shown to a group of theirs, the newest {@link mostViewings} ([GRP7]). */
  readonly viewings: readonly AttendedViewing[];
  /** When they were in the lab, and for how long ([ATT1]). */
  readonly recorded: RecordedDays;
  /** Requests for help ([HLQ2]). */
  readonly help: Help;
  /** Wrong tries since the last right one. */
  readonly wrong: number;
}

const mostViewings = 20;

export function summarize(state: LearnerState): LearnerSummary {
  const lessons = Object.values(state.lessons);
  const pieces = Object.values(state.pieces);
  const completed = pieces.filter((piece) => pieceStatus(piece) === 'done').length;
  return {
    learner: state.learner,
    attempts: state.attempts,
    right: state.right,
    activeMs: state.activeMs,
    lastDay: lastDay(daysHere(state)),
    wrongTries: mostWrongTries(state.wrongTries),
    lessonsDone: lessons.filter(({ completedRuns }) => completedRuns > 0).length + completed,
    lessonsBegun:
      lessons.filter((lesson) => lessonStatus(lesson) === 'begun').length +
      (pieces.length - completed),
    seat: state.seat,
    seatLesson: seatLesson(state),
    opened: Object.keys(state.pieces).map((key) => lessonKeySchema.parse(key)),
    stuck: needsHelp(state.stuck) ? state.stuck : null,
    viewings: Object.values(state.viewings)
      .toSorted((a, b) => compareOrder(b.touched, a.touched))
      .slice(0, mostViewings),
    recorded: recordedDays(state),
    help: state.help,
    wrong: state.stuck?.wrong ?? 0,
  };
}

function seatLesson({ seat, lessons, pieces }: LearnerState): SeatLesson | null {
  if (seat === null || seat.lesson === null) return null;
  const key = lessonKeySchema.parse(seat.lesson);
  const progress = lessons[key];
  if (progress !== undefined) {
    const { pack, version, lesson, total } = progress;
    const done = finishedCount(progress);
    return { pack, version, kind: 'lesson', lesson, done, total, fault: null };
  }
  const open = pieces[key];
  if (open === undefined) return null;
  const { pack, version, piece, completed, fault } = open;
  const done = completed ? 1 : 0;
  return { pack, version, kind: 'piece', lesson: piece, done, total: 1, fault };
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
