import * as z from 'zod';
import { journalEntrySchema } from '../../shared/contracts/documents/journal.ts';
import { generationSchema, segmentSchema, siteIdSchema } from '../../shared/ids.ts';
import { sequenceSchema } from '../../shared/sequence.ts';
import { storedSchema } from '../../sync/store/couch-answers.ts';

/** What lies in a backup's folder: numbered files of records, and the manifest that makes them one. */

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const countSchema = z.number().int().min(0);

/** One line of a backup's file: a content of a segment, a document held in quarantine, a journal entry. */
export const backupRecordSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('events'), segment: segmentSchema, document: storedSchema }),
  z.strictObject({ of: z.literal('quarantine'), document: storedSchema }),
  z.strictObject({ of: z.literal('journal'), entry: journalEntrySchema }),
]);
export type BackupRecord = z.infer<typeof backupRecordSchema>;

/** A finished file of a backup; never written to again. */
export const backupFileSchema = z.strictObject({
  name: z.string().regex(/^\d{4}-\d{6}\.jsonl$/),
  bytes: countSchema,
  sha256: sha256Schema,
  records: countSchema,
});
export type BackupFile = z.infer<typeof backupFileSchema>;

/** Up to where one database of the hub has been copied. */
export const copiedSchema = z.strictObject({
  /** The hub's update sequence to go on from. */
  updateSeq: sequenceSchema,
  /** Documents it held just then; null where the hub was written to too fast to say. */
  documents: countSchema.nullable(),
  /** Sum of the SHA-256 of every record copied, modulo 2^256, hex: as read at the hub. */
  digest: sha256Schema,
});
export type Copied = z.infer<typeof copiedSchema>;

/** What a backup is a picture of: a point in the journal, and how far each database was copied. */
export const backupPointSchema = z.strictObject({
  wallMs: z.number().int(),
  hubSeq: countSchema,
  /** Hash of the journal's entry `hubSeq`. */
  head: sha256Schema,
  /** SHA-256 over the directory as it was at that entry. */
  directory: sha256Schema,
  segments: z.record(segmentSchema, copiedSchema),
  quarantine: copiedSchema,
});
export type BackupPoint = z.infer<typeof backupPointSchema>;

/** Everything of one generation of a hub, each file with what is new since the one before. */
export const backupChainSchema = z.strictObject({
  generation: generationSchema,
  files: z.array(backupFileSchema),
  point: backupPointSchema,
});
export type BackupChain = z.infer<typeof backupChainSchema>;

/** `rean-backup.json`. A hub that was restored begins a new chain; the ones before are kept. */
export const manifestSchema = z.strictObject({
  v: z.literal(1),
  site: siteIdSchema,
  /** Oldest first; the last is the one that goes on. */
  chains: z.array(backupChainSchema).min(1),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest as written, with the hash of its canonical form. */
export const sealedManifestSchema = z.strictObject({ sha256: sha256Schema, manifest: z.unknown() });
