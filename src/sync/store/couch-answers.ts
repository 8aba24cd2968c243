import * as z from 'zod';
import { sequenceSchema } from '../../shared/sequence.ts';
import type { Change, ChangesPage, DatabaseInfo, LeavesPage } from './storage.ts';

/** The shapes CouchDB's protocol answers with; PouchDB's methods give the same. */

export const storedSchema = z.looseObject({ _id: z.string(), _rev: z.string() });

export const changeSchema = z
  .object({
    id: z.string(),
    seq: sequenceSchema,
    changes: z.array(z.object({ rev: z.string() })).min(1),
    deleted: z.boolean().optional(),
  })
  .transform(({ id, seq, changes, deleted }): Change => {
    return { id, seq, rev: changes[0]?.rev ?? '', deleted: deleted === true };
  });

export const changesSchema = z
  .object({ results: z.array(changeSchema), last_seq: sequenceSchema })
  .transform(({ results, last_seq }): ChangesPage => ({ changes: results, lastSeq: last_seq }));

export const infoSchema = z
  .object({ doc_count: z.number(), update_seq: sequenceSchema })
  .transform(({ doc_count, update_seq }): DatabaseInfo => {
    return { documents: doc_count, updateSeq: update_seq };
  });

/** `_changes` with `style=all_docs` and `include_docs`. */
export const leavesPageSchema = z
  .object({
    results: z.array(
      z.object({
        id: z.string(),
        changes: z.array(z.unknown()).min(1),
        doc: storedSchema.nullish(),
      }),
    ),
    last_seq: sequenceSchema,
  })
  .transform(({ results, last_seq }): LeavesPage => {
    const moved = results.map(({ id, changes, doc }) => {
      return { id, only: changes.length === 1 ? (doc ?? null) : null };
    });
    return { moved, lastSeq: last_seq };
  });

/** One document with `open_revs`: the branches found. */
export const leavesSchema = z
  .array(z.object({ ok: storedSchema.optional() }))
  .transform((rows) => rows.flatMap(({ ok }) => ok ?? []));

/** `_bulk_get`: the documents found. */
export const bulkGetSchema = z
  .object({
    results: z.array(z.object({ docs: z.array(z.object({ ok: storedSchema.optional() })) })),
  })
  .transform(({ results }) => results.flatMap(({ docs }) => docs.flatMap(({ ok }) => ok ?? [])));

const outcome = z.object({
  id: z.string().optional(),
  rev: z.string().optional(),
  ok: z.boolean().optional(),
  status: z.number().optional(),
  error: z.union([z.string(), z.boolean()]).optional(),
});

/** One row of `_bulk_docs`, or an error thrown by PouchDB, which has the same members. */
export const outcomeSchema = outcome;

/** `_bulk_docs` with `new_edits: false`: rows only for what was not taken. */
export const carriedSchema = z
  .array(outcome)
  .transform((rows) =>
    rows.flatMap(({ error, id }) =>
      error === undefined ? [] : [{ id: id ?? null, error: String(error) }],
    ),
  );

/** `_revs_diff`: what is not held, by id. */
export const revsDiffSchema = z.record(z.string(), z.object({ missing: z.array(z.string()) }));
