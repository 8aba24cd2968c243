import { createHash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { foreignEventSchema, maxSealedBytes } from '../../shared/contracts/documents/event.ts';
import type { EventDocument, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import type { Decided, QuarantineReason } from '../../shared/contracts/quarantine.ts';
import { isReanError } from '../../shared/errors.ts';
import { stationOf } from '../../shared/event-id.ts';
import type { LearnerId, SiteId } from '../../shared/ids.ts';
import { canonicalBytes, canonicalTexts } from '../../sync/envelope/canonical.ts';
import { openReadEvent } from '../../sync/envelope/event.ts';
import type { BoundEvent, EventFormat } from '../../sync/envelope/event.ts';
import { isSignedByOrigin, withoutRevision } from '../../sync/envelope/origin.ts';
import { rawKeyOf } from '../signatures/ed25519.ts';
import type { SignatureChecks } from '../signatures/signature-checks.ts';
import { heldBackBy } from './stand-in.ts';

type Good = {
  readonly verdict: 'good';
  readonly event: OpenedEvent;
  readonly bound: BoundEvent;
  /** What a person decided over this content, if anything. */
  readonly decided: Decided | null;
};

type Outcome =
  | Good
  | { readonly verdict: 'newer' }
  /** Its learner was erased: it is held as it was signed, and can't be opened ([ERA4]). */
  | { readonly verdict: 'erased'; readonly learner: LearnerId }
  | { readonly verdict: 'bad'; readonly reason: QuarantineReason };

/** `hash`: SHA-256 of the content's canonical form, without its revision, hex. */
export type Judgement = Outcome & { readonly hash: string };

/** The keys a hub knows. */
export interface Trust {
  readonly site: SiteId;
  /** A station's registered Ed25519 key, by `station:number`. */
  signingKey(signer: string): KeyObject | null;
  sealingKey(id: string): SealingKey | null;
  readonly signatures: Pick<SignatureChecks, 'check'>;
  isErased(learner: LearnerId): boolean;
  /** What a person decided over a content, by its hash, which takes its time to make ([HUB15]). */
  decided(hash: () => string): Decided | null;
}

/**
 * Judges one document as it came from a database, `_rev` and all. What its origin signed and `format`
 * does not understand is newer, not bad ([EVT6]). Never throws.
 */
export async function judgeEvent(
  stored: unknown,
  trust: Trust,
  format: EventFormat,
): Promise<Judgement> {
  const bare = withoutRevision(stored);
  const outcome = await judge(bare, trust, format);
  return {
    ...outcome,
    // Seldom asked for: of what goes to quarantine, and where several contents have one id.
    get hash() {
      return heldBackBy(bare) ?? contentHash(bare);
    },
  };
}

type Bare = Readonly<Record<string, unknown>>;

async function judge(bare: Bare, trust: Trust, format: EventFormat): Promise<Outcome> {
  const event = format.document.safeParse(bare);
  if (!event.success) return judgeUnread(bare, event.error, trust);
  const parts = partsOf(bare, event.data);
  if (parts === null) return bad('signature');
  const decided = trust.decided(() => contentHash(bare));
  // A person who releases a content vouches for its origin ([HUB15]).
  const origin = decided?.kind === 'release' ? null : await originFault(parts, trust);
  const { learner } = event.data;
  if (origin === null && learner !== null && trust.isErased(learner)) {
    return { verdict: 'erased', learner };
  }
  const reason = origin ?? keyFault(event.data, trust);
  return reason === null ? open(parts, { trust, format, decided }) : bad(reason);
}

interface Parts {
  readonly read: EventDocument;
  readonly bound: BoundEvent;
  /** What was signed. */
  readonly signed: string;
}

/** Null for what has no canonical form, which nobody can have signed. */
function partsOf(written: Bare, read: EventDocument): Parts | null {
  const { sealed, sig } = read;
  try {
    const [signed = '', clear = ''] = canonicalTexts(written, [['sig'], ['sig', 'sealed']]);
    return { read, bound: { clear, sealed, sig }, signed };
  } catch {
    return null;
  }
}

/** No event that is understood: one of a newer version, one too large, or none at all. */
function judgeUnread(bare: Bare, fault: z.ZodError, trust: Trust): Outcome {
  if (heldBackBy(bare) !== null) return bad('too-large');
  const foreign = foreignEventSchema.safeParse(bare);
  if (!foreign.success || !isOfNewer(foreign.data.v, fault)) {
    return bad(isTooLarge(bare) ? 'too-large' : 'shape');
  }
  // What is signed, and how, is the same in every version.
  const signed = isSignedByOrigin(bare, (signer) => trust.signingKey(signer));
  return signed ? { verdict: 'newer' } : bad('signature');
}

/** Whether newer software may have written it: another version, or a type that was added since. */
function isOfNewer(v: number, fault: z.ZodError): boolean {
  return v > 1 || isTypeUnknown(fault);
}

const bad = (reason: QuarantineReason): Outcome => ({ verdict: 'bad', reason });

const mostSealed = Math.ceil(maxSealedBytes / 3) * 4;
const sealedSchema = z.looseObject({ sealed: z.string().min(mostSealed + 1) });

function isTooLarge(bare: Bare): boolean {
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

function contentHash(bare: Bare): string {
  return createHash('sha256').update(bytesOf(bare)).digest('hex');
}

/** What has no canonical form is judged bad, but still has to have a hash. */
function bytesOf(bare: Bare): Buffer {
  try {
    return canonicalBytes(bare);
  } catch {
    return Buffer.from(JSON.stringify(bare) ?? '', 'utf8');
  }
}

async function originFault(
  { signed, read: { _id, signer, sig } }: Parts,
  trust: Trust,
): Promise<QuarantineReason | null> {
  const key = trust.signingKey(signer);
  if (key === null || !signer.startsWith(`${stationOf(_id)}:`)) return 'unknown-origin';
  const holds = await trust.signatures.check({
    message: Buffer.from(signed, 'utf8'),
    signature: Buffer.from(sig, 'base64'),
    key: rawKeyOf(key),
  });
  return holds ? null : 'signature';
}

function keyFault({ learner, key }: EventDocument, trust: Trust): QuarantineReason | null {
  const owner = learner === null ? `site:${trust.site}:` : `learner:${learner}:`;
  if (!key.startsWith(owner)) return 'wrong-key';
  return trust.sealingKey(key) === null ? 'unknown-key' : null;
}

interface Judging {
  readonly trust: Trust;
  readonly format: EventFormat;
  readonly decided: Decided | null;
}

function open({ read, bound }: Parts, { trust, format, decided }: Judging): Outcome {
  const key = trust.sealingKey(read.key);
  if (key === null) return bad('unknown-key');
  try {
    const event = openReadEvent(read, bound, key, format);
    return { verdict: 'good', event, bound, decided };
  } catch (error) {
    // Signed by its origin and sealed with the right key: it says something this app doesn't know.
    return isReanError(error, 'shape.invalid') ? { verdict: 'newer' } : bad('seal');
  }
}
