import type { StationId, StoreId } from '../shared/ids.ts';
import type { Clock } from '../shared/ports.ts';

export interface Contact {
  /** Since the station last asked, ms. */
  readonly ageMs: number;
  /** Events without a receipt it last told of; null until it has. */
  readonly waiting: number | null;
  /** The part of its disk that is taken, as it last said. */
  readonly diskUsedPart: number | null;
}

interface Known {
  at: number;
  diskUsedPart: number | null;
  /** By store: events the station has that the hub does not durably hold yet. */
  readonly behind: Map<StoreId, number>;
}

/** Which stations have been in touch since the hub started. Kept in memory only. */
export class Presence {
  readonly #clock: Clock;
  readonly #contacts = new Map<StationId, Known>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A station has been in touch. */
  note(station: StationId): void {
    this.#known(station);
  }

  /**
   * @param behind events of this store that the receipt now given does not cover
   * @param waiting events of all its stores without a receipt, as the station says: where it has none,
   * what it had of other stores is covered by now, or gone with a damaged store
   */
  noteReceipt(station: StationId, store: StoreId, behind: number, waiting: number): void {
    const known = this.#known(station);
    if (waiting === 0) known.behind.clear();
    known.behind.set(store, behind);
  }

  noteDisk(station: StationId, usedPart: number | null): void {
    this.#known(station).diskUsedPart = usedPart;
  }

  of(station: StationId): Contact | null {
    const contact = this.#contacts.get(station);
    if (!contact) return null;
    const counts = [...contact.behind.values()];
    return {
      ageMs: Math.max(0, this.#clock.monotonicMs() - contact.at),
      diskUsedPart: contact.diskUsedPart,
      waiting: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0),
    };
  }

  #known(station: StationId): Known {
    const at = this.#clock.monotonicMs();
    const known = this.#contacts.get(station) ?? {
      at,
      diskUsedPart: null,
      behind: new Map<StoreId, number>(),
    };
    known.at = at;
    this.#contacts.set(station, known);
    return known;
  }
}
