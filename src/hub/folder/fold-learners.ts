import { applyEvent, emptyLearnerState } from '../../domain/fold/fold-learner.ts';
import { inOrder } from '../../domain/order.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { LearnerState, Order, Vector } from '../../shared/contracts/documents/state.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { EventId, LearnerId, Segment } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes } from '../../sync/envelope/canonical.ts';
import { openReadEvent } from '../../sync/envelope/event.ts';
import type { EventFormat } from '../../sync/envelope/event.ts';
import { openLearnerState, sealLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Database, NewDocument } from '../../sync/store/storage.ts';
import type { HubIndex } from '../intake/hub-index.ts';
import {
  eventOfOrderKey,
  indexKeys,
  indexPrefixes,
  orderValueSchema,
} from '../intake/index-records.ts';
import { storeKeyOf } from '../intake/ledger.ts';
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

interface Indexed {
  readonly id: EventId;
  readonly segment: Segment;
  readonly rev: string;
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
      state = inOrder(events).reduce(applyEvent, state);
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

  async #load(indexed: readonly Indexed[], key: SealingKey): Promise<readonly OpenedEvent[]> {
    const events: OpenedEvent[] = [];
    const missing: Indexed[] = [];
    for (const each of indexed) {
      const recent = this.#options.takeRecent(each.id);
      if (recent) events.push(recent);
      else missing.push(each);
    }
    events.push(...(await this.#read(missing, key)));
    if (events.length === indexed.length) return events;
    throw new ReanError('shape.invalid', {
      what: 'index',
      missing: indexed.length - events.length,
    });
  }

  async #read(wanted: readonly Indexed[], key: SealingKey): Promise<readonly OpenedEvent[]> {
    const found: OpenedEvent[] = [];
    for (const reader of this.#options.segments.readers) {
      const here = wanted.filter(({ segment }) => segment === reader.segment);
      for (const { _rev, ...held } of await reader.fetch(here)) {
        found.push(openHeld(held, key, this.#options.format));
      }
    }
    return found;
  }
}

/** A learner of whom nothing was folded. */
function nobody(learner: LearnerId): Pick<Held, 'state' | 'folded'> {
  return { state: emptyLearnerState(learner), folded: {} };
}

/** Only what `vector` covers is folded: `folded` says exactly which events a document holds. */
function isCovered(id: EventId, vector: ReadonlyMap<string, number>): boolean {
  return parseEventId(id).seq <= (vector.get(storeKeyOf(id)) ?? 0);
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
