import { createHash, createHmac, hkdfSync } from 'node:crypto';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { recordingSchema, sealedRecordingSchema } from '../../shared/contracts/recording.ts';
import type { Recording } from '../../shared/contracts/recording.ts';
import { recordingParts } from '../../shared/contracts/recording-copy.ts';
import type { RecordingName } from '../../shared/contracts/recording-copy.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes } from '../../sync/envelope/canonical.ts';
import { openSealed, seal } from '../../sync/envelope/sealing.ts';

/** What was read: which item of which lesson. */
export type ReadPlace = Pick<Recording, 'pack' | 'lesson' | 'item'>;

/**
 * Which text was read, as a name tells it: the same for the same text and learner, and nothing to whoever
 * has not their key. 128 bits, hex.
 */
export function placeTag(
  key: SealingKey,
  learner: LearnerId,
  { pack, lesson, item }: ReadPlace,
): string {
  const secret = Buffer.from(key.secret, 'base64');
  const own = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'rean recording place', 32));
  const place = canonicalBytes({ learner, pack, lesson, item });
  return createHmac('sha256', own).update(place).digest('hex').slice(0, 32);
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Whether these are the bytes that a name tells. */
export const isNamed = (bytes: Uint8Array, name: RecordingName): boolean =>
  sha256Of(bytes) === recordingParts(name).sha256;

/** Bound to the learner, so that no file passes for another's. */
const contextOf = (learner: LearnerId, key: SealingKey) => ({
  purpose: 'rean recording v1',
  learner,
  key: key.id,
});

/** A recording as it lies on the disk: nothing of it but whose it is can be read without the key. */
export function sealRecording(
  key: SealingKey,
  learner: LearnerId,
  recording: Recording,
  random: Randomness,
): Uint8Array {
  const sealed = seal(key, contextOf(learner, key), recording, random);
  return new TextEncoder().encode(JSON.stringify({ v: 1, learner, key: key.id, sealed }));
}

/**
 * Opens what {@link sealRecording} made.
 * @throws ReanError `shape.invalid`; `key.missing` where another key sealed it; `seal.broken`
 */
export function openRecording(key: SealingKey, learner: LearnerId, bytes: Uint8Array): Recording {
  const file = sealedRecordingSchema.safeParse(readJson(bytes));
  if (!file.success) throw new ReanError('shape.invalid', { what: 'recording' }, file.error);
  if (file.data.key !== key.id) throw new ReanError('key.missing', { key: file.data.key });
  const opened = recordingSchema.safeParse(
    openSealed(key, contextOf(learner, key), file.data.sealed),
  );
  if (!opened.success) throw new ReanError('shape.invalid', { what: 'recording' }, opened.error);
  return opened.data;
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
