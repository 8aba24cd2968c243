import type { LabTime } from '../shared/contracts/hub-api.ts';
import type { Clock } from '../shared/ports.ts';

const hoursAheadOfUtc = 7;
const zoneMs = hoursAheadOfUtc * 3_600_000;
const minuteMs = 60_000;

/** The date in Cambodia, `YYYY-MM-DD`. */
export function labDateAt(wallMs: number): string {
  return new Date(wallMs + zoneMs).toISOString().slice(0, 10);
}

/**
 * Which day it is and what o'clock, as staff said it in this run of the hub, carried on by monotonic time
 * ([LAB1], [TTB2]): whoever sets the hub's clock changes nothing. A hub that was started anew knows its own
 * clock alone, and is sure of nothing.
 */
export class ConfirmedDay {
  readonly #clock: Clock;
  #said: { readonly labMs: number; readonly atMonotonicMs: number } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * @param date in the lab, `YYYY-MM-DD`
   * @param minute since its midnight
   * @returns what takes it back
   */
  confirm(date: string, minute: number): () => void {
    const before = this.#said;
    const labMs = Date.parse(date) + minute * minuteMs - zoneMs;
    this.#said = { labMs, atMonotonicMs: this.#clock.monotonicMs() };
    return () => {
      this.#said = before;
    };
  }

  /** Today, `YYYY-MM-DD`, sure or not. */
  get today(): string {
    return labDateAt(this.#nowMs);
  }

  get #nowMs(): number {
    if (this.#said === null) return this.#clock.wallMs();
    const { labMs, atMonotonicMs } = this.#said;
    return labMs + this.#clock.monotonicMs() - atMonotonicMs;
  }

  /** What stations are told of the time now. */
  get now(): LabTime {
    const hubWallMs = this.#clock.wallMs();
    const labDay = { date: this.today, sure: this.#said !== null };
    const labAheadMs = Math.round(this.#nowMs - hubWallMs);
    return { hubWallMs, labDay, ...(labDay.sure ? { labAheadMs } : {}) };
  }
}
