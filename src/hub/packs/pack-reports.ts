import type { PackReport, PacksAnswer } from '../../shared/contracts/pack-api.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';

/** What each station last told of its packs; known while the hub runs. */
export class PackReports {
  readonly #clock: Clock;
  readonly #told = new Map<StationId, { readonly report: PackReport; readonly atMs: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  take(station: StationId, report: PackReport): void {
    this.#told.set(station, { report, atMs: this.#clock.monotonicMs() });
  }

  /** By station. */
  get stations(): PacksAnswer['stations'] {
    const now = this.#clock.monotonicMs();
    return [...this.#told].map(([station, { report, atMs }]) => ({
      station,
      ageMs: now - atMs,
      packs: report.packs,
    }));
  }
}
