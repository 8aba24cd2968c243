import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import { seatOrderInputSchema } from '../../shared/contracts/seat-order.ts';
import { reviewSeat } from '../../domain/fold/fold-learner.ts';
import type { RoomView, SeatView, StuckView } from '../../shared/contracts/ipc/views.ts';
import type { LiveReport, LiveSitting } from '../../shared/contracts/live-seat.ts';
import type { LearnerId, StationId } from '../../shared/ids.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { learnerCard } from '../directory/directory.ts';
import type { Directory } from '../directory/directory.ts';
import type { HeardSeat, HeardSeats } from '../live/heard-seats.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';
import { openLesson, unnamed } from './open-lesson.ts';

/** How the hub last saw a station. */
export interface Presence {
  readonly lastContactAgeMs: number | null;
  readonly waiting: number | null;
}

export interface RoomSource {
  readonly directory: Directory;
  readonly holders: ReadonlyMap<StationId, LearnerSummary>;
  /** Everybody in short. */
  readonly all: ReadonlyMap<LearnerId, LearnerSummary>;
  /** By station; null while the hub can't be asked. */
  readonly presence: ReadonlyMap<StationId, Presence> | null;
  /** What seats say of themselves: to the hub, or to this station while the hub is away ([LIV2], [LIV6]). */
  readonly live: HeardSeats;
  /** Ages of what stations answered this one while the hub is away, ms ([PER8]). */
  readonly together: ReadonlyMap<StationId, number>;
  /** Whether it is too early to call seats silent that nothing is heard of ([LIV8]). */
  readonly listening: boolean;
  readonly catalogue: Catalogue;
  /** Where those who sit here don't get on ([HLP1]). */
  readonly stuck: ReadonlyMap<LearnerId, StuckView>;
  /** This station's monotonic clock, ms. */
  readonly nowMs: number;
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
  const said = source.live.get(station);
  const report = said?.report ?? null;
  const age = seen?.lastContactAgeMs ?? heard ?? null;
  const inTouch = isInTouch(said, age, source.presence === null && heard === undefined);
  const leaving = leavingOf(said);
  return {
    station,
    name,
    seat,
    place: source.directory.places.get(station) ?? null,
    inTouch,
    awaited: source.listening && inTouch !== true && leaving === null,
    lastContactAgeMs: age,
    waiting: report?.waiting ?? seen?.waiting ?? null,
    lock: lockOf(report, source.directory.seatOrders.get(station)),
    paused: report?.orders?.paused ?? false,
    expecting: report?.orders?.expecting ?? false,
    closing: report?.orders?.closing ?? false,
    leaving,
    // Of whom it is known who they are: `roomWithin`.
    mayAct: false,
    health: said === undefined || report === null ? null : healthOf(said, report, source.nowMs),
    sitting:
      report === null
        ? sittingAt(source.holders.get(station), source)
        : liveSitting(report.sitting, source),
  };
}

/** Who tells what the seat does is there; who did and says nothing any more is not ([LIV3]). */
function isInTouch(
  said: HeardSeat | undefined,
  age: number | null,
  unknown: boolean,
): SeatView['inTouch'] {
  if (said !== undefined) return said.report !== null;
  return unknown ? null : age !== null && age <= inTouchMs;
}

/** Its own word, or where it says none what lies in the directory for it. */
function lockOf(report: LiveReport | null, command: SignedCommand | undefined): SeatView['lock'] {
  if (report?.orders) {
    const { lock } = report.orders;
    return lock && { message: lock.message };
  }
  const act = seatOrderInputSchema.safeParse(command?.input).data?.act;
  return act?.kind === 'lock' ? { message: act.message } : null;
}

/** A seat that said it goes has gone once it says nothing more. */
function leavingOf(said: HeardSeat | undefined): SeatView['leaving'] {
  if (said === undefined) return null;
  if (said.report !== null) return said.report.orders?.leaving ?? null;
  return said.left && { to: said.left, gone: true };
}

function healthOf(
  { atMs, offsetMs }: HeardSeat,
  { receiptAgeMs, appVersion, diskUsedPart, celsius }: LiveReport,
  nowMs: number,
): SeatView['health'] {
  return {
    receiptAgeMs: receiptAgeMs === null ? null : receiptAgeMs + Math.max(0, nowMs - atMs),
    offsetMs,
    appVersion,
    diskUsedPart,
    celsius,
  };
}

function sittingAt(holder: LearnerSummary | undefined, source: RoomSource): SeatView['sitting'] {
  if (holder === undefined) return null;
  const { seat, seatLesson } = holder;
  return whoSits(holder.learner, source, {
    lesson: seatLesson && openLesson(seatLesson, source.catalogue),
    reviewing: seat?.lesson === reviewSeat,
    helpAsked: seat?.helpAsked ?? false,
    quiet: null,
    until: null,
    stuck: source.stuck.get(holder.learner) ?? null,
  });
}

/** As the seat itself says, which is ahead of what the hub has folded. */
function liveSitting(said: LiveReport['sitting'], source: RoomSource): SeatView['sitting'] {
  if (said === null) return null;
  const { learner, open, helpAsked, stuck, quiet, until = null } = said;
  return whoSits(learner, source, {
    lesson: openSaid(open, source.catalogue),
    reviewing: open?.kind === 'review',
    helpAsked,
    until,
    quiet: stuck ? 'stuck' : quiet,
    // Where that is comes with what was folded, and goes with their own word.
    stuck: stuck ? (source.stuck.get(learner) ?? null) : null,
  });
}

type Sitting = NonNullable<SeatView['sitting']>;

function whoSits(
  learner: LearnerId,
  { directory, all }: RoomSource,
  doing: Omit<Sitting, 'learner' | 'attempts' | 'right'>,
): SeatView['sitting'] {
  const account = directory.learners.get(learner);
  if (account === undefined) return null;
  const { attempts = 0, right = 0 } = all.get(learner) ?? {};
  return { learner: learnerCard(account), ...doing, attempts, right };
}

function openSaid(open: LiveSitting['open'], catalogue: Catalogue): Sitting['lesson'] {
  if (open === null || open.kind === 'review') return null;
  if (open.kind === 'reading') return { ...unnamed, done: 0, total: 1, fault: null };
  const { id: lesson, ...part } = open;
  return openLesson({ ...part, lesson }, catalogue);
}
