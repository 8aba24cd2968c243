import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import type { EventDocument, OpenedEvent } from '../../src/shared/contracts/documents/event.ts';
import type { LearnerState } from '../../src/shared/contracts/documents/state.ts';
import { receiptSchema } from '../../src/shared/contracts/hub-api.ts';
import { formatEventId, parseEventId } from '../../src/shared/event-id.ts';
import type { EventOrigin } from '../../src/shared/event-id.ts';
import type { Generation, LearnerId } from '../../src/shared/ids.ts';
import { isInRanges, joinRanges } from '../../src/shared/seq-range.ts';
import type { SeqRanges } from '../../src/shared/seq-range.ts';
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
  /** What is promised but for these. */
  readonly but: SeqRanges;
}

/** Hears what is promised in a lab, and looks whether it is kept. */
export class Auditor {
  readonly #lab: HubLab;
  /** The highest receipt of each store, whoever heard it. */
  readonly #receipts = new Map<string, Promised>();
  /** The newest of those that tell of what was given up. */
  readonly #past = new Map<string, Promised>();
  /** What was ever given up, by store. */
  readonly #givenUp = new Map<string, SeqRanges>();
  readonly #opened = new Map<string, OpenedEvent>();

  constructor(lab: HubLab) {
    this.#lab = lab;
  }

  /** A hub of a new generation answers only for itself. */
  forgetReceipts(): void {
    this.#receipts.clear();
    this.#past.clear();
  }

  /** A person waits for these no longer: of whoever they are after all, the fold may lag behind. */
  noteGivenUp(store: string, ranges: SeqRanges): void {
    this.#givenUp.set(store, joinRanges(this.#givenUp.get(store) ?? [], ranges));
  }

  /** Those of these events that were given up, and are there after all. */
  givenUpAmong(events: readonly EventDocument[]): readonly EventDocument[] {
    return events.filter(({ _id }) => {
      const { store, seq } = placeOf(_id);
      return isInRanges(this.#givenUp.get(store) ?? [], seq);
    });
  }

  /** Takes note of every receipt that the hub gives. */
  overhear(request: HubRequest, response: HubResponse): void {
    if (request.path !== '/v1/receipt' || response.status !== 200) return;
    const { station, store, contiguousSeq, past } = receiptSchema.parse(JSON.parse(response.text));
    const key = `${station}:${store}`;
    const held = this.#receipts.get(key)?.upTo ?? 0;
    const receipt = { station, store, upTo: contiguousSeq, but: [] };
    if (contiguousSeq > held) this.#receipts.set(key, receipt);
    if (past) this.#past.set(key, { station, store, upTo: past.upTo, but: past.givenUp });
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
    const cloned = new Set(clonesAmong(events));
    const counting = events.filter((event) => event.learner === learner && !cloned.has(event));
    const opened = counting.map((event) => this.#open(event));
    return opened.length === 0 ? null : foldLearner(learner, opened);
  }

  #checkReceipts({ events }: HubImage): void {
    const held = new Set<string>(events.map(({ _id }) => _id));
    for (const promised of [...this.#receipts.values(), ...this.#past.values()]) {
      const { station, store, upTo, but } = promised;
      for (let seq = 1; seq <= upTo; seq += 1) {
        if (held.has(formatEventId({ station, store, seq })) || isInRanges(but, seq)) continue;
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
    const late = [...clonesAmong(events), ...this.givenUpAmong(events)];
    const unsettled = new Set(late.map(({ learner }) => learner));
    for (const document of states) {
      const { learner, folded } = document;
      if (!settled && unsettled.has(learner)) continue;
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
