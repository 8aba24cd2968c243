import type { EventPayload } from '../../src/shared/contracts/documents/event.ts';
import { sittingIdSchema } from '../../src/shared/ids.ts';
import type { SittingId, StationId } from '../../src/shared/ids.ts';
import { payloads } from '../factories/events.ts';
import { Drawing } from './deeds.ts';

const items = ['one', 'two', 'three'];
const outcomes = ['right', 'not-yet', 'shown'] as const;

/**
 * What learners do at the stations of a lab. No two payloads are alike, so that one recorded twice
 * shows.
 */
export class LearnersWork {
  #made = 0;
  readonly #open = new Map<StationId, SittingId>();

  at(station: StationId, draw: Drawing): EventPayload {
    this.#made += 1;
    const open = this.#open.get(station);
    const kind = draw.from(1, 10);
    if (open === undefined || kind === 1) return payloads.started(this.#sitDown(station));
    if (kind === 2) return this.#leave(station, open);
    const run = draw.from(1, 2);
    // The number makes each unlike every other.
    if (kind === 3) return payloads.opened({ run, total: this.#made });
    const over = { attempt: draw.from(1, 2), run, activeMs: this.#made };
    return payloads.attempt(draw.of(items), draw.of(outcomes), over);
  }

  #sitDown(station: StationId): SittingId {
    const sitting = sittingIdSchema.parse(`si-${String(this.#made).padStart(16, '0')}`);
    this.#open.set(station, sitting);
    return sitting;
  }

  #leave(station: StationId, sitting: SittingId): EventPayload {
    this.#open.delete(station);
    return payloads.ended(sitting);
  }
}
