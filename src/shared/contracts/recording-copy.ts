import * as z from 'zod';
import { learnerIdSchema, recordingIdSchema } from '../ids.ts';
import type { LearnerId, RecordingId } from '../ids.ts';
import { mostRecordingBytes } from './recording.ts';

/**
 * Sealed recordings on their way between stations and hub ([RAL6]). One has the same name wherever it
 * lies, of which everything follows that a hub may know: `order-id-place-sha256`.
 */

/** `/v1/recordings/<learner>[/<name>]`: GET tells names, or gives a file; PUT brings one. */
export const recordingsRoot = '/v1/recordings';

/** The most a sealed file may weigh, bytes: what was said, twice in base64, and its envelope. */
export const mostSealedBytes = Math.ceil((mostRecordingBytes * 16) / 9) + 4096;

export const recordingNameSchema = z
  .string()
  .regex(/^\d{16}-[0-9a-f]{16}-[0-9a-f]{32}-[0-9a-f]{64}$/)
  .brand<'RecordingName'>();
export type RecordingName = z.infer<typeof recordingNameSchema>;

/** What a name says. */
export interface RecordingParts {
  /** The Lamport counter of the station that kept it, so that the later of two is known ([EVT3]). */
  readonly order: number;
  readonly id: RecordingId;
  /** Which text was read, to whoever has the learner's key; to others which are of one text. */
  readonly place: string;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
}

const orderDigits = 16;

export function recordingName({ order, id, place, sha256 }: RecordingParts): RecordingName {
  const digits = String(order).padStart(orderDigits, '0');
  return recordingNameSchema.parse(`${digits}-${id}-${place}-${sha256}`);
}

export function recordingParts(name: RecordingName): RecordingParts {
  const [order = '', id, place = '', sha256 = ''] = name.split('-');
  return { order: Number(order), id: recordingIdSchema.parse(id), place, sha256 };
}

/** Which learner's, and which of them; null where all of theirs are meant. */
export interface RecordingAsk {
  readonly learner: LearnerId;
  readonly name: RecordingName | null;
}

/** Null for what is no learner's, or no recording's name. Pure. */
export function readRecordingPath(parts: readonly string[]): RecordingAsk | null {
  const learner = learnerIdSchema.safeParse(parts[0]);
  if (!learner.success || parts.length > 2) return null;
  if (parts.length === 1) return { learner: learner.data, name: null };
  const name = recordingNameSchema.safeParse(parts[1]);
  return name.success ? { learner: learner.data, name: name.data } : null;
}

export const recordingPath = ({ learner, name }: RecordingAsk): string =>
  name === null ? `${recordingsRoot}/${learner}` : `${recordingsRoot}/${learner}/${name}`;

/** More names than a hub ever has of one learner. */
const mostNames = 64;

/** GET of a learner's: what the hub holds of them. */
export const recordingsHeldSchema = z.strictObject({
  v: z.literal(1),
  held: z.array(recordingNameSchema).max(mostNames),
});

/** PUT: on the hub's disk, synced; or not kept, as later ones have taken its place. */
export const recordingBroughtSchema = z.strictObject({ v: z.literal(1), kept: z.boolean() });
