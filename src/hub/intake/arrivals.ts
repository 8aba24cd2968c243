import * as z from 'zod';
import { seqOf, storeKeyOf } from '../../shared/event-id.ts';
import { eventIdSchema, stationIdSchema } from '../../shared/ids.ts';
import type { EventId, StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { HubIndex, IndexWrite } from './hub-index.ts';
import { indexKeys, indexPrefixes } from './index-records.ts';
import type { EventRecord } from './index-records.ts';
import type { Arrival } from './plan-batch.ts';

/** How a content came to the hub: so much as this hub saw of it. */
const cameSchema = z.strictObject({
  /** The hub's wall clock when it came, ms. */
  cameMs: z.number().int().nullable(),
  /** Who brought it: its own station, or one that carried it. */
  carrier: stationIdSchema.nullable(),
});
export type Came = z.infer<typeof cameSchema>;

/** How much of a store came in one go: {@link Came} of the first, good for those that follow it. */
type Mark = Came & { readonly seq: number };

const notSeen: Came = { cameMs: null, carrier: null };
/** Pushed and not taken in yet; more than that are not told of. */
const mostNoted = 10_000;
/** A store's events that come one after another share a mark for as long, ms. */
const markMs = 60_000;

/**
 * Remembers who brought what and when, so that a person can tell two contents of one number apart
 * ([HUB16]). It is noted at the door, in memory, and marked in the index as events are taken in: at
 * most once a minute for each store. What no mark is known of is not known; nothing hangs on it.
 */
export class Arrivals {
  readonly #index: HubIndex;
  readonly #clock: Clock;
  readonly #noted = new Map<string, Map<string, Came>>();
  readonly #last = new Map<string, Mark>();

  constructor(index: HubIndex, clock: Clock) {
    this.#index = index;
    this.#clock = clock;
  }

  /** A station pushes these, and the hub is about to answer it. */
  note(
    carrier: StationId,
    documents: readonly { readonly _id: string; readonly _rev: string }[],
  ): void {
    const came = { cameMs: this.#clock.wallMs(), carrier };
    for (const { _id, _rev } of documents) {
      const revs = this.#noted.get(_id) ?? new Map<string, Came>();
      if (!revs.has(_rev)) revs.set(_rev, came);
      this.#noted.set(_id, revs);
    }
    for (const id of this.#noted.keys()) {
      if (this.#noted.size <= mostNoted) break;
      this.#noted.delete(id);
    }
  }

  /** How one content came; `prior` is what was known of its number before. */
  async of(id: string, rev: string, prior: EventRecord | null): Promise<Came> {
    const event = eventIdSchema.safeParse(id);
    if (prior?.fold?.rev === rev && event.success) return this.#marked(event.data);
    return this.#noted.get(id)?.get(rev) ?? notSeen;
  }

  /** Marks for what came for the first time, to be written with what is taken in of it. */
  marks(arrivals: readonly Arrival[]): readonly IndexWrite[] {
    return arrivals.flatMap(({ id, prior }) => (prior === null ? this.#mark(id) : []));
  }

  /** These have been taken in. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) this.#noted.delete(id);
  }

  #mark(id: EventId): readonly IndexWrite[] {
    const key = storeKeyOf(id);
    const seq = seqOf(id);
    const [came = notSeen] = this.#noted.get(id)?.values() ?? [];
    const last = this.#last.get(key);
    const goesOn = last?.seq === seq - 1 && isSameGo(last, came);
    this.#last.set(key, goesOn ? { ...last, seq } : { ...came, seq });
    if (goesOn) return [];
    return [{ type: 'put', key: indexKeys.came(key, seq), value: JSON.stringify(came) }];
  }

  async #marked(id: EventId): Promise<Came> {
    const key = storeKeyOf(id);
    const upTo = indexKeys.came(key, seqOf(id));
    const range = { prefix: indexPrefixes.cameOf(key), upTo, reverse: true, limit: 1 };
    const [mark] = await this.#index.range(range);
    return mark === undefined ? notSeen : cameSchema.parse(JSON.parse(mark[1]));
  }
}

function isSameGo(last: Came, next: Came): boolean {
  if (last.carrier !== next.carrier) return false;
  if (last.cameMs === null || next.cameMs === null) return last.cameMs === next.cameMs;
  const passed = next.cameMs - last.cameMs;
  return passed >= 0 && passed < markMs;
}
