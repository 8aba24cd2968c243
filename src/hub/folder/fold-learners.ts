import { applyEvents, emptyLearnerState } from '../../domain/fold/fold-learner.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { LearnerState, Order, Vector } from '../../shared/contracts/documents/state.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { seqOf, storeKeyOf } from '../../shared/event-id.ts';
import type { EventId, LearnerId, Segment } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes } from '../../sync/envelope/canonical.ts';
import { openReadEvent } from '../../sync/envelope/event.ts';
import type { EventFormat, WrittenEvent } from '../../sync/envelope/event.ts';
import { openLearnerState, sealLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Database, NewDocument } from '../../sync/store/storage.ts';
import type { HubIndex } from '../intake/hub-index.ts';
import {
  eventOfOrderKey,
  indexKeys,
  indexPrefixes,
  orderValueSchema,
} from '../intake/index-records.ts';
import type { SegmentList } from '../segments/segment-list.ts';

/** Events of one learner that are in memory at a time. */
const pageSize = 500;

export interface FoldOptions {
  readonly index: HubIndex;
  readonly state: Database;
  readonly segments: SegmentList;
  readonly random: Randomness;
  readonly format: EventFormat;
  /** The learner's sealing key; null once it is destroyed. */
  learnerKey(learner: LearnerId): SealingKey | null;
  /** An event opened a moment ago; null when it must be read. */
  takeRecent(id: EventId): OpenedEvent | null;
}

interface Held {
  readonly rev: string | null;
  readonly state: LearnerState;
  readonly folded: Vector;
}

/** An event where it has to be read, and where the index has it whole too. */
interface Indexed {
  readonly id: EventId;
  readonly segment: Segment;
  readonly rev: string;
  readonly event?: WrittenEvent | undefined;
}

/** Folds one learner at a time into the document stations pull ([FLD1]–[FLD3]). */
export class LearnerFold {
  readonly #options: FoldOptions;

  constructor(options: FoldOptions) {
    this.#options = options;
  }

  /**
   * The learner's new state document; null when nothing changed, or the learner's key is gone.
   * @param vector the contiguous seq of each store, read before the index is
   */
  async fold(
    learner: LearnerId,
    vector: ReadonlyMap<string, number>,
    refold: boolean,
  ): Promise<NewDocument | null> {
    const key = this.#options.learnerKey(learner);
    if (key === null) return null;
    const held = await this.#held(learner, key);
    const begin = refold || held.state.last === null ? nobody(learner) : held;
    let { state } = begin;
    const stores = new Set(Object.keys(begin.folded));
    for await (const page of this.#pagesAfter(learner, state.last)) {
      const covered = page.filter(({ id }) => isCovered(id, vector));
      const events = await this.#load(covered, key);
      state = applyEvents(state, events);
      for (const { id } of covered) stores.add(storeKeyOf(id));
    }
    if (isSame(state, held.state)) return null;
    const folded = Object.fromEntries([...stores].map((store) => [store, vector.get(store) ?? 0]));
    const document = sealLearnerState(state, folded, key, this.#options.random);
    return held.rev === null ? document : { ...document, _rev: held.rev };
  }

  async #held(learner: LearnerId, key: SealingKey): Promise<Held> {
    const none = nobody(learner);
    const stored = await this.#options.state.get(`learner:${learner}`);
    if (stored === null) return { rev: null, ...none };
    const { _rev: rev, ...bare } = stored;
    const document = stateDocumentSchema.safeParse(bare);
    if (!document.success) return { rev, ...none };
    try {
      return { rev, state: openLearnerState(document.data, key), folded: document.data.folded };
    } catch (error) {
      // Damaged or sealed with an older key: it is folded from the start.
      if (isReanError(error)) return { rev, ...none };
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
      yield page.map(([key, value]) => ({
        id: eventOfOrderKey(key),
        ...orderValueSchema.parse(JSON.parse(value)),
      }));
      if (page.length < pageSize) return;
      after = page.at(-1)?.[0];
    }
  }

  /** Opens events, in the order they are asked for. */
  async #load(indexed: readonly Indexed[], key: SealingKey): Promise<readonly OpenedEvent[]> {
    const opened = indexed.map(({ id, event }) => {
      const recent = this.#options.takeRecent(id);
      return recent ?? (event ? openHeld(event, key, this.#options.format) : null);
    });
    const read = await this.#read(
      indexed.filter((_, place) => opened[place] === null),
      key,
    );
    return opened.map((event, place) => event ?? requireRead(read, indexed[place]?.id));
  }

  async #read(
    wanted: readonly Indexed[],
    key: SealingKey,
  ): Promise<ReadonlyMap<string, OpenedEvent>> {
    const found = new Map<string, OpenedEvent>();
    for (const reader of this.#options.segments.readers) {
      const here = wanted.filter(({ segment }) => segment === reader.segment);
      for (const { _rev, ...held } of await reader.fetch(here)) {
        found.set(held._id, openHeld(held, key, this.#options.format));
      }
    }
    return found;
  }
}

function requireRead(read: ReadonlyMap<string, OpenedEvent>, id = ''): OpenedEvent {
  const event = read.get(id);
  if (event) return event;
  throw new ReanError('shape.invalid', { what: 'index', missing: id });
}

/** A learner of whom nothing was folded. */
function nobody(learner: LearnerId): Pick<Held, 'state' | 'folded'> {
  return { state: emptyLearnerState(learner), folded: {} };
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
  return openReadEvent({ written, read: format.document.parse(written) }, key, format);
}

function isSame(a: LearnerState, b: LearnerState): boolean {
  return canonicalBytes(a).equals(canonicalBytes(b));
}
