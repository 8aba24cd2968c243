import * as z from 'zod';

/** What a station's PC finds of itself at its first start, and when it is asked ([SLF1]). */

/** In the order they are shown. */
export const selfTestChecks = [
  'lock',
  'escapes',
  'khmer',
  'sound',
  'keyboard',
  'disk',
  'flush',
  'memory',
  'clock',
  'packs',
  'hub',
] as const;
export const selfTestCheckSchema = z.enum(selfTestChecks);
export type SelfTestCheck = z.infer<typeof selfTestCheckSchema>;

/** `not-possible`: this PC, or the way it is run, has nothing to try; `not-tested`: nobody said. */
export const selfTestOutcomeSchema = z.enum(['pass', 'fail', 'not-possible', 'not-tested']);
export type SelfTestOutcome = z.infer<typeof selfTestOutcomeSchema>;

export const selfTestResultSchema = z.strictObject({
  check: selfTestCheckSchema,
  outcome: selfTestOutcomeSchema,
});
export type SelfTestResult = z.infer<typeof selfTestResultSchema>;

/** What stands on the slip and at the hub: four characters and two that check them. */
export const selfTestCodeSchema = z.string().regex(/^[A-Z0-9]{4}-[A-Z0-9]{2}$/);

const mostResults = 24;
/** As it is recorded: a later app may know further checks. */
export const recordedResultsSchema = z
  .array(
    z.strictObject({ check: z.string().regex(/^[a-z-]{1,30}$/), outcome: selfTestOutcomeSchema }),
  )
  .min(1)
  .max(mostResults);

export const selfTestDoneSchema = z.strictObject({
  code: selfTestCodeSchema,
  results: recordedResultsSchema,
});
export type SelfTestDone = z.infer<typeof selfTestDoneSchema>;

/** The last one of a station, as the hub keeps it; the date is the lab's, null where the station did not know it. */
export const lastSelfTestSchema = selfTestDoneSchema.extend({ date: z.iso.date().nullable() });
export type LastSelfTest = z.infer<typeof lastSelfTestSchema>;

/** What the station's process finds: its own checks, and whether there is a sound card to ask a person about. */
export const selfTestFindingsSchema = z.strictObject({
  results: z.array(selfTestResultSchema).max(mostResults),
  hasSoundCard: z.boolean().nullable(),
});
export type SelfTestFindings = z.infer<typeof selfTestFindingsSchema>;
