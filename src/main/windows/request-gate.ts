/**
 * As many files are answered at once, and a second on the whole: a large package asks for thousands. One answer takes
 * the main process half a millisecond, in which no window draws.
 */
const burst = 250;
const perSecond = 400;
/** Whoever lets so many wait asks without end. While they come in, nothing else does. */
const mostWaiting = 1_500;
const lookEveryMs = 20;

interface GateParts {
  /** Monotonic. */
  readonly nowMs: () => number;
  /** There is no end of requests; none waits any more. */
  readonly flooded: () => void;
}

/**
 * Lets requests for files through at a pace, as each holds up the whole app for a moment ([PCE3]). The newest
 * goes first: what a page wants next never waits for the pictures of one that is gone.
 */
export class RequestGate {
  readonly #parts: GateParts;
  #left = burst;
  #atMs: number;
  #waiting: ((through: boolean) => void)[] = [];
  #looking: ReturnType<typeof setInterval> | null = null;

  constructor(parts: GateParts) {
    this.#parts = parts;
    this.#atMs = parts.nowMs();
  }

  /** One more. Resolves to whether it may be answered, when it may; false where it was one too many. */
  enter(): Promise<boolean> {
    if (this.#waiting.length >= mostWaiting) {
      this.#refuseAll();
      this.#parts.flooded();
      return Promise.resolve(false);
    }
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#letThrough();
    });
  }

  #letThrough(): void {
    const now = this.#parts.nowMs();
    const since = Math.max(0, now - this.#atMs) / 1000;
    this.#left = Math.min(burst, this.#left + since * perSecond);
    this.#atMs = now;
    while (this.#left >= 1) {
      const next = this.#waiting.pop();
      if (next === undefined) return this.#rest();
      this.#left -= 1;
      next(true);
    }
    this.#looking ??= setInterval(() => this.#letThrough(), lookEveryMs);
  }

  #refuseAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#rest();
    for (const refuse of waiting) refuse(false);
  }

  #rest(): void {
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = null;
  }
}
