import * as z from 'zod';
import {
  learnerIdSchema,
  packIdSchema,
  slugSchema,
  staffIdSchema,
  viewingIdSchema,
} from '../../ids.ts';
import { pauseSchema } from '../pack-manifest.ts';
import { localizedSchema, pictureSchema } from '../phrase.ts';
import { pieceFaultSchema } from '../piece.ts';
import { attendanceReasons, countedAnswersSchema, mostThere, shownFilmSchema } from '../viewing.ts';
import { tableProblems } from './list-views.ts';
import { pieceViewSchema } from './views.ts';

/** Showing a film to a group, as the windows of a supervisor station see it ([GRP1]–[GRP7]). */

/** The films of the packs that are here. */
export const filmsViewSchema = z.strictObject({
  films: z.array(
    z.strictObject({
      pack: packIdSchema,
      piece: slugSchema,
      title: localizedSchema,
      picture: pictureSchema,
      /** Where the picture's path leads from. */
      base: z.string(),
      /** At how many places it asks the group something. */
      questions: z.number().int().min(0),
    }),
  ),
});
export type FilmsView = z.infer<typeof filmsViewSchema>;

/** s of film */
const second = z.number().min(0).max(86_400);
const pauseIndex = z.number().int().min(0);

/** What the big screen shows: the film and its questions, and nobody's name. */
export const bigScreenSchema = z.strictObject({
  viewing: viewingIdSchema,
  piece: pieceViewSchema,
  /** s of film, where it stops by itself */
  pauses: z.array(second),
  playing: z.boolean(),
  /** Where the film is to go: a new `count` each time it is told anew. */
  go: z.strictObject({ to: second, count: z.number().int().min(0) }),
  /** The question that stands over the film; `right` once the answer is to be seen. */
  question: z
    .strictObject({
      question: localizedSchema,
      options: z.array(localizedSchema),
      right: z.number().int().min(0).nullable(),
    })
    .nullable(),
});
export type BigScreen = z.infer<typeof bigScreenSchema>;

/** What the page that plays the film tells of it. */
export const filmToldSchema = z.strictObject({
  viewing: viewingIdSchema,
  at: second,
  duration: second,
  playing: z.boolean(),
  /** The pause it stands at. */
  pause: pauseIndex.nullable(),
});
export type FilmTold = z.infer<typeof filmToldSchema>;

export const filmFailedSchema = z.strictObject({
  viewing: viewingIdSchema,
  fault: pieceFaultSchema,
});

export type FilmFailed = z.infer<typeof filmFailedSchema>;

/** What an officer has the film do. */
export const filmDriveSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('play') }),
  z.strictObject({ do: z.literal('hold') }),
  z.strictObject({ do: z.literal('go'), to: second }),
  z.strictObject({ do: z.literal('show-answer') }),
]);
export type FilmDrive = z.infer<typeof filmDriveSchema>;

/** The viewing that is being held here, or that was cut off and waits to be gone on with. */
export const viewingViewSchema = z.discriminatedUnion('state', [
  /** It is about learners whom this person does not see to. */
  z.strictObject({ state: z.literal('another') }),
  z.strictObject({
    state: z.literal('open'),
    viewing: viewingIdSchema,
    title: localizedSchema,
    day: shownFilmSchema.shape.day,
    there: z.array(learnerIdSchema).max(mostThere),
    shownMs: shownFilmSchema.shape.shownMs,
    pauses: z.array(pauseSchema),
    answers: z.array(countedAnswersSchema),
    /** Null where it was cut off: by a stop, or as its officer left. */
    film: z
      .strictObject({
        at: second,
        duration: second,
        playing: z.boolean(),
        pause: pauseIndex.nullable(),
        answerShown: z.boolean(),
        fault: pieceFaultSchema.nullable(),
      })
      .nullable(),
  }),
]);
export type ViewingView = z.infer<typeof viewingViewSchema>;
export type OpenViewing = Extract<ViewingView, { state: 'open' }>;

/** What a row of a list says of who was there; `number` is the one a spreadsheet shows beside it. */
export const thereRowSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('found'),
    number: z.number().int().min(1),
    shown: z.string(),
    learner: learnerIdSchema,
  }),
  z.strictObject({
    /**
     * - `again`: an earlier row is the same person.
     * - `unknown`: nobody within reach has that name or card.
     * - `several`: more than one has.
     * - `closed`: their account is closed.
     * - `missing`: neither name nor card stands there.
     */
    outcome: z.enum(['again', 'unknown', 'several', 'closed', 'missing']),
    number: z.number().int().min(1),
    shown: z.string(),
  }),
]);
export type ThereRow = z.infer<typeof thereRowSchema>;

export const thereListSchema = z.discriminatedUnion('read', [
  /** `no-names`: no column is headed as one of names or card numbers. */
  z.strictObject({ read: z.literal(false), problem: z.enum([...tableProblems, 'no-names']) }),
  z.strictObject({ read: z.literal(true), rows: z.array(thereRowSchema) }),
]);
export type ThereList = z.infer<typeof thereListSchema>;

/** Films that were shown, newest first, with those of the groups within reach who were there. */
export const viewingsViewSchema = z.strictObject({
  viewings: z.array(
    shownFilmSchema.extend({
      title: localizedSchema,
      people: z.array(
        z.strictObject({
          learner: learnerIdSchema,
          name: localizedSchema,
          there: z.boolean(),
          reason: z.enum(attendanceReasons).nullable(),
          /** Who said so. */
          staff: staffIdSchema,
        }),
      ),
    }),
  ),
});
export type ViewingsView = z.infer<typeof viewingsViewSchema>;
export type HeldViewing = ViewingsView['viewings'][number];
