import type { LearnerId } from '../../../src/shared/ids.ts';

/** When a learner's tries were first seen somewhere. */
export class Sightings {
  readonly #seen: { readonly attempts: number; readonly atMs: number }[] = [];
  #failure: { readonly error: unknown } | null = null;
  #waiting: (() => void)[] = [];

  note(attempts: number, atMs: number): void {
    this.#seen.push({ attempts, atMs });
    this.#wake();
  }

  /** Nothing will be seen any more. */
  fail(error: unknown): void {
    this.#failure = { error };
    this.#wake();
  }

  /** Resolves to the moment when at least so many tries were first seen. @throws what it failed with */
  async whenSeen(attempts: number): Promise<number> {
    for (;;) {
      const sighting = this.#seen.find((each) => each.attempts >= attempts);
      if (sighting !== undefined) return sighting.atMs;
      if (this.#failure !== null) throw this.#failure.error;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const look of waiting) look();
  }
}

/** Sightings of several learners. */
export class SightingsOf {
  readonly #byLearner: ReadonlyMap<LearnerId, Sightings>;

  constructor(learners: readonly LearnerId[]) {
    this.#byLearner = new Map(learners.map((learner) => [learner, new Sightings()]));
  }

  /** @throws Error for a learner nobody watches */
  of(learner: LearnerId): Sightings {
    const sightings = this.#byLearner.get(learner);
    if (sightings === undefined) throw new Error('That learner is not watched.');
    return sightings;
  }

  forEach(act: (sightings: Sightings, learner: LearnerId) => void): void {
    for (const [learner, sightings] of this.#byLearner) act(sightings, learner);
  }
}
