import * as z from 'zod';

/**
 * A database's update sequence as its keeper gives it out: a number, or a text that only its keeper
 * can read (CouchDB's). Nobody else can say which of two texts is the later ([CDB2]).
 */

const textSchema = z.string().regex(/^\d{1,15}-[\w.-]{1,3000}$/);

export const sequenceSchema = z.union([z.number().int().min(0), textSchema]);
export type Sequence = z.infer<typeof sequenceSchema>;

/** As it stands in a URL. */
export const sequenceTextSchema = z.union([
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  textSchema,
]);

/** Whether there may be more at `now` than was seen: a higher number, or any other text. */
export function hasMovedOn(now: Sequence, seen: Sequence): boolean {
  return isNumber(now) && isNumber(seen) ? now > seen : now !== seen;
}

/**
 * What to wait from, once all that was told of has been pulled: the higher number; of texts what was
 * told, as its keeper knows that word again.
 */
export function waitFrom(pulled: Sequence, told: Sequence | null): Sequence {
  if (told === null) return pulled;
  return isNumber(pulled) && isNumber(told) ? Math.max(pulled, told) : told;
}

function isNumber(sequence: Sequence): sequence is number {
  return typeof sequence === 'number';
}
