import * as z from 'zod';
import { courseIdSchema, groupIdSchema, languageSchema, learnerIdSchema } from '../../ids.ts';
import {
  birthYearSchema,
  cardNumberSchema,
  groupScopeSchema,
  sexSchema,
  tileSchema,
} from '../documents/directory.ts';
import { drawingSchema } from '../drawings.ts';
import { isPersonName } from '../../person-name.ts';
import { localizedSchema } from '../phrase.ts';
import { handoverNumberSchema, signInFormSchema } from '../sign-in.ts';

/** What officers do about learners and their groups ([ACC4]). */

/** At most so many learners to add, and to change, in one command. */
export const mostImported = 100;

const personName = z.string().trim().min(1).max(100).refine(isPersonName);
const groupName = z.string().trim().min(1).max(100);

const detailsSchema = z.strictObject({
  name: z.strictObject({ km: personName, en: personName.optional() }),
  sex: sexSchema,
  birthYear: birthYearSchema.nullable(),
  group: groupIdSchema,
  language: languageSchema,
});
export type AskedDetails = z.infer<typeof detailsSchema>;

/** Whether the officer was told that somebody will be among others than their own, and wants it so ([ACC5]). */
const misfitKnown = { misfitKnown: z.boolean() };
const done = z.strictObject({});
/** Cards of one command: more than any group has. */
export const mostCards = 500;
const printedCardSchema = z.strictObject({
  learner: learnerIdSchema,
  name: localizedSchema,
  tile: tileSchema,
  /** Null of accounts from before there were numbers. */
  card: cardNumberSchema.nullable(),
});
export type PrintedCard = z.infer<typeof printedCardSchema>;

/** First sign-ins of one command: each takes a second of a slow hub, which has to answer within 15. */
export const mostFirst = 6;

/** Why somebody gets a new sign-in; `first`: an imported learner has none yet. */
export const resetReasons = ['first', 'forgotten', 'seen', 'other-form'] as const;
export type ResetReason = (typeof resetReasons)[number];

/** Why, for what changes an account or a group; the words are in `domain/record/reason-words.ts` ([CMD7]). */
export const learnerReasons = {
  change: ['wrongly-written', 'papers', 'asked', 'other-group'],
  close: ['left', 'stops', 'twice', 'mistaken'],
  open: ['back', 'closed-wrongly'],
  tutor: ['able', 'offered', 'needed'],
  tutorEnd: ['period-over', 'stopped', 'unsuited'],
  import: ['new-list', 'papers'],
  group: ['wrongly-written', 'new-name', 'unlike'],
} as const;

const groupShape = {
  name: z.strictObject({ km: groupName, en: groupName.optional() }),
  symbol: drawingSchema,
  scope: groupScopeSchema,
};

export const learnerCommands = {
  'learner.create': {
    type: 'learner.create',
    journalled: true,
    input: detailsSchema.extend({ ...misfitKnown, form: signInFormSchema.optional() }),
    /** `number` is told this once: it opens the learner's first sign-in at a kiosk ([SGN9]). */
    output: z.strictObject({
      learner: learnerIdSchema,
      tile: tileSchema,
      card: cardNumberSchema,
      number: handoverNumberSchema,
    }),
  },
  'learner.import': {
    type: 'learner.import',
    journalled: true,
    reasons: learnerReasons.import,
    input: z.strictObject({
      /** `twin`: a second person of whom the same is said; without it one who is here already is left out. */
      added: z.array(detailsSchema.extend({ twin: z.boolean() })).max(mostImported),
      changed: z.array(detailsSchema.extend({ learner: learnerIdSchema })).max(mostImported),
      ...misfitKnown,
    }),
    output: z.strictObject({
      added: z.array(learnerIdSchema),
      changed: z.number().int().min(0),
      same: z.number().int().min(0),
    }),
  },
  'learner.change': {
    type: 'learner.change',
    journalled: true,
    reasons: learnerReasons.change,
    input: detailsSchema.extend({ learner: learnerIdSchema, ...misfitKnown }),
    output: z.strictObject({ tile: tileSchema }),
  },
  'learner.disable': {
    type: 'learner.disable',
    journalled: true,
    reasons: [...learnerReasons.close, ...learnerReasons.open],
    input: z.strictObject({ learner: learnerIdSchema, disabled: z.boolean() }),
    output: z.strictObject({ tile: tileSchema }),
  },
  'tutor.appoint': {
    type: 'tutor.appoint',
    journalled: true,
    reasons: learnerReasons.tutor,
    input: z.strictObject({ learner: learnerIdSchema, group: groupIdSchema }),
    output: done,
  },
  'tutor.end': {
    type: 'tutor.end',
    journalled: true,
    reasons: learnerReasons.tutorEnd,
    input: z.strictObject({ learner: learnerIdSchema }),
    output: done,
  },
  'group.create': {
    type: 'group.create',
    journalled: true,
    input: z.strictObject(groupShape),
    output: z.strictObject({ group: groupIdSchema }),
  },
  'group.change': {
    type: 'group.change',
    journalled: true,
    reasons: learnerReasons.group,
    input: z.strictObject({ group: groupIdSchema, ...groupShape }),
    output: done,
  },
  'sign-in.reset': {
    type: 'sign-in.reset',
    journalled: true,
    input: z.strictObject({
      learner: learnerIdSchema,
      form: signInFormSchema,
      reason: z.enum(resetReasons),
    }),
    /** Told this once; the sign-in itself is told to nobody but the learner ([SGN9]). */
    output: z.strictObject({ number: handoverNumberSchema }),
  },
  'card.print': {
    type: 'card.print',
    journalled: true,
    input: z.strictObject({ learners: z.array(learnerIdSchema).min(1).max(mostCards) }),
    /** What stands on the cards; nothing that opens an account ([CRD1]). */
    output: z.strictObject({ cards: z.array(printedCardSchema) }),
  },
  'sign-in.first': {
    type: 'sign-in.first',
    journalled: true,
    input: z.strictObject({
      learners: z.array(learnerIdSchema).min(1).max(mostFirst),
      form: signInFormSchema,
      /** Numbers on the same list already: none is given twice. */
      taken: z.array(handoverNumberSchema).max(mostCards),
      /** Also to those whose number was not used yet; that one is worth nothing from then on. */
      anew: z.boolean(),
    }),
    /** Told this once. `left`: who signs in already, or has a number, or is not here any more. */
    output: z.strictObject({
      given: z.array(z.strictObject({ learner: learnerIdSchema, number: handoverNumberSchema })),
      left: z.array(learnerIdSchema),
    }),
  },
  'course.enrol': {
    type: 'course.enrol',
    journalled: true,
    input: z.strictObject({
      learners: z.array(learnerIdSchema).min(1).max(500),
      courses: z.array(courseIdSchema).min(1).max(20),
      active: z.boolean(),
    }),
    output: done,
  },
} as const;
