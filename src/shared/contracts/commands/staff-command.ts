import * as z from 'zod';
import { errorCodes } from '../../errors.ts';
import {
  base64Schema,
  commandIdSchema,
  siteIdSchema,
  staffIdSchema,
  stationIdSchema,
} from '../../ids.ts';

/**
 * POST /v1/command: what a staff member has the hub do or tell, signed with the key their passphrase
 * makes ([CMD1]). Not the station's word, and no connection's, but the person's own signature counts.
 */

/** Random, new at each start of the hub: a command of an earlier run is worth nothing ([CMD3]). */
export const hubRunSchema = z.string().regex(/^[0-9a-f]{32}$/);

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export const reasonSchema = z.string().trim().min(1).max(200);

export const commandTypeSchema = z
  .string()
  .max(60)
  .regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/);

const signatureSchema = z.strictObject({
  staff: staffIdSchema,
  /** Number of the key among all the person ever had. */
  key: z.number().int().min(1).max(999_999),
  /**
   * Ed25519 over the canonical form of what {@link commandEvidenceSchema} holds, less `by` and `salt`,
   * with this `staff` and `key`, and `place`: 1 for who acts, 2 for who seconds it.
   */
  sig: base64Schema(64),
});
export type CommandSignature = z.infer<typeof signatureSchema>;

const statement = {
  v: z.literal(1),
  id: commandIdSchema,
  site: siteIdSchema,
  hubRun: hubRunSchema,
  /** Where it was signed; the hub takes it from no other. */
  station: stationIdSchema,
  type: commandTypeSchema,
  reason: reasonSchema.nullable(),
  /** The station's wall clock, ms since 1970, and how far ahead of it the hub's was. */
  clock: z.strictObject({ wallMs: z.number().int(), hubOffsetMs: z.number().int() }),
};
/** First who acts, then who seconds it. */
const by = z.array(signatureSchema).min(1).max(2);

/** Random: without it the hash of an input tells nothing, however few inputs there can be. */
const saltSchema = z.string().regex(/^[0-9a-f]{32}$/);

export const signedCommandSchema = z.strictObject({
  ...statement,
  input: z.unknown(),
  salt: saltSchema,
  by,
});
export type SignedCommand = z.infer<typeof signedCommandSchema>;

/**
 * What was signed, and by whom: kept in the journal, so that an auditor can check it later ([CMD4]).
 * The input stands in it as the SHA-256 of `{ salt, input }`. The salt, which is not signed, is kept
 * where the input may be checked later: not where it is secret, or to be forgotten with a person.
 */
export const commandEvidenceSchema = z.strictObject({
  ...statement,
  input: sha256Schema,
  salt: saltSchema.optional(),
  by,
});
export type CommandEvidence = z.infer<typeof commandEvidenceSchema>;
export type CommandStatement = Omit<CommandEvidence, 'by' | 'salt'>;

export const commandAnswerSchema = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('done'), output: z.unknown() }),
  z.strictObject({
    result: z.literal('refused'),
    code: z.enum(errorCodes),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
]);
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;
