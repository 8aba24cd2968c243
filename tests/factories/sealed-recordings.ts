import type { SealingKey } from '../../src/shared/contracts/keyring.ts';
import { recordingSchema } from '../../src/shared/contracts/recording.ts';
import { recordingName } from '../../src/shared/contracts/recording-copy.ts';
import type { RecordingName } from '../../src/shared/contracts/recording-copy.ts';
import { recordingIdSchema } from '../../src/shared/ids.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import {
  placeTag,
  sealRecording,
  sha256Of,
} from '../../src/station/recordings/sealed-recording.ts';
import { randomName } from '../../src/content/disk/durable-file.ts';
import { seededRandomness } from './seeded-randomness.ts';

export interface SealedFile {
  readonly learner: LearnerId;
  readonly name: RecordingName;
  readonly sealed: string;
}

/** What is said in one, as nothing else says it. */
export const spoken = (what: string): string => Buffer.from(`spoken: ${what}`).toString('base64');

export const readingOf = (item: string, what = item) =>
  recordingSchema.parse({
    pack: 'org.rean.test',
    lesson: 'first',
    item,
    ms: 1200,
    audio: spoken(what),
  });

/** Makes recordings as stations do, one later than the other. */
export function recordingMaker(seed = 42) {
  const random = seededRandomness(seed);
  let order = 0;
  return (key: SealingKey, learner: LearnerId, item: string, what = item): SealedFile => {
    const bytes = sealRecording(key, learner, readingOf(item, what), random);
    order += 1;
    const name = recordingName({
      order,
      id: recordingIdSchema.parse(randomName(random)),
      place: placeTag(key, learner, readingOf(item)),
      sha256: sha256Of(bytes),
    });
    return { learner, name, sealed: Buffer.from(bytes).toString('utf8') };
  };
}
