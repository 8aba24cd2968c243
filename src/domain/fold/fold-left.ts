import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import { unsentDays } from '../../shared/contracts/kept-screen.ts';
import type { Left, Unsent } from '../../shared/contracts/kept-screen.ts';
import { lessonKey } from '../lesson-progress.ts';
import { dayNumber } from '../training/review-card.ts';

/**
 * What a learner left behind, with one event more ([SIT7]).
 * @param state as it was before it
 */
export function leftAfter(
  { left, seat, lessons }: Pick<LearnerState, 'left' | 'seat' | 'lessons'>,
  { envelope, payload }: OpenedEvent,
): Left | null {
  const day = envelope.clock.labDay.date;
  if (payload.type === 'screen.kept') {
    const { screen, unsent } = payload;
    if (payload.sitting === seat?.sitting) return orNothing({ screen, unsent, day });
    return left ?? orNothing({ screen: null, unsent: unsentLate(unsent, lessons), day });
  }
  if (left === null) return null;
  // Whoever sits down is at what they left, or has chosen not to be.
  if (payload.type === 'sitting.started') {
    return orNothing({
      ...left,
      screen: null,
      unsent: isForgotten(left, day) ? null : left.unsent,
    });
  }
  return left.unsent !== null && isOver(left.unsent, payload)
    ? orNothing({ ...left, unsent: null })
    : left;
}

/** Whether it is still what its item waits for, by everything that is on record. */
export function isStillUnsent(
  { of, run, tries }: Unsent,
  { lessons }: Pick<LearnerState, 'lessons'>,
): boolean {
  if (run === null) return true;
  const progress = lessons[lessonKey(of.pack, of.lesson)];
  if (progress === undefined || progress.run !== run || progress.version !== of.version)
    return false;
  const item = Object.hasOwn(progress.items, of.item) ? progress.items[of.item] : undefined;
  return (item?.tries ?? 0) === tries;
}

/**
 * Of a seat that they have left already, as one that lost its power tells of it once it is started. An item that is
 * reviewed tells nothing of whether it was answered meanwhile.
 */
const unsentLate = (unsent: Unsent | null, lessons: LearnerState['lessons']): Unsent | null =>
  unsent !== null && unsent.run !== null && isStillUnsent(unsent, { lessons }) ? unsent : null;

const orNothing = (left: Left): Left | null =>
  left.screen === null && left.unsent === null ? null : left;

const isForgotten = (left: Left, day: string | null): boolean =>
  left.day !== null && day !== null && dayNumber(day) - dayNumber(left.day) > unsentDays;

/** Answered, or the lesson was begun once more. */
function isOver({ of, run }: Unsent, payload: OpenedEvent['payload']): boolean {
  switch (payload.type) {
    case 'attempt.recorded':
      return isOfLesson(of, payload) && payload.run === run && payload.item === of.item;
    case 'lesson.opened':
      return isOfLesson(of, payload) && run !== null && payload.run > run;
    case 'review.answered':
      return run === null && isOfLesson(of, payload.of) && payload.of.item === of.item;
    default:
      return false;
  }
}

const isOfLesson = (
  of: Unsent['of'],
  { pack, lesson }: { readonly pack: string; readonly lesson: string },
): boolean => of.pack === pack && of.lesson === lesson;
