import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import { reviewSeat } from '../../domain/fold/fold-learner.ts';
import type { RoomView, SeatView, StuckView } from '../../shared/contracts/ipc/views.ts';
import type { LearnerId, StationId } from '../../shared/ids.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { learnerCard } from '../directory/directory.ts';
import type { Directory } from '../directory/directory.ts';
import { courseFor } from '../supervisor/own-reading.ts';
import type { LearnerSummary, SeatLesson } from '../learners/learner-summary.ts';

/** How the hub last saw a station. */
export interface Presence {
  readonly lastContactAgeMs: number | null;
  readonly waiting: number | null;
}

export interface RoomSource {
  readonly directory: Directory;
  readonly holders: ReadonlyMap<StationId, LearnerSummary>;
  /** By station; null while the hub can't be asked. */
  readonly presence: ReadonlyMap<StationId, Presence> | null;
  /** Ages of what stations answered this one while the hub is away, ms ([PER8]). */
  readonly together: ReadonlyMap<StationId, number>;
  readonly catalogue: Catalogue;
  /** Where those who sit here don't get on ([HLP1]). */
  readonly stuck: ReadonlyMap<LearnerId, StuckView>;
}

/** A station asks the hub something at least this often: its longpoll ends after 25 s ([SYN6]). */
const inTouchMs = 40_000;

/** The room as it stands: every kiosk in use, by its place in the rows ([VIE3]). */
export function roomView(source: RoomSource): RoomView {
  const seats = [...source.directory.stations.values()]
    .filter(({ kind, disabled }) => kind === 'kiosk' && !disabled)
    .sort((a, b) => a.seat - b.seat || (a.station < b.station ? -1 : 1))
    .map((station) => seatView(station, source));
  return { seats, present: seats.filter(({ sitting }) => sitting !== null).length };
}

function seatView(
  { station, name, seat }: DirectoryDocumentOf<'station'>,
  source: RoomSource,
): SeatView {
  const seen = source.presence?.get(station) ?? null;
  const heard = source.presence === null ? source.together.get(station) : undefined;
  const age = seen?.lastContactAgeMs ?? heard ?? null;
  return {
    station,
    name,
    seat,
    inTouch: source.presence === null && heard === undefined ? null : isInTouch(age),
    lastContactAgeMs: age,
    waiting: seen?.waiting ?? null,
    sitting: sittingAt(source.holders.get(station), source),
  };
}

const isInTouch = (age: number | null) => age !== null && age <= inTouchMs;

function sittingAt(
  holder: LearnerSummary | undefined,
  { directory, catalogue, stuck }: RoomSource,
): SeatView['sitting'] {
  const account = holder && directory.learners.get(holder.learner);
  if (holder === undefined || account === undefined) return null;
  return {
    learner: learnerCard(account),
    lesson: holder.seatLesson && openLesson(holder.seatLesson, catalogue),
    reviewing: holder.seat?.lesson === reviewSeat,
    helpAsked: holder.seat?.helpAsked ?? false,
    stuck: stuck.get(holder.learner) ?? null,
    attempts: holder.attempts,
    right: holder.right,
  };
}

type OpenLesson = NonNullable<NonNullable<SeatView['sitting']>['lesson']>;

/**
 * A lesson of a pack that isn't installed here is shown by its id. A piece of no course known here has no
 * name, and its fault no paths: whoever mends it finds them in the log of its station ([LIB4]).
 */
function openLesson(
  { pack, version, kind, lesson, done, total, fault }: SeatLesson,
  catalogue: Catalogue,
): OpenLesson {
  const course = courseFor(catalogue, { pack, id: lesson, version });
  if (kind === 'piece' && course === undefined) {
    const unnamed = { title: null, courseTitle: null, kind: 'html' } as const;
    return { ...unnamed, done, total, fault: fault && { ...fault, detail: '' } };
  }
  const known = catalogue.item(pack, lesson, version) ?? catalogue.item(pack, lesson);
  return {
    title: known?.item.title ?? { km: lesson },
    courseTitle: course?.course.title ?? { km: pack },
    kind: known?.item.kind ?? 'lesson',
    done,
    total,
    fault,
  };
}
