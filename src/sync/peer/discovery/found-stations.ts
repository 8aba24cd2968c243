import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { StationId } from '../../../shared/ids.ts';
import type { Clock } from '../../../shared/ports.ts';
import type { PeerAddress } from '../peer.ts';

/** Whoever was not heard of for this long is not there, ms. */
const forgetMs = 120_000;
/** Addresses kept of one station: who lies about one must not hide the true one. */
const mostOfOne = 4;
const mostStations = 64;

/** Where stations were heard of lately. Bounded, whatever is heard ([PER11]). */
export class FoundStations {
  readonly #clock: Clock;
  /** Station → address → when it was heard of last, the oldest first. */
  readonly #heard = new Map<StationId, Map<string, number>>();
  readonly #found = new BehaviorSubject<readonly PeerAddress[]>([]);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get found$(): Observable<readonly PeerAddress[]> {
    return this.#found;
  }

  hear({ station, url }: PeerAddress): void {
    const known = this.#heard.get(station);
    if (known === undefined && this.#heard.size >= mostStations) return;
    const addresses = known ?? new Map<string, number>();
    const isNew = !addresses.delete(url);
    addresses.set(url, this.#clock.monotonicMs());
    if (addresses.size > mostOfOne) {
      const [oldest] = addresses.keys();
      if (oldest !== undefined) addresses.delete(oldest);
    }
    this.#heard.set(station, addresses);
    if (isNew) this.#tell();
  }

  /** Forgets whoever is not heard of any more. */
  tidy(): void {
    const since = this.#clock.monotonicMs() - forgetMs;
    let changed = false;
    for (const [station, addresses] of this.#heard) {
      for (const [url, heardMs] of addresses) {
        if (heardMs < since) changed = addresses.delete(url) || changed;
      }
      if (addresses.size === 0) this.#heard.delete(station);
    }
    if (changed) this.#tell();
  }

  #tell(): void {
    this.#found.next(
      [...this.#heard].flatMap(([station, addresses]) =>
        [...addresses.keys()].map((url) => ({ station, url })),
      ),
    );
  }
}
