import type { KeyObject } from 'node:crypto';
import { maxSealedBytes } from '../../shared/contracts/documents/event.ts';
import type {
  EventClock,
  EventDocument,
  EventEnvelope,
  EventPayload,
  OpenedEvent,
} from '../../shared/contracts/documents/event.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId, StationId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes } from '../envelope/canonical.ts';
import { sealEvent } from '../envelope/event.ts';

/** What the sealing adds to a payload: nonce and tag. */
const sealingBytes = 28;

export interface EventMakerOptions {
  readonly station: StationId;
  readonly signing: { readonly number: number; readonly privateKey: KeyObject };
  /**
   * The key an event is sealed with: the learner's, or the site's for null.
   * @throws ReanError `key.missing`
   */
  readonly sealingKey: (learner: LearnerId | null) => SealingKey;
  /** What the clocks say now. */
  readonly now: () => EventClock;
  readonly randomness: Randomness;
}

/** Something to record: `learner` null for what is about nobody. */
export interface NewEvent {
  readonly payload: EventPayload;
  readonly learner: LearnerId | null;
}

/** An event as stored, and as read with its key. */
export interface AppendedEvent {
  readonly document: EventDocument;
  readonly opened: OpenedEvent;
}

/**
 * Makes, seals and signs one event.
 * @throws ReanError `key.missing`, or `shape.invalid` when it is larger than an event may be
 */
export function makeEvent(
  { payload, learner }: NewEvent,
  place: { readonly id: EventEnvelope['_id']; readonly lamport: number },
  { station, signing, sealingKey, now, randomness }: EventMakerOptions,
): AppendedEvent {
  const bytes = canonicalBytes(payload).length;
  if (bytes + sealingBytes > maxSealedBytes) {
    throw new ReanError('shape.invalid', { what: 'event too large', type: payload.type, bytes });
  }
  const key = sealingKey(learner);
  const envelope: EventEnvelope = {
    _id: place.id,
    v: 1,
    type: payload.type,
    learner,
    lamport: place.lamport,
    clock: now(),
    key: key.id,
    signer: `${station}:${signing.number}`,
  };
  const keys = { sealing: key, signing: signing.privateKey };
  return {
    document: sealEvent(envelope, payload, keys, randomness),
    opened: { envelope, payload },
  };
}
