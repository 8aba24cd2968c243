import * as z from 'zod';
import { eventIdSchema, groupIdSchema, learnerIdSchema } from '../../ids.ts';
import { helpForSchema, helpOutcomeSchema } from '../help.ts';
import { localizedSchema, phraseSchema } from '../phrase.ts';
import { learnerCardSchema, seatViewSchema } from './views.ts';

/** Requests for help, as windows show them ([HLQ1]). */

export const helpActSchema = z.enum(['take', 'answer', 'to-anybody', 'to-officer', 'to-tutor']);

const ageSchema = z.number().min(0).nullable();

/** Somebody who comes, or handed it on. */
const helperViewSchema = z.strictObject({
  name: localizedSchema,
  /** Whoever looks at it here. */
  mine: z.boolean(),
  tutor: z.boolean(),
  /** A peer tutor who sits nowhere any more. */
  gone: z.boolean(),
});
export type HelperView = z.infer<typeof helperViewSchema>;

export const helpRequestSchema = z.strictObject({
  request: eventIdSchema,
  /** The last act on it: whoever acts says which they saw ([HLQ3]). */
  after: eventIdSchema,
  learner: learnerCardSchema,
  group: localizedSchema,
  /** Null for a station that is no seat any more. */
  seat: z.number().int().min(1).nullable(),
  sitting: seatViewSchema.shape.sitting.unwrap().pick({ lesson: true, reviewing: true }),
  /** Since it was made, or this station heard of it, ms; null where neither is known ([HLQ6]). */
  ageMs: ageSchema,
  /** Wrong tries now, none right between. */
  wrong: z.number().int().min(0),
  /** How often they asked before: today, and ever. */
  before: z.strictObject({
    today: z.number().int().min(0).nullable(),
    ever: z.number().int().min(0),
  }),
  to: helpForSchema.options[0]
    .or(helpForSchema.options[1])
    .or(z.strictObject({ for: z.literal('tutor'), tutor: helperViewSchema })),
  handedBy: helperViewSchema.nullable(),
  taker: helperViewSchema.nullable(),
  /** Since it was taken, as `ageMs`. */
  takenMs: ageSchema,
  /** Whoever looks wanted to do what somebody else did a moment before. */
  late: z.boolean(),
  acts: z.array(helpActSchema),
});
export type HelpRequest = z.infer<typeof helpRequestSchema>;

const figuresSchema = z.strictObject({
  asked: z.number().int().min(0),
  answered: z.number().int().min(0),
  open: z.number().int().min(0),
  waitedP50Ms: z.number().min(0).nullable(),
  waitNotKnown: z.number().int().min(0),
});

export const helpQueueSchema = z.strictObject({
  /** The oldest first. */
  requests: z.array(helpRequestSchema),
  /** Whom a request can be handed to: the peer tutors of groups within reach, by group. */
  tutors: z.array(
    z.strictObject({
      learner: learnerCardSchema,
      of: groupIdSchema,
      /** Whether they sit somewhere now. */
      here: z.boolean(),
    }),
  ),
  /** Of this lab day; null while it is not known. */
  today: figuresSchema.nullable(),
});
export type HelpQueue = z.infer<typeof helpQueueSchema>;

/** Which request, as somebody saw it. */
export const helpRefSchema = z.strictObject({
  learner: learnerIdSchema,
  request: eventIdSchema,
  after: eventIdSchema,
});
export type HelpRef = z.infer<typeof helpRefSchema>;
export const helpHandSchema = helpRefSchema.extend({ to: helpForSchema });
export const helpAnswerSchema = helpRefSchema.extend({ outcome: helpOutcomeSchema });

/** What a peer tutor sees of their group, and nothing else ([HLQ8]). */
export const tutoringSchema = z.strictObject({
  group: z.strictObject({ group: groupIdSchema, name: localizedSchema, symbol: z.string() }),
  requests: z.array(
    helpRequestSchema
      .pick({
        request: true,
        after: true,
        learner: true,
        seat: true,
        ageMs: true,
        to: true,
        taker: true,
        late: true,
        acts: true,
      })
      .extend({
        /** Null on the home screen, and where what is read is its learner's own ([LIB4]). */
        lesson: phraseSchema.nullable(),
      }),
  ),
  /** The group, by name; null where it is not known whether they were here. */
  today: z.array(z.strictObject({ learner: learnerCardSchema, present: z.boolean().nullable() })),
});
export type Tutoring = z.infer<typeof tutoringSchema>;
export type TutoredRequest = Tutoring['requests'][number];
