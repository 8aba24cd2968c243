import type { LiveSitting } from '../../shared/contracts/live-seat.ts';
import type { SittingId } from '../../shared/ids.ts';

/** Nobody touched anything for so long: whoever sits there does something else, or has gone, ms. */
const idleAfterMs = 120_000;
/** A lesson in which nothing was answered for so long, though somebody is at it, ms. */
const stalledAfterMs = 300_000;

/** How far somebody is in what they do: another such word is a step on. */
export interface Step {
  readonly sitting: SittingId;
  /** Null where no lesson is open: who looks around or reads is in no hurry. */
  readonly lesson: string | null;
  readonly answers: number;
}

/**
 * Since when nobody has touched the kiosk, and since when its learner gets no further ([LIV4]). Times are
 * of the monotonic clock, ms.
 */
export class QuietWatch {
  #touchedAtMs: number;
  #steppedAtMs: number;
  #step: Step | null = null;

  constructor(nowMs: number) {
    this.#touchedAtMs = nowMs;
    this.#steppedAtMs = nowMs;
  }

  touch(nowMs: number): void {
    this.#touchedAtMs = nowMs;
  }

  /** Notes how far they are; a step on is a touch too. */
  note(step: Step | null, nowMs: number): void {
    if (isSame(step, this.#step)) return;
    this.#step = step;
    this.#steppedAtMs = nowMs;
    this.#touchedAtMs = nowMs;
  }

  at(nowMs: number): LiveSitting['quiet'] {
    if (this.#step === null) return null;
    if (nowMs - this.#touchedAtMs >= idleAfterMs) return 'idle';
    const stands = this.#step.lesson !== null && nowMs - this.#steppedAtMs >= stalledAfterMs;
    return stands ? 'stalled' : null;
  }
}

function isSame(a: Step | null, b: Step | null): boolean {
  return a?.sitting === b?.sitting && a?.lesson === b?.lesson && a?.answers === b?.answers;
}
