import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
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
import { canonicalBytes } from './canonical.ts';
import { keyNamed, openBound, seal } from './sealing.ts';
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
  if (envelope.key !== keys.sealing.id) throw new ReanError('key.missing', { key: envelope.key });
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

const objectSchema = z.looseObject({});

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
  const bound = boundOf({ written: { ...document }, read: document });
  return openReadEvent(document, bound, key, eventFormat);
}

/** An event as it lies in a database, less its revision, and what a format reads it as. */
export interface ReadEvent {
  readonly written: Readonly<Record<string, unknown>>;
  readonly read: EventDocument;
}

/** An event in the parts its seal knows. */
export interface BoundEvent {
  /** All that is in the clear, in its canonical form: what the seal is bound to. */
  readonly clear: string;
  readonly sealed: string;
  readonly sig: string;
}

export function boundOf({ written, read: { sealed, sig } }: ReadEvent): BoundEvent {
  const { sealed: _sealed, sig: _sig, ...clear } = written;
  return { clear: canonicalBytes(clear).toString('utf8'), sealed, sig };
}

/** What `format` reads an event as that was taken apart. Throws where that is no event it knows. */
export function readBoundEvent({ clear, sealed, sig }: BoundEvent, format: EventFormat) {
  return format.document.parse({ ...objectSchema.parse(JSON.parse(clear)), sealed, sig });
}

/**
 * Opens an event in whatever version `format` understands. The seal is bound to the envelope as it
 * was written, whatever that is read as. Errors as {@link openEvent}.
 */
export function openReadEvent(
  read: EventDocument,
  bound: BoundEvent,
  key: SealingKey,
  format: EventFormat,
): OpenedEvent {
  const { sealed, sig: _sig, ...envelope } = read;
  const named = keyNamed(key, envelope.key);
  const payload = format.payload.safeParse(openBound(named, Buffer.from(bound.clear), sealed));
  if (payload.success && payload.data.type === envelope.type) {
    return { envelope, payload: payload.data };
  }
  throw new ReanError('shape.invalid', { what: 'event payload', id: envelope._id });
}
