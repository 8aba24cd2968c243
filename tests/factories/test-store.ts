import { createHash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { EventDocument, EventPayload } from '../../src/shared/contracts/documents/event.ts';
import type { Keyring, SealingKey } from '../../src/shared/contracts/keyring.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { formatEventId } from '../../src/shared/event-id.ts';
import { storeIdSchema } from '../../src/shared/ids.ts';
import type { LearnerId, StoreId } from '../../src/shared/ids.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { sealEvent } from '../../src/sync/envelope/event.ts';
import { readSigningKey } from '../../src/sync/envelope/signing.ts';

/** An event as replication carries it. */
export type CarriedEvent = EventDocument & { readonly _rev: string };

export interface TestStoreOptions {
  readonly random: Randomness;
  /** The learner's key, or the site's for null. */
  readonly keyOf: (learner: LearnerId | null) => SealingKey;
}

/** The key of a learner, or the site's for null, out of a keyring. */
export function keyIn(keyring: Keyring, learner: LearnerId | null): SealingKey {
  const entry = keyring.learners.find((each) => each.learner === learner);
  const key = learner === null ? keyring.siteKey : entry?.key;
  if (!key) throw new Error('no key');
  return key;
}

/** Records events as a station's store does: gapless, each one later than the one before. */
export class TestStore {
  readonly #options: TestStoreOptions;
  readonly #signing: KeyObject;
  readonly station: StationConfig;
  readonly id: StoreId;
  #seq = 0;
  /** The lab day its events know, `YYYY-MM-DD`. */
  labDay: string | null = null;

  constructor(station: StationConfig, options: TestStoreOptions) {
    this.#options = options;
    this.#signing = readSigningKey(station.signingKey.privateKey);
    this.station = station;
    this.id = storeIdSchema.parse(Buffer.from(options.random.bytes(8)).toString('hex'));
  }

  get lastSeq(): number {
    return this.#seq;
  }

  record(payload: EventPayload, learner: LearnerId | null, lamport?: number): CarriedEvent {
    this.#seq += 1;
    return this.at(this.#seq, payload, learner, lamport);
  }

  /** An event at a seq of one's choosing, as a clone might make one. */
  at(
    seq: number,
    payload: EventPayload,
    learner: LearnerId | null,
    lamport: number = seq,
  ): CarriedEvent {
    const { station } = this.station;
    const sealing = this.#options.keyOf(learner);
    const envelope = {
      _id: formatEventId({ station, store: this.id, seq }),
      v: 1,
      type: payload.type,
      learner,
      lamport,
      clock: { wallMs: 0, hubOffsetMs: null, labDay: { date: this.labDay, sure: false } },
      key: sealing.id,
      signer: `${station}:${this.station.signingKey.number}`,
    } as const;
    const keys = { sealing, signing: this.#signing };
    return withRevision(sealEvent(envelope, payload, keys, this.#options.random));
  }
}

/** A first revision, which its content decides as with PouchDB. */
export function withRevision<Document extends object>(document: Document) {
  const hash = createHash('md5').update(JSON.stringify(document)).digest('hex');
  return { ...document, _rev: `1-${hash}` };
}
