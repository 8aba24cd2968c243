import { finishedCount, lessonStatus } from '../../domain/lesson-progress.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type { SittingView } from '../../shared/contracts/ipc/views.ts';
import type { ComesNext } from '../../shared/contracts/timetable.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { Language, LearnerId, SittingId } from '../../shared/ids.ts';
import type { LiveLearner } from '../learners/live-learner.ts';
import { placeOf } from '../lessons/lesson-run.ts';
import type { LessonRun } from '../lessons/lesson-run.ts';
import { pieceLeft } from '../pieces/piece-left.ts';
import { nothingUntold } from '../pieces/piece-run.ts';
import type { PieceRun } from '../pieces/piece-run.ts';
import { reviewLeft } from '../reviews/review-run.ts';
import type { ReviewRun } from '../reviews/review-run.ts';

/** A learner signed in at this kiosk. */
export interface OpenSitting {
  readonly sitting: SittingId;
  readonly learner: LearnerId;
  readonly live: LiveLearner;
  /** By which of the learner's sign-ins, from 1: another one ends the sitting ([SIT6]). */
  readonly signIn: number;
  /** The account's own language, until the learner chooses. */
  readonly accountLanguage: Language;
  /** When their slot is, where they were let in outside of it; null in it ([TTB9]). */
  readonly comesNext: ComesNext | null;
  /** What they had open at the seat they were moved from ([ACT13]); null at all other times. */
  readonly goesOn: SittingView['goesOn'];
  /** The lesson open now; it stays after completion until left. */
  readonly run: LessonRun | null;
  /** The piece open now. */
  readonly piece: PieceRun | null;
  /** The review open now; it stays after its last item until left. */
  readonly review: ReviewRun | null;
}

export type EndReason = Extract<EventPayload, { type: 'sitting.ended' }>['reason'];

/** What ends a sitting, in order. @param kept what its learner leaves behind */
export function endPayloads(
  open: OpenSitting,
  kept: readonly EventPayload[],
  { reason, nowMs }: { readonly reason: EndReason; readonly nowMs: number },
): EventPayload[] {
  const { sitting } = open;
  return [...leaveOpen(open, nowMs), ...kept, { type: 'sitting.ended', sitting, reason }];
}

/** What leaves the lesson or piece now open, with what was told of it and is not on record yet ([PCE5]). */
export function leaveOpen({ run, piece, review }: OpenSitting, nowMs: number): EventPayload[] {
  return [
    ...leavePayloads(run),
    ...(review === null ? [] : [reviewLeft(review)]),
    ...(piece === null ? [] : pieceLeft(piece, nothingUntold, nowMs)),
  ];
}

/** A completed lesson needs no leaving: completing it was the end. */
function leavePayloads(run: LessonRun | null): EventPayload[] {
  return run === null || run.completed ? [] : [{ type: 'lesson.left', ...placeOf(run) }];
}

/**
 * Completions nobody recorded: every item is finished, but the last ones at different stations while
 * the LAN was down, or the power went between two writes of an older version ([LSN8]).
 */
export function overdueCompletions(state: LearnerState, sitting: SittingId): EventPayload[] {
  return Object.values(state.lessons)
    .filter((lesson) => lessonStatus(lesson) === 'begun' && finishedCount(lesson) >= lesson.total)
    .map(({ pack, version, lesson, run }) => ({
      type: 'lesson.completed',
      sitting,
      pack,
      version,
      lesson,
      run,
    }));
}
