import { isStruck } from '../../domain/fold/corrections.ts';
import type { InForce } from '../../domain/fold/corrections.ts';
import { applyEvents, emptyLearnerState } from '../../domain/fold/fold-learner.ts';
import { isToldAt } from '../../domain/fold/told-where.ts';
import { inOrder, isAfter, orderOf } from '../../domain/order.ts';
import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { LearnerState, Order } from '../../shared/contracts/documents/state.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { seqOf, stationOf, storeKeyOf } from '../../shared/event-id.ts';
import type { EventId, LearnerId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes } from '../../sync/envelope/canonical.ts';
import { boundOf, openReadEvent, readBoundEvent } from '../../sync/envelope/event.ts';
import type { EventFormat } from '../../sync/envelope/event.ts';
import { openLearnerState, sealLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Database, NewDocument } from '../../sync/store/storage.ts';
import type { HubIndex } from '../intake/hub-index.ts';
import {
  eventInOrderValue,
  eventOfOrderKey,
  indexKeys,
  indexPrefixes,
  placeInOrderValue,
} from '../intake/index-records.ts';
import type { SegmentList } from '../segments/segment-list.ts';
import { FoldedLearners, before } from './folded-learners.ts';
import type { FoldedLearner, Snapshot } from './folded-learners.ts';

/** Events of one learner that are in memory at a time. */
const pageSize = 500;

export interface FoldOptions {
  readonly index: HubIndex;
  readonly state: Database;
  readonly segments: SegmentList;
  readonly random: Randomness;
  readonly format: EventFormat;
  isErased(learner: LearnerId): boolean;
  /** What people corrected of a learner's record ([COR2]). */
  corrections(learner: LearnerId): InForce;
  /** Null for a station nobody knows. */
  kindOf(station: string): StationKind | null;
  /** The learner's sealing key; null once it is destroyed. */
  learnerKey(learner: LearnerId): SealingKey | null;
  /** An event opened a moment ago; null when it must be read. */
  takeRecent(id: EventId): OpenedEvent | null;
}

interface Indexed {
  readonly id: EventId;
  /** Of its order key. */
  readonly value: string;
}

/** Folds one learner at a time into the document stations pull ([FLD1]–[FLD3]). */
export class LearnerFold {
  readonly #options: FoldOptions;
  readonly #folded = new FoldedLearners();

  constructor(options: FoldOptions) {
    this.#options = options;
  }

  /**
   * The learner's new state document; null when nothing changed, or the learner's key is gone. Of one
   * who was erased the document is taken away ([ERA2]).
   * @param vector the contiguous seq of each store, read before the index is
   * @param from the first key in the learner's order that changed since this was last asked
   */
  async fold(
    learner: LearnerId,
    vector: ReadonlyMap<string, number>,
    from: string,
  ): Promise<NewDocument | null> {
    const key = this.#options.learnerKey(learner);
    const held = key && (this.#folded.of(learner, key) ?? (await this.#read(learner, key)));
    this.#folded.forget(learner);
    if (held === null) return this.#options.isErased(learner) ? this.#removal(learner) : null;
    const kept = before(held.snapshots, from);
    const folded = await this.#foldOn(kept.at(-1) ?? nobody(learner), held.key, vector);
    this.#folded.keep(learner, { ...held, snapshots: [...kept, folded] });
    return isSame(folded.state, held.written) ? null : this.#document(folded, held, vector);
  }

  /** The document {@link fold} gave for this learner is written, as this revision. */
  noteWritten(learner: LearnerId, rev: string): void {
    this.#folded.noteWritten(learner, rev);
  }

  /** Reads every learner's document again: it may not be what was folded last. */
  forgetAll(): void {
    this.#folded.forgetAll();
  }

  /** A learner's events on top of those folded already. */
  async #foldOn(
    begin: Snapshot,
    key: SealingKey,
    vector: ReadonlyMap<string, number>,
  ): Promise<Snapshot> {
    let { state } = begin;
    const stores = new Set(begin.stores);
    const corrections = this.#options.corrections(state.learner);
    const added = new Added(corrections, state.last);
    for await (const page of this.#pagesAfter(state.learner, state.last)) {
      const covered = page.filter(({ id }) => isCovered(id, vector));
      const events = await this.#load(covered, key);
      const counted = events.filter(
        (event) => !isStruck(event, corrections) && isHeard(event, this.#options),
      );
      state = applyEvents(state, inOrder([...counted, ...added.upTo(events.at(-1))]));
      for (const { id } of covered) stores.add(storeKeyOf(id));
    }
    return { state: applyEvents(state, added.rest()), stores };
  }

  #document(
    { state, stores }: Snapshot,
    { key, rev }: FoldedLearner,
    vector: ReadonlyMap<string, number>,
  ): NewDocument {
    const folded = Object.fromEntries([...stores].map((store) => [store, vector.get(store) ?? 0]));
    const { random, corrections } = this.#options;
    // What is struck was seen all the same: stations count on from it ([EVT3]).
    const { lamport } = corrections(state.learner);
    const document = sealLearnerState(state, folded, key, random, lamport);
    return rev === null ? document : { ...document, _rev: rev };
  }

