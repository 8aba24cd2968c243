import { reviewSeat } from '../../domain/fold/fold-learner.ts';
import type { LiveSitting, OpenNow } from '../../shared/contracts/live-seat.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { summarize } from '../learners/learner-summary.ts';
import type { SeatLesson } from '../learners/learner-summary.ts';
import { courseFor } from '../supervisor/own-reading.ts';

/** What somebody's state says that they do at their seat, less what of it is their own ([LIV4], [LIV5]). */
export function sittingNow(
  state: LearnerState,
  catalogue: Catalogue,
  { helpAsked, quiet, call, until }: Pick<LiveSitting, 'helpAsked' | 'quiet' | 'call' | 'until'>,
): LiveSitting {
  const { learner, seat, seatLesson, stuck } = summarize(state);
  const open = seat?.lesson === reviewSeat ? ({ kind: 'review' } as const) : null;
  return {
    learner,
    open: open ?? (seatLesson && openNow(seatLesson, catalogue)),
    helpAsked,
    ...(call && { call }),
    stuck: stuck !== null,
    quiet,
    ...(until !== undefined && { until }),
  };
}

/** A book or film of no course is read, and which one is nobody's business ([LIB4]). */
function openNow({ lesson: id, ...part }: SeatLesson, catalogue: Catalogue): OpenNow {
  const course = courseFor(catalogue, { pack: part.pack, id, version: part.version });
  return part.kind === 'piece' && course === undefined ? { kind: 'reading' } : { ...part, id };
}
