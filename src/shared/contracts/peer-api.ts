import * as z from 'zod';
import { segmentSchema, siteIdSchema, stationIdSchema } from '../ids.ts';

/** What stations of a lab ask each other while their hub is away: JSON over mutual TLS ([PER2]). */

export const peerPaths = {
  vector: '/peer/vector',
  events: '/peer/events',
  live: '/peer/live',
  order: '/peer/order',
} as const;

/** `station:store`. */
export const storeKeySchema = z
  .string()
  .regex(/^st-[a-hjkmnp-tv-z0-9]{8}:[0-9a-f]{16}$/)
  .brand<'StoreKey'>();
export type StoreKey = z.infer<typeof storeKeySchema>;

const seqSchema = z.number().int().min(0).max(999_999_999_999);

/** Every event of a store after the one number, up to the other. */
export const heldRunSchema = z.strictObject({ after: seqSchema, upTo: seqSchema });
export type HeldRun = z.infer<typeof heldRunSchema>;

/** A lab has eight stations, and a station a new store each year or so. */
const mostStores = 2000;
const mostAsked = 64;

/** GET /peer/vector: what a station holds, its own stores and its copies of others'. */
export const peerVectorSchema = z.strictObject({
  v: z.literal(1),
  site: siteIdSchema,
  station: stationIdSchema,
  stores: z
    .record(storeKeySchema, heldRunSchema)
    .refine((stores) => Object.keys(stores).length <= mostStores),
});
export type PeerVector = z.infer<typeof peerVectorSchema>;

/** POST /peer/events: the events of these stores after these numbers. */
export const peerAskSchema = z.strictObject({
  from: z.record(storeKeySchema, seqSchema).refine((from) => Object.keys(from).length <= mostAsked),
});
export type PeerAsk = z.infer<typeof peerAskSchema>;

export const peerLimits = {
  /** Stores asked for at once. */
  stores: mostAsked,
  /** Events in an answer, and about how many characters of JSON. */
  events: 200,
  characters: 1024 * 1024,
  /** An event of whatever version, as JSON. */
  eventCharacters: 128 * 1024,
  askBytes: 16 * 1024,
  answerBytes: 2 * 1024 * 1024,
} as const;

/** The answer: store by store, in order of seq; as many as fit, so that asking goes on until none come. */
export const peerBatchSchema = z.strictObject({
  events: z
    .array(
      z.strictObject({
        segment: segmentSchema,
        /** As the origin signed it, with the revision it has there. */
        event: z.looseObject({
          _id: z.string().max(64),
          _rev: z.string().regex(/^1-[0-9a-f]{32}$/),
        }),
      }),
    )
    .max(peerLimits.events),
});
export type PeerBatch = z.infer<typeof peerBatchSchema>;
