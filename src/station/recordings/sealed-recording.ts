import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { recordingSchema, sealedRecordingSchema } from '../../shared/contracts/recording.ts';
import type { Recording } from '../../shared/contracts/recording.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { openSealed, seal } from '../../sync/envelope/sealing.ts';

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
