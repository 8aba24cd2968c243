import type { Clock } from '../../shared/ports.ts';

/** What the speed is measured over, ms. */
const windowMs = 10_000;
const sampleMs = 500;

/** How fast bytes came lately. */
export class FetchSpeed {
  readonly #clock: Clock;
  readonly #samples: { readonly atMs: number; readonly done: number }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  note(done: number): void {
    const atMs = this.#clock.monotonicMs();
    const last = this.#samples.at(-1);
    if (last !== undefined && atMs - last.atMs < sampleMs) return;
    this.#samples.push({ atMs, done });
    while ((this.#samples[0]?.atMs ?? atMs) < atMs - windowMs) this.#samples.shift();
  }

  /** Bytes a second; null before there is anything to go by. */
  get bytesPerSecond(): number | null {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined || last.atMs === first.atMs) return null;
    return ((last.done - first.done) * 1000) / (last.atMs - first.atMs);
  }
}
