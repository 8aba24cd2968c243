import * as z from 'zod';
import type { Segment } from '../../shared/ids.ts';
import { sequenceSchema } from '../../shared/sequence.ts';
import type { DatabaseInfo } from '../../sync/store/storage.ts';
import type { HubIndex, IndexWrite } from './hub-index.ts';
import { indexKeys } from './index-records.ts';

const checkpointSchema = z.strictObject({
  /** Where the segment was read up to. */
  since: sequenceSchema,
  /** How many events it held then; they only ever become more. */
  documents: z.number().int().min(0),
});

/** How far a segment is taken in. */
export type Checkpoint = z.infer<typeof checkpointSchema>;

export const atStart: Checkpoint = { since: 0, documents: 0 };

export async function readCheckpoint(index: HubIndex, segment: Segment): Promise<Checkpoint> {
  const text = await index.get(indexKeys.checkpoint(segment));
  return text === null ? atStart : checkpointSchema.parse(JSON.parse(text));
}

export function checkpointWrite(segment: Segment, checkpoint: Checkpoint): IndexWrite {
  return { type: 'put', key: indexKeys.checkpoint(segment), value: JSON.stringify(checkpoint) };
}

/** Whether more was taken in than the segment now holds: it was restored, or lies elsewhere now. */
export function isAhead({ since, documents }: Checkpoint, held: DatabaseInfo): boolean {
  if (documents > held.documents) return true;
  const { updateSeq } = held;
  if (typeof since === 'number' && typeof updateSeq === 'number') return since > updateSeq;
  return since !== 0 && typeof since !== typeof updateSeq;
}
