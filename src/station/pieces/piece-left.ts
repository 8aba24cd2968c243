import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import { isReportDue, isSaveDue, placeOfCourse, untoldOf } from '../cmi5/course-news.ts';
import { keepTold, nothingUntold, pieceTold, placeOf, timeTold } from './piece-run.ts';
import type { PieceRun, Untold } from './piece-run.ts';

/** What becomes of a piece, and what is to be recorded of it. */
interface Recorded {
  readonly run: PieceRun;
  readonly payloads: readonly EventPayload[];
}

/** The end of it, with its last place where that is new. */
export function pieceLeft(open: PieceRun, last: Untold, nowMs: number): EventPayload[] {
  const { run, payloads } = reported(keepTold(open, framesWord(open, last)), nowMs);
  const left = { type: 'piece.left', ...placeOf(run) } as const;
  const { place } = run.untold;
  if (place === null || place === run.place) {
    return [...payloads, pieceTold(run, { ...left, activeMs: 0 }, nowMs)];
  }
  return [
    ...payloads,
    pieceTold(run, { type: 'piece.saved', place, activeMs: 0 }, nowMs),
    { ...left, activeMs: 0 },
  ];
}

/** What a frame tells of where it is; a course's place is its station's own. */
export const framesWord = ({ course }: PieceRun, told: Untold): Untold =>
  course === null ? told : { ...told, place: null };

/** What is due of a course that talks with the station: its results, and where it is. */
export function courseDue(run: PieceRun, nowMs: number): Recorded {
  const { course } = run;
  if (course?.kind !== 'open') return { run, payloads: [] };
  const first = isReportDue(course, nowMs) ? reported(run, nowMs) : { run, payloads: [] };
  const { place } = first.run.untold;
  const isDue = place !== null && place !== first.run.place && isSaveDue(course, place, nowMs);
  if (!isDue || first.run.course?.kind !== 'open') return first;
  const saved = pieceTold(first.run, { type: 'piece.saved', place, activeMs: 0 }, nowMs);
  const next = {
    ...first.run,
    place,
    untold: nothingUntold,
    recordedAt: nowMs,
    course: { ...first.run.course, savedMs: nowMs },
  };
  return { run: next, payloads: [...first.payloads, saved] };
}

/** With everything of a course on record that was not reported. */
export function reported(run: PieceRun, nowMs: number): Recorded {
  const { course } = run;
  if (course?.kind !== 'open') return { run, payloads: [] };
  const { reports, told } = untoldOf(course);
  if (reports.length === 0) return { run, payloads: [] };
  const payloads = reports.map((report, index) =>
    pieceTold(
      index === 0 ? run : timeTold(run, nowMs),
      { type: 'piece.reported', ...report, activeMs: 0 },
      nowMs,
    ),
  );
  const now = { ...told, reportedMs: nowMs };
  const next = { ...timeTold(run, nowMs), course: now };
  return { run: keepTold(next, { place: placeOfCourse(now), activeMs: 0 }), payloads };
}
