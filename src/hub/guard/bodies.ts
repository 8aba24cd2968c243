import * as z from 'zod';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** Bodies as stations send them. Anything else never reaches express-pouchdb ([HUB3]). */

const revision = z.string().regex(/^\d{1,9}-[0-9a-zA-Z]{1,64}$/);
const plainId = z.string().min(1).max(512).regex(/^[^_]/);
const mostIds = 10_000;
const mostFetched = 2000;

const revisionsSchema = z.strictObject({
  start: z.number().int().min(1),
  ids: z.array(z.string().regex(/^[0-9a-zA-Z]{1,64}$/)).min(1),
});

const known = new Set(['_id', '_rev', '_revisions']);

/** A document carried as it is: no attachments, no deletion, no other member of CouchDB's own. */
export const carriedSchema = z
  .looseObject({ _id: plainId, _rev: revision, _revisions: revisionsSchema.optional() })
  .refine((document) => Object.keys(document).every((name) => !isReserved(name)), {
    error: 'a document may have no member that begins with _ but _id, _rev and _revisions',
  });
export type Carried = z.infer<typeof carriedSchema>;

export const bulkDocsSchema = z.strictObject({
  docs: z.array(carriedSchema).max(mostIds),
  new_edits: z.literal(false),
});

export const revsDiffSchema = z
  .record(z.string().max(512), z.array(revision).max(1000))
  .refine((diff) => Object.keys(diff).length <= mostIds);

export const bulkGetSchema = z.object({
  docs: z.array(z.object({ id: plainId, rev: revision.optional() })).max(mostFetched),
});

export const changesBodySchema = z.object({
  doc_ids: z.array(z.string().max(512)).max(1000).optional(),
});

/** A checkpoint: JSON of any shape, under the id of its URL. */
export const localSchema = z
  .looseObject({ _id: z.string().optional(), _rev: z.string().max(32).optional() })
  .refine((document) => Object.keys(document).every((name) => !isReserved(name)));

/**
 * Null when these may go into an events database, which are written once: only first revisions.
 * The whole request is refused, never one document of it: a PouchDB client that is told "no" for one
 * document never sends it again, without a word ([HUB5]).
 */
export function firstRevisionsOnly(documents: readonly Carried[]): Refusal | null {
  const edited = documents.find(
    ({ _rev, _revisions }) =>
      !_rev.startsWith('1-') ||
      (_revisions !== undefined &&
        (_revisions.start !== 1 || `1-${_revisions.ids.join()}` !== _rev)),
  );
  return edited
    ? refuse.badRequest(`Events are written once; ${edited._id} comes as a later revision.`)
    : null;
}

const deepest = 64;

/**
 * Whether a JSON value is as nested as ours are. PouchDB copies values by recursion, so that one
 * nested a hundred thousand deep would take the hub down; `__proto__` would be lost in the copy.
 */
export function isPlain(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0 || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((member) => isPlain(member, levels - 1));
}

function isReserved(name: string): boolean {
  return name.startsWith('_') && !known.has(name);
}
