import * as z from 'zod';
import { stationKindSchema } from '../../shared/contracts/documents/directory.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { pemSchema } from '../../shared/contracts/station-config.ts';
import { base64Schema, staffIdSchema, stationIdSchema } from '../../shared/ids.ts';

/** What a code is for. */
export const newSeatSchema = z.strictObject({
  name: localizedSchema,
  kind: stationKindSchema,
  /** The station whose name and seat the new one takes, and which is shut out by that. */
  replaces: stationIdSchema.nullable(),
});
export type NewSeat = z.infer<typeof newSeatSchema>;

/** Whom a code let in. Written before the station is registered, so that it is one station for ever. */
const usedSchema = z.strictObject({
  /** SHA-256 of the keys it brought, hex: with these, and no others, it may ask again. */
  keys: z.string().regex(/^[0-9a-f]{64}$/),
  station: stationIdSchema,
  certificate: pemSchema('CERTIFICATE'),
  /** Whether it has come with its certificate: from then on nobody may ask again. */
  arrived: z.boolean(),
});

export const enrolmentSchema = z.strictObject({
  /** The code's first two characters; among the codes of a hub there is one of each name. */
  code: z.string().regex(/^[a-z0-9]{2}$/),
  /** What the code becomes by argon2id: the code itself is nowhere. */
  key: base64Schema(32),
  seat: newSeatSchema,
  by: z.union([z.literal('console'), staffIdSchema]),
  /** The hub's wall clock when it was made, ms since 1970. */
  madeMs: z.number().int(),
  validMs: z.number().int().min(1),
  wrongTries: z.number().int().min(0),
  used: usedSchema.nullable(),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** `enrolments.json`: one-time codes, the newest last. */
export const enrolmentsFileSchema = z.strictObject({
  v: z.literal(1),
  enrolments: z.array(enrolmentSchema),
});
