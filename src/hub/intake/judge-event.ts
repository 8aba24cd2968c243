import { createHash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { eventDocumentSchema, foreignEventSchema } from '../../shared/contracts/documents/event.ts';
import type { EventDocument, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { isReanError } from '../../shared/errors.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { SiteId } from '../../shared/ids.ts';
import { canonicalBytes } from '../../sync/envelope/canonical.ts';
import { openEvent } from '../../sync/envelope/event.ts';
import { verifyValue } from '../../sync/envelope/signing.ts';

/** Why a document is held in quarantine; shown to a person, by code ([HUB8]). */
export const quarantineReasons = [
  'shape',
  'unknown-origin',
  'signature',
  'wrong-key',
  'unknown-key',
  'seal',
  'clone',
] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

export type Judgement =
  | { readonly verdict: 'good'; readonly hash: string; readonly event: OpenedEvent }
  | { readonly verdict: 'newer'; readonly hash: string }
  | { readonly verdict: 'bad'; readonly hash: string; readonly reason: QuarantineReason };

/** The keys a hub knows. */
export interface Trust {
  readonly site: SiteId;
  /** A station's registered Ed25519 key, by `station:number`. */
  signingKey(signer: string): KeyObject | null;
  sealingKey(id: string): SealingKey | null;
}

/** Judges one document as it came from a database, `_rev` and all. Never throws. */
export function judgeEvent(stored: unknown, trust: Trust): Judgement {
  const bare = withoutRevision(stored);
  const hash = contentHash(bare);
  const foreign = foreignEventSchema.safeParse(bare);
  if (!foreign.success) return { verdict: 'bad', hash, reason: 'shape' };
  if (foreign.data.v > 1) return { verdict: 'newer', hash };
  const event = eventDocumentSchema.safeParse(bare);
  if (!event.success) return { verdict: 'bad', hash, reason: 'shape' };
  const reason = originFault(event.data, trust) ?? keyFault(event.data, trust);
  return reason === null ? open(event.data, hash, trust) : { verdict: 'bad', hash, reason };
}

const signedSchema = z.looseObject({ _id: z.string(), signer: z.string(), sig: z.string() });

/**
 * Whether a document carried by another station than its origin is really the origin's. Holds for
 * newer versions too: what is signed, and how, is the same in every version ([EVT6]).
 */
export function isSignedByOrigin(stored: unknown, trust: Trust): boolean {
  const foreign = foreignEventSchema.safeParse(withoutRevision(stored));
  const signed = signedSchema.safeParse(foreign.data);
  if (!foreign.success || !signed.success) return false;
  const { sig, ...unsigned } = signed.data;
  const { station } = parseEventId(foreign.data._id);
  const key = trust.signingKey(signed.data.signer);
  return key !== null && signed.data.signer.startsWith(`${station}:`) && verify(unsigned, sig, key);
}

/** SHA-256 of a document's canonical form, without its revision, hex. */
function contentHash(bare: unknown): string {
  return createHash('sha256').update(bytesOf(bare)).digest('hex');
}

/** What has no canonical form is judged bad, but still has to have a hash. */
function bytesOf(bare: unknown): Buffer {
  try {
    return canonicalBytes(bare);
  } catch {
    return Buffer.from(JSON.stringify(bare) ?? '', 'utf8');
  }
}

function withoutRevision(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  return Object.fromEntries(
    Object.entries(stored).filter(([name]) => name !== '_rev' && name !== '_revisions'),
  );
}

function originFault(document: EventDocument, trust: Trust): QuarantineReason | null {
  const { station } = parseEventId(document._id);
  const key = trust.signingKey(document.signer);
  if (key === null || !document.signer.startsWith(`${station}:`)) return 'unknown-origin';
  const { sig, ...unsigned } = document;
  return verify(unsigned, sig, key) ? null : 'signature';
}

function keyFault({ learner, key }: EventDocument, trust: Trust): QuarantineReason | null {
  const owner = learner === null ? `site:${trust.site}:` : `learner:${learner}:`;
  if (!key.startsWith(owner)) return 'wrong-key';
  return trust.sealingKey(key) === null ? 'unknown-key' : null;
}

function open(document: EventDocument, hash: string, trust: Trust): Judgement {
  const key = trust.sealingKey(document.key);
  if (key === null) return { verdict: 'bad', hash, reason: 'unknown-key' };
  try {
    return { verdict: 'good', hash, event: openEvent(document, key) };
  } catch (error) {
    const reason = isReanError(error, 'shape.invalid') ? 'shape' : 'seal';
    return { verdict: 'bad', hash, reason };
  }
}

function verify(unsigned: unknown, sig: string, key: KeyObject): boolean {
  try {
    return verifyValue(unsigned, sig, key);
  } catch {
    return false;
  }
}
