import * as z from 'zod';
import { base64Schema } from '../ids.ts';
import { stationKeysSchema } from './enrolment.ts';
import { pemSchema } from './station-config.ts';

/** How a station gets other keys over its own connection: it makes them, the hub takes them in ([IDN12]). */

/** POST /v1/renew */
export const renewalRequestSchema = z.strictObject({
  /** The entry of the hub's journal that asked for it. */
  asked: z.number().int().min(1),
  keys: stationKeysSchema,
  /** By the new signing key, over all that is asked and the station: whoever asks has it. */
  proof: base64Schema(64),
});
export type RenewalRequest = z.infer<typeof renewalRequestSchema>;

export const renewalAnswerSchema = z.strictObject({
  /** To the new TLS key, PEM; the earlier one counts until the station comes with this. */
  certificate: pemSchema('CERTIFICATE'),
  /** What the new signing key is called in events. */
  signingKey: z.number().int().min(1),
});
export type RenewalAnswer = z.infer<typeof renewalAnswerSchema>;

/** POST /v1/authority: a station says that it trusts the next authority, by its fingerprint ([IDN13]). */
export const authorityKnownSchema = z.strictObject({
  authority: z.string().regex(/^[0-9a-f]{64}$/),
});
