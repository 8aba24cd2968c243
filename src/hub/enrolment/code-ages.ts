import type { Clock } from '../../shared/ports.ts';
import type { Enrolment } from './enrolments-file.ts';

/**
 * How old codes are. Within one run of the hub by its monotonic clock, which nobody can put; over a
 * restart by its wall clock, and where that was put back behind the code's making, the code is too
 * old.
 */
export class CodeAges {
  readonly #clock: Clock;
  /** By name: when it was made, on this run's monotonic clock, ms. */
  readonly #born = new Map<string, number>();

  /** @param held codes of earlier runs */
  constructor(clock: Clock, held: readonly Enrolment[]) {
    this.#clock = clock;
    const [wall, now] = [clock.wallMs(), clock.monotonicMs()];
    for (const { code, madeMs } of held) {
      this.#born.set(code, wall < madeMs ? Number.NEGATIVE_INFINITY : now - (wall - madeMs));
    }
  }

  begin(code: string): void {
    this.#born.set(code, this.#clock.monotonicMs());
  }

  /** How long a code still holds, ms; 0 when it is too old. */
  left({ code, validMs }: Enrolment): number {
    const age = this.#clock.monotonicMs() - (this.#born.get(code) ?? Number.NEGATIVE_INFINITY);
    return Math.max(0, validMs - age);
  }
}
