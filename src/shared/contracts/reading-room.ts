import * as z from 'zod';
import { groupScopeSchema } from './group-scope.ts';

/**
 * What is counted beside the screens ([LIB6]): who came to the reading room, and how many books of paper
 * went out and came back. Nobody is named in it, and no words of anybody's own.
 */

/** What a shelf of paper books is about. */
export const bookTopics = [
  'stories',
  'letters',
  'dhamma',
  'law',
  'health',
  'work',
  'farming',
  'other',
] as const;
export type BookTopic = (typeof bookTopics)[number];

/** In one entry: more than any room holds, so that a slip of the hand is no figure. */
export const mostCounted = 500;
/** How long after a day it can still be counted, days: paper is typed in later. */
export const countedWithinDays = 31;

const several = z.number().int().min(0).max(mostCounted);

const visitsSchema = z.strictObject({
  kind: z.literal('visits'),
  /** Of the lab, `YYYY-MM-DD`. */
  day: z.iso.date(),
  scope: groupScopeSchema,
  people: several.min(1),
});

const loansSchema = z
  .strictObject({
    kind: z.literal('loans'),
    day: z.iso.date(),
    topic: z.enum(bookTopics),
    lent: several,
    returned: several,
  })
  .refine(({ lent, returned }) => lent + returned > 0);

export const roomCountSchema = z.union([visitsSchema, loansSchema]);
export type RoomCount = z.infer<typeof roomCountSchema>;

/** Why a count is corrected; the words are in `domain/record/reason-words.ts` ([CMD7]). */
export const roomReasons = ['miscounted', 'counted-twice', 'other-day', 'other-sort'] as const;
