import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { newOutcome, unitVerbs } from '../../domain/cmi5/unit-outcome.ts';
import { maxPlaceBytes, pieceResultSchema, placeBytes } from '../../shared/contracts/piece.ts';

/** A document content keeps: of its learner and a unit, of its learner, or of a unit. */
const documentSchema = z.object({
  resource: z.enum(['state', 'agent', 'activity']),
  /** The unit's address; empty where it is about the learner alone. */
  activity: z.string(),
  registration: z.string().nullable(),
  id: z.string(),
  type: z.string(),
  /** What was kept: as a text, or where it is none, in base64. */
  text: z.string(),
  binary: z.boolean(),
});
export type KeptDocument = z.infer<typeof documentSchema>;

const unitSchema = z.object({
  outcome: z.object({
    begun: z.boolean(),
    completed: z.boolean(),
    passed: z.boolean().nullable(),
    score: z.number().min(0).max(1).nullable(),
    ended: z.boolean(),
    ownWord: z.boolean().default(false),
  }),
  /** What it said since it was begun, or begun anew. */
  since: z.array(z.enum(unitVerbs)),
});
export type KeptUnit = z.infer<typeof unitSchema>;

export const newUnit: KeptUnit = { outcome: newOutcome, since: [] };

const courseSchema = z.object({
  registration: z.guid(),
  /** The unit opened last, by its publisher's id. */
  at: z.string().nullable(),
  units: z.record(z.string(), unitSchema),
  documents: z.array(documentSchema),
  /** The result reported last, so that coming back reports nothing again. */
  told: pieceResultSchema.omit({ answers: true }).nullable(),
});
/** A course of cmi5 as it is kept between sittings. */
export type KeptCourse = z.infer<typeof courseSchema>;

/** More than any place unfolds to; what is longer was not written by us. */
const longestUnfolded = 8 * 1024 * 1024;

/** A course as a place ([PCE5]), deflated; null where it is longer than a place may be. */
export function packCourse(course: KeptCourse): string | null {
  const place = deflateRawSync(JSON.stringify(course)).toString('base64');
  return placeBytes(place) <= maxPlaceBytes ? place : null;
}

/** What was kept; null where there is nothing, or nothing that can be read. */
export function unpackCourse(place: string | null): KeptCourse | null {
  if (place === null) return null;
  try {
    const bytes = Buffer.from(place, 'base64');
    const text = inflateRawSync(bytes, { maxOutputLength: longestUnfolded }).toString('utf8');
    return courseSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
