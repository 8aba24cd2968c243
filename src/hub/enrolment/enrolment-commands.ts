import * as z from 'zod';
import { stationIdSchema } from '../../shared/ids.ts';
import { defineCommand } from '../control/hub-command.ts';
import { enrolmentSchema, newSeatSchema } from './enrolments-file.ts';

/** A code holds for at most a week, ms. */
export const longestValidMs = 7 * 24 * 3_600_000;

/** Makes a one-time code, which only the answer holds ([ENR1]). */
export const makeCodeCommand = defineCommand({
  name: 'enrolment.make',
  input: z.strictObject({
    seat: newSeatSchema,
    validMs: z.number().int().min(60_000).max(longestValidMs),
  }),
  output: z.strictObject({ code: z.string(), validMs: z.number().int() }),
  run: ({ enrolment }, input) => enrolment.make(input),
});

const standingSchema = z.strictObject({
  ...enrolmentSchema.pick({ code: true, seat: true, by: true }).shape,
  state: z.enum(['open', 'expired', 'ended', 'used']),
  leftMs: z.number().min(0),
  station: stationIdSchema.nullable(),
});
export type ListedCode = z.infer<typeof standingSchema>;

/** The codes a hub keeps: what each is for, and how it stands. */
export const listCodesCommand = defineCommand({
  name: 'enrolment.list',
  input: z.strictObject({}),
  output: z.array(standingSchema).readonly(),
  run: ({ enrolment }) => enrolment.list(),
});

/** Ends a code that was not used ([ENR3]); says whether there was one. */
export const cancelCodeCommand = defineCommand({
  name: 'enrolment.cancel',
  input: z.strictObject({ code: enrolmentSchema.shape.code }),
  output: z.strictObject({ cancelled: z.boolean() }),
  run: async ({ enrolment }, { code }) => ({ cancelled: await enrolment.cancel(code) }),
});
