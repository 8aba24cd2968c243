import type { WantedPack } from '../../content/store/downloads.ts';
import type { PackTrouble } from '../../shared/contracts/pack-api.ts';
import type { ReanError } from '../../shared/errors.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';

const keyOf = ({ pack, version }: WantedPack) => `${pack}@${version}`;

interface Failed {
  readonly trouble: PackTrouble;
  readonly tries: number;
  readonly againAtMs: number;
}

const lineFirstMs = 1000;
const lineMostMs = 30_000;
const packFirstMs = 15_000;
const packMostMs = 600_000;

/**
 * What failed, and when it is tried again: soon where only a line was cut; later and later where the pack
 * itself, or this PC's disk, stands in the way.
 */
export class PackTries {
  readonly #clock: Clock;
  readonly #randomness: Randomness;
  readonly #failed = new Map<string, Failed>();

  constructor({ clock, randomness }: { readonly clock: Clock; readonly randomness: Randomness }) {
    this.#clock = clock;
    this.#randomness = randomness;
  }

  failed(wanted: WantedPack, { code, facts }: ReanError): void {
    const tries = (this.#failed.get(keyOf(wanted))?.tries ?? 0) + 1;
    const [first, most] = code.startsWith('hub.')
      ? [lineFirstMs, lineMostMs]
      : [packFirstMs, packMostMs];
    const pause = Math.min(most, first * 2 ** Math.min(tries - 1, 16));
    const jitter = 0.75 + this.#randomness.fraction() / 2;
    const againAtMs = this.#clock.monotonicMs() + pause * jitter;
    const trouble = { version: wanted.version, code, facts: { ...facts } };
    this.#failed.set(keyOf(wanted), { trouble, tries, againAtMs });
  }

  came(wanted: WantedPack): void {
    this.#failed.delete(keyOf(wanted));
  }

  /** Something moved that may have been in the way: all is tried again now. */
  forget(): void {
    this.#failed.clear();
  }

  trouble(wanted: WantedPack): PackTrouble | null {
    return this.#failed.get(keyOf(wanted))?.trouble ?? null;
  }

  /** How long until this is due, ms; 0 where it is. */
  waitMs(wanted: WantedPack): number {
    const failed = this.#failed.get(keyOf(wanted));
    return failed === undefined ? 0 : Math.max(0, failed.againAtMs - this.#clock.monotonicMs());
  }
}
