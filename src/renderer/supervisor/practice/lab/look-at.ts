import type { Localized } from '../../../../shared/contracts/phrase.ts';
import { ReanError } from '../../../../shared/errors.ts';
import type { LearnerId, StationId } from '../../../../shared/ids.ts';
import { lessonAt } from './pretend-people.ts';
import type { PretendSeat } from './pretend-seat.ts';

/** What of a look is painted: which lesson, and how far. */
export interface LookedAtLesson {
  readonly title: Localized;
  readonly done: number;
}

/** What somebody has open at a seat. @throws ReanError `look.gone` where no lesson is */
export function lookAt(
  seats: readonly PretendSeat[],
  station: StationId,
  learner: LearnerId,
): LookedAtLesson & { readonly seat: number } {
  const found = seats.find((seat) => seat.station === station);
  const sitting = found?.sitting ?? null;
  if (sitting?.learner.learner !== learner || sitting.lesson === null || !found) {
    throw new ReanError('look.gone');
  }
  const { at, done } = sitting.lesson;
  return { title: lessonAt(at).title, done, seat: found.seat };
}
