import * as z from 'zod';
import { base64Schema, stationIdSchema } from '../ids.ts';

/**
 * Codes that open one locked seat with everything down ([OVR1]): on a sheet of paper, each good once, in their
 * order, by no clock.
 */

/** Codes of a sheet. */
export const codesOnSheet = 20;
/** Eight that the secret gives, and one that tells a misread digit. */
export const overrideDigits = 9;

export const sheetNumberSchema = z.number().int().min(1).max(1_000_000);
export const codeNumberSchema = z.number().int().min(1).max(codesOnSheet);

/** Which code of which sheet opened a seat. */
export const overrideUsedSchema = z.strictObject({
  sheet: sheetNumberSchema,
  code: codeNumberSchema,
});

export const overrideCodeSchema = z.string().regex(new RegExp(`^\\d{${overrideDigits}}$`));

/** The secret of a sheet, for its station alone: agreed with the station's wrapping key, as keyrings are ([KEY1]). */
export const wrappedSecretSchema = z.strictObject({
  v: z.literal(1),
  station: stationIdSchema,
  ephemeral: base64Schema(32),
  sealed: base64Schema(1024),
});
export type WrappedSecret = z.infer<typeof wrappedSecretSchema>;

/** What is printed for one station; told once. */
export const overrideSheetSchema = z.strictObject({
  station: stationIdSchema,
  sheet: sheetNumberSchema,
  codes: z.array(overrideCodeSchema).length(codesOnSheet),
});
export type OverrideSheet = z.infer<typeof overrideSheetSchema>;

/** What the lock screen knows of codes; null where the station has no sheet. */
export const overrideViewSchema = z.strictObject({
  sheet: sheetNumberSchema,
  /** The first code that was not used: those before it open nothing. Past the last, `codesOnSheet` + 1. */
  next: z
    .number()
    .int()
    .min(1)
    .max(codesOnSheet + 1),
});
export type OverrideView = z.infer<typeof overrideViewSchema>;

/** What came of a code that somebody typed. */
export const overrideResultSchema = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('opened') }),
  /** A digit was misread: nothing was tried. */
  z.strictObject({ result: z.literal('misread') }),
  z.strictObject({
    result: z.literal('wrong'),
    wrongTries: z.number().int().min(1),
    /** Before the next may be tried, ms. */
    waitMs: z.number().min(0),
  }),
  /** Not tried: the wait of before is not over. */
  z.strictObject({ result: z.literal('wait'), waitMs: z.number().min(0) }),
  z.strictObject({ result: z.literal('no-sheet') }),
]);
export type OverrideResult = z.infer<typeof overrideResultSchema>;
