import { timingSafeEqual } from 'node:crypto';
import type { Handover, Verifier } from '../../shared/contracts/keyring.ts';
import { learnerSecretSchema } from '../../shared/contracts/sign-in.ts';
import type { LearnerSecret } from '../../shared/contracts/sign-in.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes } from '../envelope/canonical.ts';
import { openBytes, sealBytes } from '../envelope/sealing.ts';
import type { Pepper } from './peppers.ts';
import { deriveSecret, freshWork, workOf, writtenVerifier } from './verifier.ts';
import type { SecretWork } from './verifier.ts';

/**
 * A new sign-in travels to its learner's kiosk sealed under a number that only an officer was told:
 * argon2id of the number gives 64 bytes, of which the first half proves it and the second opens the
 * seal ([SGN9]). Searching the million numbers costs more than the 11,880 codes behind the verifier do.
 */

const halfBytes = 32;
const idBytes = 8;

interface NumberedLearner {
  readonly learner: LearnerId;
  /** Six digits. */
  readonly number: string;
}

export interface NewHandover extends NumberedLearner {
  /** The site's newest. */
  readonly pepper: Pepper;
}

export interface TriedHandover extends NumberedLearner {
  /** The one that its verifier was made with, base64 of 32 bytes. */
  readonly pepper: string;
}

/** Seals what a learner is to sign in with from now on. */
export async function makeHandover(
  secret: LearnerSecret,
  { learner, number, pepper }: NewHandover,
  random: Randomness,
): Promise<Handover> {
  const id = Buffer.from(random.bytes(idBytes)).toString('hex');
  const work = freshWork(random);
  const derived = await derive(number, pepper.secret, work);
  const key = derived.subarray(halfBytes);
  const sealed = sealBytes(key, contextOf(learner, id), canonicalBytes(secret), random);
  const verifier = writtenVerifier(work, derived.subarray(0, halfBytes), pepper);
  derived.fill(0);
  return { id, verifier, sealed };
}

/**
 * What was sealed, where the number fits, else null. Without a handover the number is worked on as
 * with one, so that nobody is told from nobody ([SGN2]).
 * @throws ReanError `shape.invalid` when the verifier asks for more work than any of ours, or something
 * else was sealed; `seal.broken` for another learner's
 */
export async function openHandover(
  handover: Handover | null,
  { learner, number, pepper }: TriedHandover,
  verifier: Verifier,
): Promise<LearnerSecret | null> {
  const derived = await derive(number, pepper, workOf(verifier));
  const proof = derived.subarray(0, halfBytes);
  const expected = Buffer.from(verifier.hash, 'base64');
  const fits = expected.length === proof.length && timingSafeEqual(expected, proof);
  try {
    if (!fits || handover === null) return null;
    const context = contextOf(learner, handover.id);
    const bytes = openBytes(derived.subarray(halfBytes), context, handover.sealed, 'handover');
    const secret = learnerSecretSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    if (secret.success) return secret.data;
    throw new ReanError('shape.invalid', { what: 'handover' }, secret.error);
  } finally {
    derived.fill(0);
  }
}

function derive(number: string, pepper: string, work: SecretWork): Promise<Buffer> {
  return deriveSecret({ kind: 'number', digits: number }, pepper, work, 2 * halfBytes);
}

function contextOf(learner: LearnerId, id: string): Uint8Array {
  return canonicalBytes({ purpose: 'rean handover v1', learner, id });
}
