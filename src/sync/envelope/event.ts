import type { KeyObject } from 'node:crypto';
import {
  eventDocumentSchema,
  eventEnvelopeSchema,
  eventPayloadSchema,
} from '../../shared/contracts/documents/event.ts';
import type {
  EventDocument,
  EventEnvelope,
  EventPayload,
  OpenedEvent,
} from '../../shared/contracts/documents/event.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { openSealed, seal } from './sealing.ts';
import { signValue, verifyValue } from './signing.ts';

/**
 * Makes an event document: the payload sealed and bound to its envelope, both signed ([EVT4]).
 * @throws ReanError `key.missing` when the envelope names another key than the one given
 */
export function sealEvent(
  envelope: EventEnvelope,
  payload: EventPayload,
  keys: { readonly sealing: SealingKey; readonly signing: KeyObject },
  random: Randomness,
): EventDocument {
  requireKey(envelope, keys.sealing);
  const sealed = seal(keys.sealing, envelope, payload, random);
  const unsigned = { ...envelope, sealed };
  return eventDocumentSchema.parse({ ...unsigned, sig: signValue(unsigned, keys.signing) });
}

/** True when the origin station's key signed this document as it stands. */
export function verifyEvent(document: EventDocument, originKey: KeyObject): boolean {
  const { sig, ...unsigned } = document;
  return verifyValue(unsigned, sig, originKey);
}

/**
 * Opens an event's payload. Verify the signature first where the event came from elsewhere.
 * @throws ReanError `key.missing`, `seal.broken`, or `shape.invalid` when the payload is no known one
 */
export function openEvent(document: EventDocument, key: SealingKey): OpenedEvent {
  const { sealed, sig: _sig, ...rest } = document;
  const envelope = eventEnvelopeSchema.parse(rest);
  requireKey(envelope, key);
  const payload = eventPayloadSchema.safeParse(openSealed(key, envelope, sealed));
  if (!payload.success || payload.data.type !== envelope.type) {
    throw new ReanError('shape.invalid', { what: 'event payload', id: envelope._id });
  }
  return { envelope, payload: payload.data };
}

function requireKey(envelope: EventEnvelope, key: SealingKey): void {
  if (envelope.key !== key.id) throw new ReanError('key.missing', { key: envelope.key });
}
