import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import type { EventDocument, OpenedEvent } from '../../src/shared/contracts/documents/event.ts';
import type { LearnerState } from '../../src/shared/contracts/documents/state.ts';
import { receiptSchema } from '../../src/shared/contracts/hub-api.ts';
import { formatEventId, parseEventId } from '../../src/shared/event-id.ts';
import type { EventOrigin } from '../../src/shared/event-id.ts';
import type { EventId, Generation, LearnerId } from '../../src/shared/ids.ts';
import { canonicalHash } from '../../src/sync/envelope/canonical.ts';
import { openEvent } from '../../src/sync/envelope/event.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import type { PeerDesk } from '../../src/sync/peer/peer-desk.ts';
import { storeKey } from '../../src/sync/peer/store-key.ts';
import type { HubRequest, HubResponse } from '../../src/sync/transport/transport.ts';
import type { HubLab } from '../factories/hub-lab.ts';
import { readHubImage } from './hub-image.ts';
import type { HubImage } from './hub-image.ts';

/** What has to hold at any moment of a lab's life, and did not. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
  readonly invariant: string;

  constructor(invariant: string, facts: object) {
    super(`${invariant}: ${JSON.stringify(facts)}`);
    this.invariant = invariant;
  }
}

interface Promised extends Omit<EventOrigin, 'seq'> {
  readonly upTo: number;
}

/** Hears what is promised in a lab, and looks whether it is kept. */
export class Auditor {
  readonly #lab: HubLab;
  /** The highest receipt of each store, whoever heard it. */
  readonly #receipts = new Map<string, Promised>();
  readonly #opened = new Map<string, OpenedEvent>();
  /** Events of disks that are gone for good. */
  readonly gone = new Set<EventId>();
  /** Of those, the answered ones that the hub or a peer had: they must not be lost. */
  #rescued: readonly EventId[] = [];

  constructor(lab: HubLab) {
    this.#lab = lab;
  }

  get rescued(): readonly EventId[] {
    return this.#rescued;
  }

  /**
   * A station's disk is gone for good.
   * @param dying what lay on it
   * @param answered what of that was answered
   * @param desks those of all stations that are on, but for that one
   */
  diskDied(
    dying: readonly EventDocument[],
    answered: readonly EventId[],
    desks: readonly PeerDesk[],
  ): void {
    for (const { _id } of dying) this.gone.add(_id);
    const vectors = desks.map((desk) => desk.vector().stores);
    this.#rescued = [...this.#rescued, ...answered].filter((id) => {
      const { station, store, seq } = parseEventId(id);
      const key = storeKey(station, store);
      const { upTo = 0 } = this.#receipts.get(key) ?? {};
      const copied = vectors.some(({ [key]: run }) => run && run.after < seq && seq <= run.upTo);
      return seq <= upTo || copied;
    });
  }

  /** Takes note of every receipt that the hub gives. */
  overhear(request: HubRequest, response: HubResponse): void {
    if (request.path !== '/v1/receipt' || response.status !== 200) return;
    const { station, store, contiguousSeq } = receiptSchema.parse(JSON.parse(response.text));
    const key = `${station}:${store}`;
    const held = this.#receipts.get(key)?.upTo ?? 0;
    if (contiguousSeq > held) this.#receipts.set(key, { station, store, upTo: contiguousSeq });
  }

  /** What the hub would have if its power went now: all it gave receipts for, folded truly. */
  async lookAtHub(generation: Generation): Promise<HubImage> {
    const found = await readHubImage(
      this.#lab.disk.afterPowerCut(() => false),
      generation,
    );
    this.#checkReceipts(found);
    this.#checkDoubles(found.events);
    this.#checkStates(found);
    return found;
  }

  /** Every event that was answered is there. */
  checkAnswered(
    where: string,
    answered: readonly EventId[],
    there: readonly EventDocument[],
  ): void {
    const held = new Set(there.map(({ _id }) => _id));
    const lost = answered.filter((id) => !held.has(id));
    if (lost.length > 0) throw new InvariantBroken('an answered event is lost', { where, lost });
  }

  /** What is to be shown of a learner, given these events; null when none is about them. */
  fold(learner: LearnerId, events: readonly EventDocument[]): LearnerState | null {
    const opened = events.filter((event) => event.learner === learner).map((e) => this.#open(e));
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
    const seen = new Map<string, EventId>();
    for (const event of events) {
      const { payload } = this.#open(event);
      const key = JSON.stringify(payload);
      const other = seen.get(key);
      if (other !== undefined) {
        throw new InvariantBroken('an answer is there twice', { ids: [other, event._id], payload });
      }
      seen.set(key, event._id);
    }
  }

  /** A state is the fold of exactly the events its vector names ([FLD3]). */
  #checkStates({ events, states }: HubImage): void {
    for (const document of states) {
      const { learner, folded } = document;
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
    const key = `${event._id} ${event.sig}`;
    const held = this.#opened.get(key) ?? openEvent(event, this.#lab.key(event.learner));
    this.#opened.set(key, held);
    return held;
  }
}
