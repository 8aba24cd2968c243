import * as z from 'zod';
import { eventTypeSchema } from './documents/event.ts';
import { eventIdSchema, learnerIdSchema, staffIdSchema, stationIdSchema } from '../ids.ts';

/** What the hub holds back, and what people decide about it ([HUB8], [HUB15]). */

/** Why a content is held back; windows and the command line say it in words. */
export const quarantineReasons = [
  'shape',
  'too-large',
  'unknown-origin',
  'signature',
  'wrong-key',
  'unknown-key',
  'seal',
  'clone',
] as const;
export const quarantineReasonSchema = z.enum(quarantineReasons);
export type QuarantineReason = z.infer<typeof quarantineReasonSchema>;

/** Whether there is anything in it that could count. */
export function canBeReleased(reason: QuarantineReason): boolean {
  return !['shape', 'too-large', 'wrong-key', 'seal'].includes(reason);
}

/**
 * Held back because nothing says that a station of the site made it: for a learner's record somebody has to
 * vouch, and somebody else with them ([PRM4]).
 */
const unvouched: readonly QuarantineReason[] = ['unknown-origin', 'signature'];

/** Whether it takes two people to let count, for a learner, what is held back for this. */
export function takesVouching(reason: QuarantineReason): boolean {
  return unvouched.includes(reason);
}

/** SHA-256 of a content, hex: what it goes by in the quarantine. */
export const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const decisionKinds = ['release', 'reject'] as const;
export const decisionKindSchema = z.enum(decisionKinds);
export type DecisionKind = z.infer<typeof decisionKindSchema>;

/** Reasons a window offers, in its language; at the command line a person may write another. */
export const givenReasons = {
  release: ['witnessed', 'now-known', 'right-one'],
  reject: ['not-done', 'copied-disk', 'damaged', 'trial', 'other-one'],
} as const satisfies Record<DecisionKind, readonly string[]>;

/** At once decided over; a journal entry holds them all. */
export const mostDecided = 100;

/** A person's decision over contents, as the journal keeps it ([HUB15]). */
export const quarantineDecisionSchema = z.strictObject({
  kind: decisionKindSchema,
  contents: z.array(contentHashSchema).min(1).max(mostDecided),
  reason: z.string().trim().min(1).max(200),
  /** The person's name as given at the hub's own keyboard; null where staff signed in. */
  who: z.string().trim().min(1).max(100).nullable(),
});
export type QuarantineDecision = z.infer<typeof quarantineDecisionSchema>;

/** What was decided over one content. */
export const decidedSchema = z.strictObject({
  kind: decisionKindSchema,
  reason: z.string(),
  /** The staff member who signed in, or `console` for somebody at the hub's own keyboard. */
  by: z.union([z.enum(['console', 'recovery', 'hub']), staffIdSchema]),
  who: z.string().nullable(),
  wallMs: z.number().int(),
  /** Number of the journal entry. */
  hubSeq: z.number().int().min(1),
});
export type Decided = z.infer<typeof decidedSchema>;

/** One content held back: what can be said of it without opening it. All of it is only claimed. */
export const quarantineItemSchema = z.strictObject({
  content: contentHashSchema,
  reason: quarantineReasonSchema,
  /** The event's id; null where it has none of the right shape. */
  event: eventIdSchema.nullable(),
  /** Whose record it says it is; null where it says nothing that can be read. */
  origin: stationIdSchema.nullable(),
  type: eventTypeSchema.nullable(),
  learner: learnerIdSchema.nullable(),
  /** When it says it was made, by its station's own clock, ms since 1970. */
  recordedMs: z.number().int().nullable(),
  /** Who brought it; null where the hub does not know any more. */
  carrier: stationIdSchema.nullable().default(null),
  /** The hub's wall clock when it came, ms since 1970; null where the hub does not know any more. */
  cameMs: z.number().int().nullable().default(null),
  /** The hub's wall clock when it was held back, ms since 1970. */
  wallMs: z.number().int(),
  /** Whether it counted until another content of its number came: it was the first. */
  counted: z.boolean().default(false),
  /** Which content of its number counts now. */
  counts: z.enum(['this', 'other', 'none']).default('none'),
  bytes: z.number().int().min(0),
  decided: decidedSchema.nullable(),
});
export type QuarantineItem = z.infer<typeof quarantineItemSchema>;

/** Items on one page of the list. */
export const quarantinePageSize = 50;
/** Of one number, as many are shown beside each other. */
export const mostTwins = 8;

/** What of the list is wanted. */
export const quarantineFilterSchema = z.strictObject({
  state: z.enum(['open', 'decided']),
  /** Only those held for this. */
  reason: quarantineReasonSchema.optional(),
  /** Only those that say they are this station's. */
  origin: stationIdSchema.optional(),
});
export type QuarantineFilter = z.infer<typeof quarantineFilterSchema>;

export const quarantinePageSchema = z.strictObject({
  items: z.array(quarantineItemSchema).max(quarantinePageSize),
  /** Other contents of their numbers, whatever was decided over them: not to be chosen unseen. */
  twins: z.array(quarantineItemSchema).default([]),
  /** Where to go on; null at the end. */
  next: contentHashSchema.nullable(),
  open: z.number().int().min(0),
  decided: z.number().int().min(0),
});
export type QuarantinePage = z.infer<typeof quarantinePageSchema>;

/** What became of one content that was decided over. */
export const outcomes = [
  'released',
  'rejected',
  /** Decided just so before: nothing changed. */
  'already',
  'not-held',
  /** Shape, size or seal: there is nothing in it that could count. */
  'unreadable',
  /** Its learner's key isn't at this hub (yet). */
  'unknown-key',
  /** It is sealed with another learner's key than it says. */
  'wrong-key',
] as const;
export const outcomeSchema = z.enum(outcomes);
export type DecisionOutcome = z.infer<typeof outcomeSchema>;

export const decisionAnswerSchema = z.strictObject({
  outcomes: z.array(z.strictObject({ content: contentHashSchema, outcome: outcomeSchema })),
});
export type DecisionAnswer = z.infer<typeof decisionAnswerSchema>;
