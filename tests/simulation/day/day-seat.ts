import { Subscription, takeWhile } from 'rxjs';
import type { SeatMoment } from '../../../src/shared/contracts/seat-order.ts';
import { kioskWindow } from '../../factories/station-window.ts';
import type { KioskWindow } from '../../factories/station-window.ts';
import { DayStation } from './day-station.ts';
import type { DayStationParts } from './day-station.ts';

/** A kiosk with its window, which goes where staff lead whoever sits there. */
export class DaySeat extends DayStation {
  readonly #real: DayStationParts['real'];
  readonly #now: () => number;
  #window: KioskWindow | null = null;
  #following: Subscription | null = null;
  /** Whether people can sign in here: it has pulled who is who. */
  isReady = false;
  /** Whether the hub is there and has everything, and nothing is under way. */
  isAtRest = false;
  /** What it said of that last. */
  told = '';
  /** When the last sitting ended, ms of the right clock. */
  leftMs: number | null = null;
  /** When staff last had it go to a lesson. */
  ledMs: number | null = null;
  /** Whether a lock stands over everything. */
  isLocked = false;

  constructor(parts: DayStationParts) {
    super(parts);
    this.#real = parts.real;
    this.#now = () => parts.clock.wallMs();
  }

  get window(): KioskWindow {
    if (this.#window === null) throw new Error('the seat is off');
    return this.#window;
  }

  override async switchOn(): Promise<void> {
    await super.switchOn();
    const window = kioskWindow(this.service);
    this.#window = window;
    this.isReady = false;
    this.isAtRest = false;
    // Who is who is thousands of people, and asked for no longer than it takes.
    this.#following = new Subscription();
    this.#following.add(
      window
        .observe('people', undefined)
        .pipe(takeWhile(({ ready }) => !ready, true))
        .subscribe(({ ready }) => {
          this.isReady = ready;
        }),
    );
    this.#following.add(
      window.observe('status', undefined).subscribe(({ waiting, phase, hubReachable }) => {
        this.told = `${phase} ${waiting} ${hubReachable}`;
        this.isAtRest = waiting === 0 && phase === 'idle' && hubReachable;
      }),
    );
    this.#following.add(
      window.observe('lock', undefined).subscribe((lock) => {
        this.isLocked = lock !== null;
      }),
    );
    this.#following.add(
      window.observe('sitting', undefined).subscribe((sitting) => {
        this.leftMs = sitting === null ? (this.leftMs ?? this.#now()) : null;
      }),
    );
    let ledBy: string | null = null;
    this.#following.add(
      window.observe('moment', undefined).subscribe(({ led }) => {
        if (led === null || led.order === ledBy) return;
        ledBy = led.order;
        void this.#real.during(this.#goTo(window, led));
      }),
    );
  }

  override cutPower(survives: () => boolean): void {
    this.#leave();
    super.cutPower(survives);
  }

  override async switchOff(): Promise<void> {
    this.#leave();
    await super.switchOff();
  }

  async #goTo(window: KioskWindow, led: NonNullable<SeatMoment['led']>): Promise<void> {
    await window.call('lesson.open', { pack: led.pack, lesson: led.lesson });
    this.ledMs = this.#now();
    await window.call('led.seen', { order: led.order });
  }

  #leave(): void {
    this.#following?.unsubscribe();
    this.#window?.close();
    this.#window = null;
  }
}
