import * as z from 'zod';
import { eventIdSchema, learnerIdSchema, staffIdSchema } from '../ids.ts';
import { localizedSchema, phraseSchema } from './phrase.ts';

/** A learner's call for help, and what others do about it ([HLQ1]–[HLQ8]). A request is named by the event that asked. */

/** Who acts on a request: somebody of the staff, or a peer tutor. */
export const helperSchema = z.union([
  z.strictObject({ staff: staffIdSchema }),
  z.strictObject({ tutor: learnerIdSchema }),
]);
export type Helper = z.infer<typeof helperSchema>;

/** What came of it, as whoever answered says. */
export const helpOutcomes = [
  'helped',
  'shown-how',
  /** It goes on to the officers ([HLQ4]). */
  'needs-officer',
  'broken',
  'not-there',
] as const;
export const helpOutcomeSchema = z.enum(helpOutcomes);
export type HelpOutcome = z.infer<typeof helpOutcomeSchema>;

/** How a request came to its end; the last two nobody chose. */
export const helpEndSchema = z.enum([
  ...helpOutcomes,
  /** The learner took it back. */
  'taken-back',
  /** The sitting it was made in ended. */
  'sitting-ended',
]);
export type HelpEnd = z.infer<typeof helpEndSchema>;

/** Whom a request waits for. */
export const helpForSchema = z.union([
  z.strictObject({ for: z.literal('anybody') }),
  z.strictObject({ for: z.literal('officer') }),
  z.strictObject({ for: z.literal('tutor'), tutor: learnerIdSchema }),
]);
export type HelpFor = z.infer<typeof helpForSchema>;

/** A monotonic interval, ms; null where a restart cut it, so that it is not known ([HLQ6]). */
export const helpIntervalSchema = z.number().int().min(0).max(86_400_000).nullable();

/** What every act on a request says. */
const act = {
  request: eventIdSchema,
  /** The act on it that was the last as this one was made, or the request: of two that name one, the first counts ([HLQ3]). */
  after: eventIdSchema,
  by: helperSchema,
};
export const helpTakenSchema = z.strictObject({
  ...act,
  /** Since its station heard of the request. */
  waitedMs: helpIntervalSchema,
});
export const helpHandedSchema = z.strictObject({ ...act, to: helpForSchema });
export const helpAnsweredSchema = z.strictObject({
  ...act,
  outcome: helpOutcomeSchema,
  /** Since its station heard of the request, where nobody took it before. */
  waitedMs: helpIntervalSchema,
  /** Since it was taken; null as well where nobody took it before. */
  tookMs: helpIntervalSchema,
});

/** Wanted to take it and were not the first: so many are known by name. */
export const mostLate = 4;
/** Requests kept of a learner, the newest. */
export const mostHelpKept = 20;

/** A learner's requests, as their page tells them ([HLQ7]). */
export const helpHistorySchema = z.strictObject({
  asked: z.number().int().min(0),
  answered: z.number().int().min(0),
  /** The newest, newest first. */
  past: z.array(
    z.strictObject({
      request: eventIdSchema,
      /** The lab day, `YYYY-MM-DD`; null where no hub had told it. */
      day: z.string().nullable(),
      /** What was open; null where that was nothing, or is the learner's own ([LIB4]). */
      lesson: phraseSchema.nullable(),
      end: helpEndSchema,
      /** Whoever came; null where nobody did, or they are not known here any more. */
      by: localizedSchema.nullable(),
      waitedMs: helpIntervalSchema,
      tookMs: helpIntervalSchema,
    }),
  ),
});
export type HelpHistory = z.infer<typeof helpHistorySchema>;
