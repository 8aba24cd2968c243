import type { FilmTold } from '../../shared/contracts/ipc/viewing-views.ts';
import type { Attendance, CountedAnswers, ViewingDraft } from '../../shared/contracts/viewing.ts';
import type { LearnerId, StaffId } from '../../shared/ids.ts';

/** More than goes by between two words of a film that plays, ms: what is longer was a stop. */
const mostBetweenMs = 3_000;

/** With these learners there, or not. */
export function ticked(
  draft: ViewingDraft,
  learners: readonly LearnerId[],
  there: boolean,
): ViewingDraft {
  const others = draft.there.filter((each) => !learners.includes(each));
  return { ...draft, there: there ? [...others, ...new Set(learners)] : others };
}

/** With what the group answered at a pause: the last count stands. */
export function answered(draft: ViewingDraft, counted: CountedAnswers): ViewingDraft {
  const others = draft.answers.filter(({ pause }) => pause !== counted.pause);
  return { ...draft, answers: [...others, counted].toSorted((a, b) => a.pause - b.pause) };
}

/** @param playedMs since it last told, if it was playing then; 0 where it stood still */
export function filmMoved(
  draft: ViewingDraft,
  { at }: Pick<FilmTold, 'at'>,
  playedMs: number,
): ViewingDraft {
  const counted = Math.round(Math.min(Math.max(0, playedMs), mostBetweenMs));
  return { ...draft, at, shownMs: Math.min(86_400_000, draft.shownMs + counted) };
}

/** What is recorded of everybody ticked. */
export function attendanceOf(draft: ViewingDraft, staff: StaffId): Attendance {
  const { staff: _begunBy, there: _there, at: _at, ...film } = draft;
  return { ...film, there: true, staff, reason: null };
}

/**
 * Another word on a learner's attendance than the one that stands; null where it says just that. Who was
 * `left-out` was there, who was `not-there` was not ([GRP7]).
 */
export function correctedAttendance(
  held: { readonly film: Omit<Attendance, 'there' | 'staff' | 'reason'>; readonly there: boolean },
  there: boolean,
  staff: StaffId,
): Attendance | null {
  if (held.there === there) return null;
  return { ...held.film, there, staff, reason: there ? 'left-out' : 'not-there' };
}
