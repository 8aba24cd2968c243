import { vi } from 'vitest';
import type { Clock } from '../../../src/shared/ports.ts';

const minuteMs = 60_000;
/** Phnom Penh is ahead of UTC by so many minutes. */
const zoneMinutes = 7 * 60;

/**
 * The right time of a simulated day. Virtual time passes second by second while something happens, and from one
 * thing to the next it goes on at once, for every clock of the lab alike.
 */
export class DayClock implements Clock {
  readonly #midnightMs: number;
  #leaptMs = 0;

  /** @param date `YYYY-MM-DD`; virtual time has begun */
  constructor(date: string) {
    this.#midnightMs = Date.parse(date) - zoneMinutes * minuteMs;
    vi.setSystemTime(this.#midnightMs);
  }

  wallMs(): number {
    return Date.now();
  }

  monotonicMs(): number {
    return performance.now() + this.#leaptMs;
  }

  /** Minutes since midnight. */
  get minute(): number {
    return Math.floor((this.wallMs() - this.#midnightMs) / minuteMs);
  }

  /** It is that minute of the day at once. */
  leapTo(minute: number): void {
    const ms = this.#midnightMs + minute * minuteMs - this.wallMs();
    if (ms < 0) throw new Error(`it is past ${minute}: ${this.minute}`);
    this.#leaptMs += ms;
    vi.setSystemTime(Date.now() + ms);
  }
}
