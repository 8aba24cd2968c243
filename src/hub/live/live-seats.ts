import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import { liveLostMs, mostLivePerSecond } from '../../shared/contracts/live-seat.ts';
import type { LiveReport, LiveSeat } from '../../shared/contracts/live-seat.ts';
import type { Leaving } from '../../shared/contracts/seat-order.ts';
import type { LearnerId, StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Timers } from '../timers.ts';

interface Seat {
  /** Null once nothing was heard for too long. */
  report: LiveReport | null;
  /** How it went, where its last word was that it goes. */
  left: Leaving | null;
  /** By the hub's monotonic clock, ms. */
  atMs: number;
  offsetMs: number;
  /** Which of the hub's changes it moved last with. */
  number: number;
  /** The run that speaks, and the one before it: what of that still arrives is late. */
  run: string;
  formerRun: string | null;
  lastNumber: number;
  quiet: () => void;
}

/** A clock that drifts less than this has not moved, ms. */
const sameClockMs = 2000;
/** A receipt that is newer by less than this is the same one, ms. */
const sameReceiptMs = 2000;
const secondMs = 1000;

export interface LiveSeatsOptions {
  readonly clock: Clock;
  readonly timers: Timers;
}

/** What every seat said last, for as long as this hub runs; in memory alone ([LIV1]). */
export class LiveSeats {
  readonly #options: LiveSeatsOptions;
  readonly #seats = new Map<StationId, Seat>();
  readonly #moved$ = new Subject<void>();
  readonly #told = new Map<StationId, number>();
  #toldSinceMs = 0;
  #number = 0;

  constructor(options: LiveSeatsOptions) {
    this.#options = options;
  }

  get moved$(): Observable<void> {
    return this.#moved$;
  }

  /** Whether this station may speak now: so many times a second at most ([LIV3]). */
  admits(station: StationId): boolean {
    const now = this.#options.clock.monotonicMs();
    if (now - this.#toldSinceMs > secondMs) {
      this.#told.clear();
      this.#toldSinceMs = now;
    }
    const told = (this.#told.get(station) ?? 0) + 1;
    this.#told.set(station, told);
    return told <= mostLivePerSecond;
  }

  /** Takes what a station says of its own seat; what comes twice or late changes nothing ([LIV3]). */
  take(station: StationId, report: LiveReport): void {
    const before = this.#seats.get(station);
    if (before !== undefined && isLate(before, report)) return;
    before?.quiet();
    const { clock, timers } = this.#options;
    const atMs = clock.monotonicMs();
    const offsetMs = Math.round(report.wallMs - clock.wallMs());
    const now = { report, atMs, offsetMs };
    const moved = before === undefined || !isSame(before, now);
    if (moved) this.#number += 1;
    this.#seats.set(station, {
      ...now,
      left: leftBy(report),
      number: moved ? this.#number : before.number,
      run: report.run,
      formerRun: before === undefined || before.run === report.run ? null : before.run,
      lastNumber: report.number,
      quiet: timers.after(liveLostMs, () => this.#lose(station)),
    });
    if (moved) this.#moved$.next();
  }

  /** Who speaks, and has not said that it goes. */
  get speaking(): readonly StationId[] {
    return [...this.#seats].flatMap(([station, { report, left }]) =>
      report === null || left !== null ? [] : [station],
    );
  }

  /** Who sits at a station, as it last said; null where nobody does, or it says nothing. */
  sittingAt(station: StationId): LearnerId | null {
    return this.#seats.get(station)?.report?.sitting?.learner ?? null;
  }

  /** Grows with everything that moves. */
  get number(): number {
    return this.#number;
  }

  /** Seats that moved after this number. */
  since(after: number): readonly LiveSeat[] {
    const now = this.#options.clock.monotonicMs();
    return [...this.#seats].flatMap(([station, { report, left, atMs, offsetMs, number }]) =>
      number > after ? [{ station, report, left, offsetMs, ageMs: Math.max(0, now - atMs) }] : [],
    );
  }

  close(): void {
    for (const { quiet } of this.#seats.values()) quiet();
    this.#seats.clear();
  }

  #lose(station: StationId): void {
    const seat = this.#seats.get(station);
    if (seat === undefined) return;
    this.#number += 1;
    seat.report = null;
    seat.number = this.#number;
    this.#moved$.next();
  }
}

function isLate({ run, formerRun, lastNumber }: Seat, report: LiveReport): boolean {
  return report.run === run ? report.number <= lastNumber : report.run === formerRun;
}

function leftBy({ orders }: LiveReport): Leaving | null {
  const leaving = orders?.leaving ?? null;
  return leaving?.gone === true ? leaving.to : null;
}

type Said = Pick<Seat, 'report' | 'atMs' | 'offsetMs'>;

/** Whether nothing moved but time. */
function isSame(before: Said, now: Said): boolean {
  const receiptAt = ({ report, atMs }: Said) =>
    report === null || report.receiptAgeMs === null ? null : atMs - report.receiptAgeMs;
  const [receiptBefore, receiptNow] = [receiptAt(before), receiptAt(now)];
  if ((receiptBefore === null) !== (receiptNow === null)) return false;
  return (
    Math.abs(before.offsetMs - now.offsetMs) < sameClockMs &&
    Math.abs((receiptBefore ?? 0) - (receiptNow ?? 0)) < sameReceiptMs &&
    factsOf(before.report) === factsOf(now.report)
  );
}

function factsOf(report: LiveReport | null): string {
  if (report === null) return '';
  const { number: _number, wallMs: _wallMs, receiptAgeMs: _receipt, ...facts } = report;
  return JSON.stringify(facts);
}
