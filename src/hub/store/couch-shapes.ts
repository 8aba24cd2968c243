import * as z from 'zod';
import { sequenceSchema } from '../../shared/sequence.ts';
import { storedSchema } from '../../sync/store/couch-answers.ts';

/**
 * CouchDB's answers as stations get them: only what the replication protocol needs of them, so that
 * nothing of the server or its cluster shows ([HUB4]).
 */

const revision = z.string();

/** What it says of a failure that is the client's own. */
export const failedSchema = z.object({ error: z.string(), reason: z.string() });

export const infoShape = z.object({ doc_count: z.number(), update_seq: sequenceSchema });

export const feedShape = z.object({
  results: z.array(
    z.object({
      seq: sequenceSchema,
      id: z.string(),
      changes: z.array(z.object({ rev: revision })),
      deleted: z.literal(true).optional(),
      doc: z.looseObject({}).optional(),
    }),
  ),
  last_seq: sequenceSchema,
  pending: z.number().optional(),
});
export type FeedShape = z.infer<typeof feedShape>;

const missingRow = z.object({
  error: z.object({
    id: z.string(),
    rev: revision,
    error: z.string(),
    reason: z.string(),
  }),
});

export const bulkGetShape = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      docs: z.array(z.union([z.object({ ok: storedSchema }), missingRow])),
    }),
  ),
});

export const revsDiffShape = z.record(
  z.string(),
  z.object({
    missing: z.array(revision),
    possible_ancestors: z.array(revision).optional(),
  }),
);

/** One document, or with `open_revs` several. */
export const documentShape = z.union([
  z.array(z.union([z.object({ ok: storedSchema }), z.object({ missing: revision })])),
  storedSchema,
]);

export const writtenShape = z.object({ ok: z.literal(true), id: z.string(), rev: revision });
