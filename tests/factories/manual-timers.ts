import type { Timers } from '../../src/hub/timers.ts';

interface Waiting {
  readonly ms: number;
  readonly act: () => void;
}

/** Timers that go off when a test says so. */
export class ManualTimers implements Timers {
  readonly #waiting = new Set<Waiting>();

  after(ms: number, act: () => void): () => void {
    const waiting = { ms, act };
    this.#waiting.add(waiting);
    return () => {
      this.#waiting.delete(waiting);
    };
  }

  /** What is waited for, ms, shortest first. */
  get pending(): readonly number[] {
    return [...this.#waiting].map(({ ms }) => ms).sort((a, b) => a - b);
  }

  /** Lets every wait of at most `ms` end. */
  elapse(ms: number): void {
    const due = [...this.#waiting].filter((waiting) => waiting.ms <= ms);
    for (const waiting of due) {
      this.#waiting.delete(waiting);
      waiting.act();
    }
  }
}
