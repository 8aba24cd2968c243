import * as z from 'zod';
import { base64Schema, staffIdSchema } from '../ids.ts';
import { exportKindSchema, mostStickBytes, stickFileSchema } from './stick.ts';

/** Sheets of paper that leave: the printers of a PC, how each stands, and what can go wrong ([PTR1]). */

/** What a queue of CUPS is called; it stands in an address, too. */
export const printerNameSchema = z.string().regex(/^[A-Za-z0-9_-]{1,127}$/);
export type PrinterName = z.infer<typeof printerNameSchema>;

/** What somebody has to do at the printer, or can't. */
const printerTroubles = ['paper', 'ink', 'jam', 'door', 'stopped', 'away'] as const;
export type PrinterTrouble = (typeof printerTroubles)[number];

export const printerStates = ['ready', 'printing', ...printerTroubles] as const;
export const printerStateSchema = z.enum(printerStates);
export type PrinterState = (typeof printerStates)[number];

/** Why nothing was printed, or not all of it. */
export const printerProblems = [
  ...printerTroubles,
  /** There is none. */
  'none',
  /** There are several, and nobody said which is to be used. */
  'which',
  /** It took longer than a person waits: it was taken back. */
  'slow',
  /** The printer, or the system, gave it up. */
  'failed',
  /** The system's service for printing does not answer. */
  'service',
] as const;
export const printerProblemSchema = z.enum(printerProblems);
export type PrinterProblem = (typeof printerProblems)[number];

/** As it calls itself, "Brother HL-L2350DW series"; empty where it says nothing. */
const printerModelSchema = z.string().max(127);

export const printersViewSchema = z.strictObject({
  printers: z.array(
    z.strictObject({
      name: printerNameSchema,
      model: printerModelSchema,
      state: printerStateSchema,
      /** Whether what is printed goes there: it was chosen, or is the only one. */
      isUsed: z.boolean(),
    }),
  ),
});
export type PrintersView = z.infer<typeof printersViewSchema>;
export type PrinterView = PrintersView['printers'][number];

/** What is printed: what may leave on a stick, but for what is no page; and the test page. */
const printKindSchema = z.union([exportKindSchema, z.literal('test-page')]);
export type PrintKind = z.infer<typeof printKindSchema>;

/** Names one print among all. */
const printIdSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** On this PC's disk before the first byte goes to the printer ([PTR4]). */
export const printBegunSchema = z.strictObject({
  print: printIdSchema,
  staff: staffIdSchema,
  kind: printKindSchema,
  /** What it is called where it is saved. */
  file: stickFileSchema,
  bytes: z.number().int().min(0).max(mostStickBytes),
  printer: printerNameSchema,
});
export type PrintBegun = z.infer<typeof printBegunSchema>;

/** How it ended: out of the printer as far as that says, or why not. */
export const printEndedSchema = z.strictObject({
  print: printIdSchema,
  staff: staffIdSchema,
  outcome: z.enum(['printed', ...printerProblems]),
});
export type PrintEnded = z.infer<typeof printEndedSchema>;

/** What a window has printed. */
export const printAskSchema = z.strictObject({
  kind: printKindSchema,
  name: stickFileSchema,
  /** A PDF. */
  content: base64Schema(mostStickBytes),
  /** Of the test page, which printer; else the one that is used. */
  printer: printerNameSchema.nullable(),
});

export const printedSchema = z.strictObject({ printer: printerNameSchema });
export type Printed = z.infer<typeof printedSchema>;
