import * as z from 'zod';
import { sequenceTextSchema } from '../../shared/sequence.ts';

/** The query members that reach the databases, each of a known shape; all others are dropped. */

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const revision = z.string().regex(/^\d{1,9}-[0-9a-zA-Z]{1,64}$/);

const mostChanges = 10_000;
const shortestHeartbeatMs = 1000;

export const changesQuerySchema = z
  .object({
    since: z.union([sequenceTextSchema, z.literal('now')]).default(0),
    limit: wholeNumber.default(mostChanges).transform((limit) => clamp(limit, 1, mostChanges)),
    style: z.enum(['main_only', 'all_docs']).default('main_only'),
    feed: z.enum(['normal', 'longpoll']).default('normal'),
    include_docs: flag.default(false),
    conflicts: flag.default(false),
    descending: flag.default(false),
    heartbeat: z
      .union([wholeNumber, flag.transform(() => 10_000)])
      .default(10_000)
      .transform((ms) => Math.max(shortestHeartbeatMs, ms)),
    timeout: wholeNumber.optional(),
    // A filter that were dropped unseen would hand out more than was asked for.
    filter: z.literal('_doc_ids').optional(),
    view: z.never().optional(),
  })
  .refine(({ feed, descending }) => !(feed === 'longpoll' && descending));
export type ChangesQuery = z.infer<typeof changesQuerySchema>;

export const documentQuerySchema = z.object({
  rev: revision.optional(),
  revs: flag.optional(),
  revs_info: flag.optional(),
  conflicts: flag.optional(),
  latest: flag.optional(),
  open_revs: z
    .union([z.literal('all'), z.string().max(4096).transform(parseJson).pipe(z.array(revision))])
    .optional(),
});

export const bulkGetQuerySchema = z.object({
  revs: flag.optional(),
  latest: flag.optional(),
});

/** A query's members; of one given twice, the last. */
export function members(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries(query);
}

/** Writes checked members back as express-pouchdb reads them: each value is JSON. */
export function written(query: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, JSON.stringify(value)]));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
