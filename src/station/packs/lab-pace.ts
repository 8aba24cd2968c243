import type { PacksNoted } from '../../shared/contracts/pack-api.ts';
import type { Clock } from '../../shared/ports.ts';

/** What a download may take where this station has to say so itself: 1 MiB a second ([PKG23]). */
export const cappedBytesPerSecond = 1024 * 1024;

/** The hub is told at least once a minute, and answers; what it said long ago says nothing, ms. */
const holdsForMs = 150_000;

/**
 * How much downloads may take while people learn in the lab ([PKG23]). The hub knows who sits where. While it
 * is away nobody does, and downloads are held back.
 */
export class LabPace {
  readonly #clock: Clock;
  #said: { readonly most: PacksNoted['mostBytesPerSecond']; readonly atMs: number } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  note({ mostBytesPerSecond: most }: PacksNoted): void {
    this.#said = { most, atMs: this.#clock.monotonicMs() };
  }

  /** The hub is away: somebody may sit down anywhere. */
  forget(): void {
    this.#said = null;
  }

  /** @param inside whether somebody learns at this station: the hub may not have heard of it yet */
  mostBytesPerSecond(inside: boolean): number | null {
    const said = this.#said;
    const isFresh = said !== null && this.#clock.monotonicMs() - said.atMs < holdsForMs;
    if (!isFresh) return cappedBytesPerSecond;
    if (said.most === null || said.most === undefined) return inside ? cappedBytesPerSecond : null;
    return Math.min(said.most, cappedBytesPerSecond);
  }
}
