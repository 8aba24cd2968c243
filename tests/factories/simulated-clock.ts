import type { Clock } from '../../src/shared/ports.ts';

/** A PC's clocks: monotonic time is the real one, the wall clock is off by whatever a test says. */
export class SimulatedClock implements Clock {
  /** Added to the true time, ms: ten years, say. */
  wallOffsetMs = 0;

  wallMs(): number {
    return Math.round(1_750_000_000_000 + performance.now() + this.wallOffsetMs);
  }

  monotonicMs(): number {
    return performance.now();
  }
}
