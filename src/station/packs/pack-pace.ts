import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../shared/ports.ts';

/** A wait is cut into such pieces, so that the cap is gone soon after who was there, ms. */
const pieceMs = 200;

/** Holds a download back while it is capped; else lets it go as fast as it can. */
export class PackPace {
  readonly #clock: Clock;
  readonly #most: () => number | null;
  readonly #sleep: (ms: number) => Promise<unknown>;
  /** When what was taken so far is paid for. */
  #paidAtMs = 0;

  /** @param most bytes a second at most just now; null for as many as come */
  constructor(
    clock: Clock,
    most: () => number | null,
    sleep: (ms: number) => Promise<unknown> = (ms) => wait(ms),
  ) {
    this.#clock = clock;
    this.#most = most;
    this.#sleep = sleep;
  }

  /** Resolves once more may be taken, after these bytes. */
  async admit(bytes: number): Promise<void> {
    const most = this.#most();
    if (most === null) return;
    const now = this.#clock.monotonicMs();
    this.#paidAtMs = Math.max(this.#paidAtMs, now) + (bytes * 1000) / most;
    // some pieces together: nobody sleeps for the milliseconds of one
    while (this.#most() !== null && this.#paidAtMs - this.#clock.monotonicMs() >= pieceMs) {
      await this.#sleep(pieceMs);
    }
    if (this.#most() === null) this.#paidAtMs = 0;
  }
}
