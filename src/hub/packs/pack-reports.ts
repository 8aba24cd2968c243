import type { PackReport, PacksAnswer } from '../../shared/contracts/pack-api.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';

/** What all downloads of a lab may take together while somebody learns in it: a third of 100 Mbit/s ([PKG23]). */
const labBytesPerSecond = 4 * 1024 * 1024;
/** And each of them. */
const stationBytesPerSecond = 1024 * 1024;

/** A station tells at least once a minute; who has not for so long is off, ms. */
const hereForMs = 150_000;
/** One that fetches tells every other second, ms. */
const fetchesForMs = 10_000;

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

  /** What each download may take now; null while nobody learns in the lab ([PKG23]). */
  get mostBytesPerSecond(): number | null {
    if (!this.#within(hereForMs).some(({ inside }) => inside === true)) return null;
    const fetching = this.#within(fetchesForMs).filter(({ packs }) =>
      packs.some((pack) => pack.fetching !== null),
    );
    const share = labBytesPerSecond / Math.max(1, fetching.length);
    return Math.min(stationBytesPerSecond, Math.floor(share));
  }

  #within(ageMs: number): readonly PackReport[] {
    const since = this.#clock.monotonicMs() - ageMs;
    return [...this.#told.values()].flatMap(({ report, atMs }) => (atMs < since ? [] : [report]));
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
