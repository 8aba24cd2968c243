import type { KeyObject } from 'node:crypto';
import type * as z from 'zod';
import { eventDocumentSchema, eventPayloadSchema } from '../../shared/contracts/documents/event.ts';
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
 * What an app understands of events. A newer one understands more, and reads older forms as what it
 * folds: its schemas then accept several versions and turn each into the present one ([EVT6]).
 */
export interface EventFormat {
  readonly document: z.ZodType<EventDocument>;
  readonly payload: z.ZodType<EventPayload>;
}

/** What this app understands. */
export const eventFormat: EventFormat = {
  document: eventDocumentSchema,
  payload: eventPayloadSchema,
};

/**
 * Opens an event's payload. Verify the signature first where the event came from elsewhere.
 * @throws ReanError `key.missing`, `seal.broken`, or `shape.invalid` when the payload is no known one
 */
export function openEvent(document: EventDocument, key: SealingKey): OpenedEvent {
  return openReadEvent({ written: { ...document }, read: document }, key, eventFormat);
}

/** An event as it lies in a database, less its revision. */
export type WrittenEvent = Readonly<Record<string, unknown>>;

/** An event as it is written, and what a format reads it as. */
export interface ReadEvent {
  readonly written: WrittenEvent;
  readonly read: EventDocument;
}

/**
 * Opens an event in whatever version `format` understands. The seal is bound to the envelope as it
 * was written, whatever that is read as. Errors as {@link openEvent}.
 */
export function openReadEvent(
  { written, read }: ReadEvent,
  key: SealingKey,
  format: EventFormat,
): OpenedEvent {
  const { sealed, sig: _sig, ...envelope } = read;
  const { sealed: _sealed, sig: _signature, ...clear } = written;
  requireKey(envelope, key);
  const payload = format.payload.safeParse(openSealed(key, clear, sealed));
  if (payload.success && payload.data.type === envelope.type) {
    return { envelope, payload: payload.data };
  }
  throw new ReanError('shape.invalid', { what: 'event payload', id: envelope._id });
}

function requireKey(envelope: EventEnvelope, key: SealingKey): void {
  if (envelope.key !== key.id) throw new ReanError('key.missing', { key: envelope.key });
}
