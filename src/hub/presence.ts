import type { StationId } from '../shared/ids.ts';
import type { Clock } from '../shared/ports.ts';

export interface Contact {
  /** Since the station last asked, ms. */
  readonly ageMs: number;
  /** Events without a receipt it last told of; null until it has. */
  readonly waiting: number | null;
}

/** Which stations have been in touch since the hub started. Kept in memory only. */
export class Presence {
  readonly #clock: Clock;
  readonly #contacts = new Map<StationId, { at: number; waiting: number | null }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param waiting events without a receipt, where the station told */
  note(station: StationId, waiting: number | null = null): void {
    const before = this.#contacts.get(station)?.waiting ?? null;
    this.#contacts.set(station, {
      at: this.#clock.monotonicMs(),
      waiting: waiting ?? before,
    });
  }

  of(station: StationId): Contact | null {
    const contact = this.#contacts.get(station);
    if (!contact) return null;
    return { ageMs: Math.max(0, this.#clock.monotonicMs() - contact.at), waiting: contact.waiting };
  }
}
