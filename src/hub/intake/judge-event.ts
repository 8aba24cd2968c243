import { createHash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { foreignEventSchema, maxSealedBytes } from '../../shared/contracts/documents/event.ts';
import type { EventDocument, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import type { Decided, QuarantineReason } from '../../shared/contracts/quarantine.ts';
import { isReanError } from '../../shared/errors.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { SiteId } from '../../shared/ids.ts';
import { canonicalBytes } from '../../sync/envelope/canonical.ts';
import { openHeldEvent } from '../../sync/envelope/event.ts';
import type { EventFormat } from '../../sync/envelope/event.ts';
import { isSignedByOrigin, withoutRevision } from '../../sync/envelope/origin.ts';
import { verifyValue } from '../../sync/envelope/signing.ts';
import { heldBackBy } from './stand-in.ts';

export type Judgement =
  | {
      readonly verdict: 'good';
      readonly hash: string;
      readonly event: OpenedEvent;
      /** What a person decided over this content, if anything. */
      readonly decided: Decided | null;
    }
  | { readonly verdict: 'newer'; readonly hash: string }
  | { readonly verdict: 'bad'; readonly hash: string; readonly reason: QuarantineReason };

/** The keys a hub knows. */
export interface Trust {
  readonly site: SiteId;
  /** A station's registered Ed25519 key, by `station:number`. */
  signingKey(signer: string): KeyObject | null;
  sealingKey(id: string): SealingKey | null;
  /** What a person decided over a content ([HUB15]). */
  decided(hash: string): Decided | null;
}

/**
 * Judges one document as it came from a database, `_rev` and all. What its origin signed and `format`
 * does not understand is newer, not bad ([EVT6]). Never throws.
 */
export function judgeEvent(stored: unknown, trust: Trust, format: EventFormat): Judgement {
  const bare = withoutRevision(stored);
  const hash = contentHash(bare);
  const foreign = foreignEventSchema.safeParse(bare);
  if (!foreign.success) return unreadable(bare, hash);
  const event = format.document.safeParse(bare);
  if (!event.success) {
    const newer =
      foreign.data.v > 1 ||
      (isTypeUnknown(event.error) && isSignedByOrigin(bare, (signer) => trust.signingKey(signer)));
    return newer ? { verdict: 'newer', hash } : unreadable(bare, hash);
  }
  const decided = trust.decided(hash);
  // A person who releases a content vouches for its origin ([HUB15]).
  const origin = decided?.kind === 'release' ? null : originFault(event.data, foreign.data, trust);
  const reason = origin ?? keyFault(event.data, trust);
  if (reason !== null) return { verdict: 'bad', hash, reason };
  const opening = open(bare, event.data, trust, format);
  return opening.verdict === 'good' ? { hash, decided, ...opening } : { hash, ...opening };
}

/** No event that could ever count, or what stands in for one that is too large. */
function unreadable(bare: unknown, hash: string): Judgement {
  const heldBack = typeof bare === 'object' && bare !== null ? heldBackBy(bare) : null;
  if (heldBack !== null) return { verdict: 'bad', hash: heldBack, reason: 'too-large' };
  return { verdict: 'bad', hash, reason: isTooLarge(bare) ? 'too-large' : 'shape' };
}

const mostSealed = Math.ceil(maxSealedBytes / 3) * 4;
const sealedSchema = z.looseObject({ sealed: z.string().min(mostSealed + 1) });

function isTooLarge(bare: unknown): boolean {
  return sealedSchema.safeParse(bare).success;
}

/** Whether the type, which was added since, is all that is not understood. */
function isTypeUnknown({ issues }: z.ZodError): boolean {
  return issues.every(({ path }) => path.length === 1 && path[0] === 'type');
}

/** SHA-256 of a document's canonical form, without its revision, hex. */
export function contentHashOf(stored: unknown): string {
  return contentHash(withoutRevision(stored));
}

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

function originFault(
  { _id, signer }: EventDocument,
  written: Readonly<Record<string, unknown>>,
  trust: Trust,
): QuarantineReason | null {
  const { station } = parseEventId(_id);
  const key = trust.signingKey(signer);
  if (key === null || !signer.startsWith(`${station}:`)) return 'unknown-origin';
  const { sig, ...unsigned } = written;
  return verify(unsigned, String(sig), key) ? null : 'signature';
}

function keyFault({ learner, key }: EventDocument, trust: Trust): QuarantineReason | null {
  const owner = learner === null ? `site:${trust.site}:` : `learner:${learner}:`;
  if (!key.startsWith(owner)) return 'wrong-key';
  return trust.sealingKey(key) === null ? 'unknown-key' : null;
}

type Opening =
  | { readonly verdict: 'good'; readonly event: OpenedEvent }
  | { readonly verdict: 'newer' }
  | { readonly verdict: 'bad'; readonly reason: QuarantineReason };

function open(
  bare: unknown,
  { key: id }: EventDocument,
  trust: Trust,
  format: EventFormat,
): Opening {
  const key = trust.sealingKey(id);
  if (key === null) return { verdict: 'bad', reason: 'unknown-key' };
  try {
    return { verdict: 'good', event: openHeldEvent(bare, key, format) };
  } catch (error) {
    // Signed by its origin and sealed with the right key: it says something this app doesn't know.
    if (isReanError(error, 'shape.invalid')) return { verdict: 'newer' };
    return { verdict: 'bad', reason: 'seal' };
  }
}

function verify(unsigned: unknown, sig: string, key: KeyObject): boolean {
  try {
    return verifyValue(unsigned, sig, key);
  } catch {
    return false;
  }
}
