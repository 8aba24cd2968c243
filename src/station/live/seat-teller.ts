import {
  Subscription,
  combineLatest,
  distinctUntilChanged,
  map,
  of,
  skip,
  switchMap,
  timer,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { liveBeatMs } from '../../shared/contracts/live-seat.ts';
import type { LiveReport } from '../../shared/contracts/live-seat.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { EventId } from '../../shared/ids.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { reasonOf } from '../failure-reason.ts';
import type { SeatInSight } from '../look/look-desk.ts';
import type { StationHealth } from '../machine/station-health.ts';
import { callOf } from '../sitting/call-for-help.ts';
import type { OpenSitting } from '../sitting/open-sitting.ts';
import type { SeatOrders } from '../seat-orders/seat-orders.ts';
import type { Uplink, UplinkStatus } from '../uplink/uplink.ts';
import { pause } from './pause.ts';
import { QuietWatch } from './quiet-watch.ts';
import type { Step } from './quiet-watch.ts';
import { sittingNow } from './seat-now.ts';

/** What moves within this is told together, ms. */
const gatherMs = 200;

export interface SeatTellerParts {
  readonly sitting$: Observable<OpenSitting | null>;
  readonly catalogue$: Observable<Catalogue>;
  /** What the seat was told to do. */
  readonly orders: Pick<SeatOrders, 'now' | 'now$'>;
  /** When the time of who sits here ends; null where nothing ends it. */
  readonly ends$: Observable<number | null>;
  readonly uplink: Pick<Uplink, 'status$' | 'live'>;
  readonly health: () => Promise<StationHealth>;
  readonly appVersion: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

interface Seen {
  readonly open: OpenSitting;
  readonly state: LearnerState;
}

/**
 * Tells the hub what this seat does, as it changes and every five seconds ([LIV1], [LIV3]). One word is
 * under way at a time, and the next is of what is then: a slow line makes words fewer, never late.
 */
export class SeatTeller {
  readonly #parts: SeatTellerParts;
  readonly #run: string;
  readonly #quiet: QuietWatch;
  readonly #following = new Subscription();
  readonly #stopped = new AbortController();
  #seen: Seen | null = null;
  #call: { readonly id: EventId; readonly atMs: number } | null = null;
  #catalogue: Catalogue | null = null;
  #status: UplinkStatus | null = null;
  #health: StationHealth = { diskUsedPart: null, celsius: null };
  #number = 0;
  #ends: number | null = null;
  #due = false;
  #telling: Promise<void> | null = null;
  /** The hub that answers knows no such thing: not asked again before it was away. */
  #unheard = false;
  /** The last word did not get there. */
  #failed = false;

  constructor(parts: SeatTellerParts) {
    this.#parts = parts;
    this.#run = Buffer.from(parts.randomness.bytes(8)).toString('hex');
    this.#quiet = new QuietWatch(parts.clock.monotonicMs());
  }

  start(): void {
    const { sitting$, catalogue$, uplink } = this.#parts;
    const seen$ = sitting$.pipe(
      switchMap((open) =>
        open === null ? of(null) : open.live.state$.pipe(map((state) => ({ open, state }))),
      ),
    );
    this.#following.add(
      combineLatest([seen$, catalogue$]).subscribe(([seen, catalogue]) => {
        this.#seen = seen;
        this.#catalogue = catalogue;
        const nowMs = this.#parts.clock.monotonicMs();
        this.#quiet.note(stepOf(seen), nowMs);
        this.#noteCall(seen, nowMs);
        this.#stir();
      }),
    );
    this.#following.add(
      uplink.status$
        .pipe(distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)))
        .subscribe((status) => this.#useStatus(status)),
    );
    this.#following.add(this.#parts.orders.now$.pipe(skip(1)).subscribe(() => this.#stir()));
    this.#following.add(
      this.#parts.ends$.subscribe((ends) => {
        this.#ends = ends;
        this.#stir();
      }),
    );
    this.#following.add(timer(0, liveBeatMs).subscribe(() => void this.#beat()));
  }

  /** Somebody touches the kiosk. */
  noteTouch(): void {
    const now = this.#parts.clock.monotonicMs();
    const before = this.#quiet.at(now);
    this.#quiet.touch(now);
    if (this.#quiet.at(now) !== before) this.#stir();
  }

  /** What this seat does now. */
  report(): LiveReport {
    const { clock, appVersion } = this.#parts;
    const now = clock.monotonicMs();
    const { receiptAtMs = null, waiting = 0 } = this.#status ?? {};
    this.#number += 1;
    return {
      v: 1,
      run: this.#run,
      number: this.#number,
      sitting: this.#sitting(now),
      waiting,
      receiptAgeMs: receiptAtMs === null ? null : Math.max(0, now - receiptAtMs),
      wallMs: Math.round(clock.wallMs()),
      appVersion,
      ...this.#health,
      orders: this.#parts.orders.now,
    };
  }

  /** What is on this seat's screen; null where nobody sits. */
  inSight(): SeatInSight | null {
    const sitting = this.#sitting(this.#parts.clock.monotonicMs());
    return sitting === null || this.#seen === null
      ? null
      : { sitting: this.#seen.open.sitting, learner: sitting.learner, open: sitting.open };
  }

  /** Tells what is so now, and resolves once that was heard, or was not to be told. */
  async tellNow(): Promise<void> {
    this.#stir();
    await this.#telling;
  }

  async stop(): Promise<void> {
    this.#following.unsubscribe();
    this.#stopped.abort();
    await this.#telling;
  }

  #sitting(nowMs: number): LiveReport['sitting'] {
    const [seen, catalogue] = [this.#seen, this.#catalogue];
    if (seen === null || catalogue === null) return null;
    const { helpAsked } = callOf(seen.open.sitting, seen.state);
    const quiet = this.#quiet.at(nowMs);
    const call = this.#call && { id: this.#call.id, ageMs: Math.max(0, nowMs - this.#call.atMs) };
    const until = this.#ends ?? undefined;
    return sittingNow(seen.state, catalogue, { helpAsked, quiet, until, ...(call && { call }) });
  }

  /** A call is made at this seat, in this run: how old it is nobody knows better ([HLQ6]). */
  #noteCall(seen: Seen | null, nowMs: number): void {
    const asked = seen !== null && callOf(seen.open.sitting, seen.state).helpAsked;
    const id = asked ? seen.state.help.open?.asked.id : undefined;
    if (id === undefined) this.#call = null;
    else if (this.#call?.id !== id) this.#call = { id, atMs: nowMs };
  }

  #useStatus(status: UplinkStatus): void {
    if (!status.hubReachable) this.#unheard = false;
    this.#status = status;
    this.#stir();
  }

  async #beat(): Promise<void> {
    try {
      this.#health = await this.#parts.health();
    } catch {
      // What can't be read is not known; the seat is told of all the same.
      this.#health = { diskUsedPart: null, celsius: null };
    }
    this.#stir();
  }

  #stir(): void {
    this.#due = true;
    if (this.#telling !== null || this.#stopped.signal.aborted) return;
    this.#telling = this.#tellOn().finally(() => {
      this.#telling = null;
    });
  }

  async #tellOn(): Promise<void> {
    const { signal } = this.#stopped;
    while (this.#due && !signal.aborted) {
      this.#due = false;
      await this.#tell(signal);
      await pause(gatherMs, signal);
    }
  }

  async #tell(signal: AbortSignal): Promise<void> {
    if (this.#status?.hubReachable !== true || this.#unheard) return;
    const { uplink, log } = this.#parts;
    try {
      this.#unheard = !(await uplink.live.tell(this.report(), signal));
      this.#failed = false;
    } catch (error) {
      // Another word follows within five seconds; the first that fails is logged.
      if (signal.aborted) return;
      if (!this.#failed) log.warn('seat.not-told', { reason: reasonOf(error) });
      this.#failed = true;
    }
  }
}

function stepOf(seen: Seen | null): Step | null {
  if (seen === null) return null;
  const { lessons, seat, attempts: answers } = seen.state;
  const open = Object.keys(lessons).find((key) => key === seat?.lesson);
  return { sitting: seen.open.sitting, lesson: open ?? null, answers };
}