  async #removal(learner: LearnerId): Promise<NewDocument | null> {
    const stored = await this.#options.state.get(`learner:${learner}`);
    return stored && { _id: stored._id, _rev: stored._rev, _deleted: true };
  }

  async #read(learner: LearnerId, key: SealingKey): Promise<FoldedLearner> {
    const none = { key, written: emptyLearnerState(learner), snapshots: [] };
    const stored = await this.#options.state.get(`learner:${learner}`);
    if (stored === null) return { ...none, rev: null };
    const { _rev: rev, ...bare } = stored;
    const document = stateDocumentSchema.safeParse(bare);
    if (!document.success) return { ...none, rev };
    try {
      const state = openLearnerState(document.data, key);
      const snapshot = { state, stores: new Set(Object.keys(document.data.folded)) };
      return { key, rev, written: state, snapshots: [snapshot] };
    } catch (error) {
      // Damaged or sealed with an older key: it is folded from the start.
      if (isReanError(error)) return { ...none, rev };
      throw error;
    }
  }

  /** A learner's events in their order, a page at a time: one may have tens of thousands. */
  async *#pagesAfter(learner: LearnerId, last: Order | null): AsyncGenerator<readonly Indexed[]> {
    const range = { prefix: indexPrefixes.order(learner), limit: pageSize };
    let after = last === null ? undefined : indexKeys.order(learner, last);
    for (;;) {
      const page = await this.#options.index.range(
        after === undefined ? range : { ...range, after },
      );
      yield page.map(([key, value]) => ({ id: eventOfOrderKey(key), value }));
      if (page.length < pageSize) return;
      after = page.at(-1)?.[0];
    }
  }

  /** Opens events, in the order they are asked for. */
  async #load(indexed: readonly Indexed[], key: SealingKey): Promise<readonly OpenedEvent[]> {
    const opened = indexed.map(({ id, value }) => {
      return this.#options.takeRecent(id) ?? this.#openIndexed(value, key);
    });
    const read = await this.#fetch(
      indexed.filter((_, place) => opened[place] === null),
      key,
    );
    return opened.map((event, place) => event ?? requireRead(read, indexed[place]?.id));
  }

  #openIndexed(value: string, key: SealingKey): OpenedEvent | null {
    const { format } = this.#options;
    const event = eventInOrderValue(value);
    return event && openReadEvent(readBoundEvent(event, format), event, key, format);
  }

  async #fetch(
    wanted: readonly Indexed[],
    key: SealingKey,
  ): Promise<ReadonlyMap<string, OpenedEvent>> {
    const found = new Map<string, OpenedEvent>();
    const places = wanted.map(({ id, value }) => ({ id, ...placeInOrderValue(value) }));
    for (const reader of this.#options.segments.readers) {
      const here = places.filter(({ segment }) => segment === reader.segment);
      for (const { _rev, ...held } of await reader.fetch(here)) {
        found.set(held._id, openHeld(held, key, this.#options.format));
      }
    }
    return found;
  }
}

/** Completions that people added, taken out in the order of the events they stand among. */
class Added {
  #waiting: readonly OpenedEvent[];

  constructor({ added }: InForce, last: Order | null) {
    this.#waiting = added.filter(({ envelope }) => isAfter(orderOf(envelope), last));
  }

  upTo(event: OpenedEvent | undefined): readonly OpenedEvent[] {
    if (event === undefined) return [];
    const last = orderOf(event.envelope);
    const now = this.#waiting.filter(({ envelope }) => !isAfter(orderOf(envelope), last));
    this.#waiting = this.#waiting.slice(now.length);
    return now;
  }

  rest(): readonly OpenedEvent[] {
    return this.#waiting;
  }
}

function requireRead(read: ReadonlyMap<string, OpenedEvent>, id = ''): OpenedEvent {
  const event = read.get(id);
  if (event) return event;
  throw new ReanError('shape.invalid', { what: 'index', missing: id });
}

/** A learner of whom nothing was folded. */
function nobody(learner: LearnerId): Snapshot {
  return { state: emptyLearnerState(learner), stores: new Set() };
}

function isHeard({ envelope, payload }: OpenedEvent, { kindOf }: Pick<FoldOptions, 'kindOf'>) {
  return isToldAt(payload, kindOf(stationOf(envelope._id)));
}

/** Only what `vector` covers is folded: `folded` says exactly which events a document holds. */
function isCovered(id: EventId, vector: ReadonlyMap<string, number>): boolean {
  return seqOf(id) <= (vector.get(storeKeyOf(id)) ?? 0);
}

function openHeld(
  written: Readonly<Record<string, unknown>>,
  key: SealingKey,
  format: EventFormat,
): OpenedEvent {
  const read = format.document.parse(written);
  return openReadEvent(read, boundOf({ written, read }), key, format);
}

function isSame(a: LearnerState, b: LearnerState): boolean {
  if (a === b || a.last?.id !== b.last?.id) return a === b;
  return canonicalBytes(a).equals(canonicalBytes(b));
}
