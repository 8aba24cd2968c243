import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../shared/ports.ts';

/** What a download may take while somebody learns at this station: 1 MiB a second ([PKG18]). */
export const cappedBytesPerSecond = 1024 * 1024;

/** A wait is cut into such pieces, so that the cap is gone soon after who was there, ms. */
const pieceMs = 200;

/** Holds a download back while it is capped; else lets it go as fast as it can. */
export class PackPace {
  readonly #clock: Clock;
  readonly #isCapped: () => boolean;
  readonly #sleep: (ms: number) => Promise<unknown>;
  /** When what was taken so far is paid for. */
  #paidAtMs = 0;

  constructor(
    clock: Clock,
    isCapped: () => boolean,
    sleep: (ms: number) => Promise<unknown> = (ms) => wait(ms),
  ) {
    this.#clock = clock;
    this.#isCapped = isCapped;
    this.#sleep = sleep;
  }

  /** Resolves once more may be taken, after these bytes. */
  async admit(bytes: number): Promise<void> {
    if (!this.#isCapped()) return;
    const now = this.#clock.monotonicMs();
    this.#paidAtMs = Math.max(this.#paidAtMs, now) + (bytes * 1000) / cappedBytesPerSecond;
    // some pieces together: nobody sleeps for the milliseconds of one
    while (this.#isCapped() && this.#paidAtMs - this.#clock.monotonicMs() >= pieceMs) {
      await this.#sleep(pieceMs);
    }
    if (!this.#isCapped()) this.#paidAtMs = 0;
  }
}
