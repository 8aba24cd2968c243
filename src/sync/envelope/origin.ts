import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { foreignEventSchema } from '../../shared/contracts/documents/event.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { verifyValue } from './signing.ts';

/** A station's registered Ed25519 key, by `station:number`; null for one nobody knows. */
export type SigningKeyOf = (signer: string) => KeyObject | null;

const signedSchema = z.looseObject({ _id: z.string(), signer: z.string(), sig: z.string() });

/**
 * Whether a document that somebody else carries is really the station's whose id it bears. Holds for
 * newer versions too: what is signed, and how, is the same in every version ([EVT6]). `stored` may
 * have its revision, which nobody signs. Never throws.
 */
export function isSignedByOrigin(stored: unknown, signingKey: SigningKeyOf): boolean {
  const foreign = foreignEventSchema.safeParse(withoutRevision(stored));
  const signed = signedSchema.safeParse(foreign.data);
  if (!foreign.success || !signed.success) return false;
  const { sig, ...unsigned } = signed.data;
  const { station } = parseEventId(foreign.data._id);
  const key = signingKey(signed.data.signer);
  return key !== null && signed.data.signer.startsWith(`${station}:`) && verify(unsigned, sig, key);
}

/** A document less what a database adds to it; empty for what is no object. */
export function withoutRevision(stored: unknown): Readonly<Record<string, unknown>> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { _rev, _revisions, ...bare }: Readonly<Record<string, unknown>> = { ...stored };
  return bare;
}

function verify(unsigned: unknown, sig: string, key: KeyObject): boolean {
  try {
    return verifyValue(unsigned, sig, key);
  } catch {
    return false;
  }
}
