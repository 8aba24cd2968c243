import { distinctUntilChanged, interval, map, merge, of, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { EventClock } from '../../shared/contracts/documents/event.ts';
import type { LabTime } from '../../shared/contracts/hub-api.ts';
import type { Clock } from '../../shared/ports.ts';
import type { SyncMemory } from './sync-memory.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Phnom Penh: UTC+7, without summer time. */
const zoneMs = 7 * 60 * 60 * 1000;
/** Wall and monotonic time further apart than this: the PC slept, or somebody set its clock. */
const jumpMs = 60_000;
/** How soon a midnight that passes is noticed, ms. */
const lookMs = 30_000;

/** Which day it is in the lab and what o'clock, as far as the station can tell. */
export interface LabNow {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Since midnight. */
  readonly minute: number;
  readonly sure: boolean;
}

/** What the hub said of the time, and when it said so. */
interface Told extends LabTime {
  readonly atWallMs: number;
  readonly atMonotonicMs: number;
}

/**
 * What an event records of the time: this PC's clock, how far it is from the hub's, and the lab day
 * carried on from what the hub last said ([LAB1]). Nothing is ever ordered by it.
 */
export class LabClock {
  readonly #clock: Clock;
  readonly #kept: SyncMemory['labDay'];
  #date: string | null;
  readonly #heard = new Subject<void>();
  #told: Told | null = null;

  private constructor(clock: Clock, kept: SyncMemory['labDay'], date: string | null) {
    this.#clock = clock;
    this.#kept = kept;
    this.#date = date;
  }

  static async open(memory: SyncMemory, clock: Clock): Promise<LabClock> {
    return new LabClock(clock, memory.labDay, (await memory.labDay.load())?.date ?? null);
  }

  /** Takes what a hello or receipt says. */
  async tell({ hubWallMs, labDay, labAheadMs = 0 }: LabTime): Promise<void> {
    const atWallMs = this.#clock.wallMs();
    const atMonotonicMs = this.#clock.monotonicMs();
    this.#told = { hubWallMs, labDay, labAheadMs, atWallMs, atMonotonicMs };
    this.#heard.next();
    if (labDay.date === this.#date) return;
    this.#date = labDay.date;
    await this.#kept.save({ v: 1, date: labDay.date });
  }

  /** Today's date in the lab, at once and whenever it is another: the hub says so, or midnight passes. */
  get date$(): Observable<string | null> {
    return merge(of(0), interval(lookMs), this.#heard).pipe(
      map(() => this.now().labDay.date),
      distinctUntilChanged(),
    );
  }

  /**
   * The day and the minute since midnight, carried on by monotonic time; null where this run of the app was
   * told no time, or its PC slept or jumped since. `sure`: staff have confirmed it ([TTB2]).
   */
  get moment(): LabNow | null {
    const told = this.#told;
    const { labDay } = this.now();
    if (told === null || labDay.date === null || this.#hasJumped(told)) return null;
    const passed = this.#clock.monotonicMs() - told.atMonotonicMs;
    const sinceMidnight = (labWallMs(told) + passed + zoneMs) % dayMs;
    return { date: labDay.date, minute: Math.floor(sinceMidnight / 60_000), sure: labDay.sure };
  }

  /** {@link moment}, at once and as its minute moves. */
  get moment$(): Observable<LabNow | null> {
    return merge(of(0), interval(lookMs), this.#heard).pipe(
      map(() => this.moment),
      distinctUntilChanged(
        (a, b) => a?.date === b?.date && a?.minute === b?.minute && a?.sure === b?.sure,
      ),
    );
  }

  now(): EventClock {
    const wallMs = Math.round(this.#clock.wallMs());
    const told = this.#told;
    if (!told) return { wallMs, hubOffsetMs: null, labDay: { date: this.#date, sure: false } };
    const passed = this.#clock.monotonicMs() - told.atMonotonicMs;
    return {
      wallMs,
      hubOffsetMs: Math.round(told.hubWallMs - told.atWallMs),
      labDay: {
        date: told.labDay.date && carriedOn(told.labDay.date, labWallMs(told), passed),
        sure: told.labDay.sure && !this.#hasJumped(told),
      },
    };
  }

  #hasJumped({ atWallMs, atMonotonicMs }: Told): boolean {
    const passed = this.#clock.monotonicMs() - atMonotonicMs;
    return Math.abs(this.#clock.wallMs() - atWallMs - passed) > jumpMs;
  }
}

/** The hub's clock, set right by what staff said, when it was told. */
const labWallMs = ({ hubWallMs, labAheadMs = 0 }: LabTime) => hubWallMs + labAheadMs;

/** The date `passedMs` after the hub said that it is `date` at `hubWallMs`. */
function carriedOn(date: string, hubWallMs: number, passedMs: number): string {
  const days = dayNumber(hubWallMs + passedMs) - dayNumber(hubWallMs);
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

function dayNumber(wallMs: number): number {
  return Math.floor((wallMs + zoneMs) / dayMs);
}
