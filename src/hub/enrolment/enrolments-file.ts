import * as z from 'zod';
import { stationKindSchema } from '../../shared/contracts/documents/directory.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { pemSchema } from '../../shared/contracts/station-config.ts';
import { base64Schema, commandIdSchema, staffIdSchema, stationIdSchema } from '../../shared/ids.ts';

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

/** The code's first two characters; among the codes of a hub there is one of each name. */
const codeNameSchema = z.string().regex(/^[a-z0-9]{2}$/);

/** What an entry of the journal says of the code it is about ([ENR8]): never the code itself. */
export const namedCodeSchema = z.strictObject({
  name: codeNameSchema,
  /** By which command staff had it made; null where somebody at the hub's own keyboard did. */
  made: commandIdSchema.nullable(),
});
export type NamedCode = z.infer<typeof namedCodeSchema>;

export const enrolmentSchema = z.strictObject({
  code: codeNameSchema,
  /** What the code becomes by argon2id: the code itself is nowhere. */
  key: base64Schema(32),
  seat: newSeatSchema,
  by: z.union([z.literal('console'), staffIdSchema]),
  /** The command that made it; null for the console, and for codes from before it was kept. */
  made: commandIdSchema.nullable().default(null),
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
