import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import type { EventDocument, OpenedEvent } from '../../src/shared/contracts/documents/event.ts';
import type { LearnerState } from '../../src/shared/contracts/documents/state.ts';
import { receiptSchema } from '../../src/shared/contracts/hub-api.ts';
import { formatEventId, parseEventId } from '../../src/shared/event-id.ts';
import type { EventOrigin } from '../../src/shared/event-id.ts';
import type { Generation, LearnerId } from '../../src/shared/ids.ts';
import { canonicalHash } from '../../src/sync/envelope/canonical.ts';
import { openEvent } from '../../src/sync/envelope/event.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import type { HubRequest, HubResponse } from '../../src/sync/transport/transport.ts';
import type { HubLab } from '../factories/hub-lab.ts';
import { contentKey, readHubImage } from './disk-image.ts';
import type { HubImage } from './disk-image.ts';
import { InvariantBroken } from './invariant-broken.ts';

interface Promised extends Omit<EventOrigin, 'seq'> {
  readonly upTo: number;
}

/** Hears what is promised in a lab, and looks whether it is kept. */
export class Auditor {
  readonly #lab: HubLab;
  /** The highest receipt of each store, whoever heard it. */
  readonly #receipts = new Map<string, Promised>();
  readonly #opened = new Map<string, OpenedEvent>();

  constructor(lab: HubLab) {
    this.#lab = lab;
  }

  /** A hub of a new generation answers only for itself. */
  forgetReceipts(): void {
    this.#receipts.clear();
  }

  /** Takes note of every receipt that the hub gives. */
  overhear(request: HubRequest, response: HubResponse): void {
    if (request.path !== '/v1/receipt' || response.status !== 200) return;
    const { station, store, contiguousSeq } = receiptSchema.parse(JSON.parse(response.text));
    const key = `${station}:${store}`;
    const held = this.#receipts.get(key)?.upTo ?? 0;
    if (contiguousSeq > held) this.#receipts.set(key, { station, store, upTo: contiguousSeq });
  }

  /**
   * What the hub would have if its power went now: all it gave receipts for, folded truly.
   * @param settled false while the hub may still have to fold a clone's event out again
   */
  async lookAtHub(generation: Generation, settled = false): Promise<HubImage> {
    const found = await readHubImage(
      this.#lab.disk.afterPowerCut(() => false),
      generation,
    );
    this.#checkReceipts(found);
    this.#checkDoubles(found.events);
    this.#checkStates(found, settled);
    return found;
  }

  /** Every event that was answered is there, as it was answered. */
  checkAnswered(
    where: string,
    answered: readonly EventDocument[],
    there: readonly EventDocument[],
  ): void {
    const held = new Set(there.map(contentKey));
    const lost = answered.filter((event) => !held.has(contentKey(event))).map(({ _id }) => _id);
    if (lost.length > 0) throw new InvariantBroken('an answered event is lost', { where, lost });
  }

  /** What is to be shown of a learner, given what a hub holds; null when nothing is about them. */
  fold(learner: LearnerId, events: readonly EventDocument[]): LearnerState | null {
    const counting = countingOf(events).filter((event) => event.learner === learner);
    const opened = counting.map((event) => this.#open(event));
    return opened.length === 0 ? null : foldLearner(learner, opened);
  }

  #checkReceipts({ events }: HubImage): void {
    const held = new Set<string>(events.map(({ _id }) => _id));
    for (const { station, store, upTo } of this.#receipts.values()) {
      for (let seq = 1; seq <= upTo; seq += 1) {
        if (held.has(formatEventId({ station, store, seq }))) continue;
        throw new InvariantBroken('a receipt lies', { station, store, upTo, lacking: seq });
      }
    }
  }

  /** No two payloads of a simulation are alike. */
  #checkDoubles(events: readonly EventDocument[]): void {
    const seen = new Map<string, EventDocument>();
    for (const event of events) {
      const { payload } = this.#open(event);
      const key = JSON.stringify(payload);
      const other = seen.get(key);
      if (other !== undefined) {
        const ids = [other._id, event._id];
        throw new InvariantBroken('an answer is there twice', { ids, payload });
      }
      seen.set(key, event);
    }
  }

  /** A state is the fold of exactly the events its vector names ([FLD3]). */
  #checkStates({ events, states }: HubImage, settled: boolean): void {
    const cloned = new Set(clonesAmong(events).map(({ learner }) => learner));
    for (const document of states) {
      const { learner, folded } = document;
      if (!settled && cloned.has(learner)) continue;
      const named = events.filter(({ _id }) => {
        const { station, store, seq } = parseEventId(_id);
        return seq <= (folded[`${station}:${store}`] ?? 0);
      });
      const state = openLearnerState(document, this.#lab.key(learner));
      const expected = this.fold(learner, named);
      if (canonicalHash(state) === canonicalHash(expected)) continue;
      throw new InvariantBroken('a state is not the fold', { learner, folded, state, expected });
    }
  }

  #open(event: EventDocument): OpenedEvent {
    const key = contentKey(event);
    const held = this.#opened.get(key) ?? openEvent(event, this.#lab.key(event.learner));
    this.#opened.set(key, held);
    return held;
  }
}

/** Events of which two contents are there under one id: none of them counts ([HUB9]). */
export function clonesAmong(events: readonly EventDocument[]): readonly EventDocument[] {
  const contents = grouped(events, ({ _id }) => _id);
  return [...contents.values()].filter((each) => each.length > 1).flat();
}

/** What a hub that holds these folds: no clone's, and of each store up to its first gap. */
function countingOf(events: readonly EventDocument[]): readonly EventDocument[] {
  const cloned = new Set(clonesAmong(events));
  const reached = contiguousOf(events);
  return events.filter((event) => {
    const { store, seq } = placeOf(event._id);
    return !cloned.has(event) && seq <= (reached.get(store) ?? 0);
  });
}

/** Up to which seq every event of a store is among these. */
function contiguousOf(events: readonly EventDocument[]): ReadonlyMap<string, number> {
  const reached = new Map<string, number>();
  for (const id of events.map(({ _id }) => _id).sort()) {
    const { store, seq } = placeOf(id);
    if (seq === (reached.get(store) ?? 0) + 1) reached.set(store, seq);
  }
  return reached;
}

/** How many events wait behind one that is lost. */
export function countBeyondGaps(events: readonly EventDocument[]): number {
  const reached = contiguousOf(events);
  const ids = [...new Set(events.map(({ _id }) => _id))].map(placeOf);
  return ids.filter(({ store, seq }) => seq > (reached.get(store) ?? 0)).length;
}

/** `station:store`, and a seq in it. */
export interface Place {
  readonly store: string;
  readonly seq: number;
}

/** Places without an event, before one that there is. */
export function missingAmong(events: readonly EventDocument[]): readonly Place[] {
  const stores = grouped(
    events.map(({ _id }) => placeOf(_id)),
    ({ store }) => store,
  );
  return [...stores].flatMap(([store, places]) => {
    const held = new Set(places.map(({ seq }) => seq));
    const upToLast = Array.from({ length: Math.max(...held) }, (_, at) => at + 1);
    return upToLast.filter((seq) => !held.has(seq)).map((seq) => ({ store, seq }));
  });
}

function placeOf(id: string): Place {
  const end = id.lastIndexOf(':');
  return { store: id.slice(0, end), seq: Number(id.slice(end + 1)) };
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string) {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}
