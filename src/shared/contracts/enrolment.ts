import * as z from 'zod';
import { base64Schema, siteIdSchema, stationIdSchema } from '../ids.ts';
import { stationKindSchema } from './documents/directory.ts';
import { localizedSchema } from './phrase.ts';
import { pemSchema } from './station-config.ts';

/**
 * How a new station gets into a site with a one-time code (ADR 20): `/v1/enrol`, open without a
 * certificate. The station asks which site it is, checks that by the code, then shows that it knows
 * the code and brings the public halves of keys it made itself.
 */

/** GET /v1/enrol */
export const siteOfferSchema = z.strictObject({
  v: z.literal(1),
  site: siteIdSchema,
  /** The authority's certificate, PEM. */
  ca: pemSchema('CERTIFICATE'),
});
export type SiteOffer = z.infer<typeof siteOfferSchema>;

/** The public halves of what a station made for itself. */
export const stationKeysSchema = z.strictObject({
  /** ECDSA P-256, SubjectPublicKeyInfo DER. */
  tls: base64Schema(128),
  /** Ed25519, raw. */
  signing: base64Schema(32),
  /** X25519, raw. */
  wrapping: base64Schema(32),
});
export type StationKeys = z.infer<typeof stationKeysSchema>;

/** What a station asks, without its proof. */
export const enrolmentAskSchema = z.strictObject({
  v: z.literal(1),
  /** The code's name. */
  code: z.string().regex(/^[a-z0-9]{2}$/),
  /** What this PC is to be; null where it takes whatever the code says. */
  kind: stationKindSchema.nullable(),
  keys: stationKeysSchema,
});
export type EnrolmentAsk = z.infer<typeof enrolmentAskSchema>;

/** POST /v1/enrol. `proof` is an HMAC with what the code becomes, over the ask and the authority. */
export const enrolmentRequestSchema = z.strictObject({
  ask: enrolmentAskSchema,
  proof: base64Schema(32),
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

/** Who the station is from now on. */
export const enrolledSchema = z.strictObject({
  v: z.literal(1),
  site: siteIdSchema,
  station: stationIdSchema,
  kind: stationKindSchema,
  name: localizedSchema,
  /** The station's certificate, PEM. */
  certificate: pemSchema('CERTIFICATE'),
});
export type Enrolled = z.infer<typeof enrolledSchema>;

/** `proof`: that whoever answers knows the code too, over the ask and the answer. */
export const enrolmentAnswerSchema = z.strictObject({
  enrolled: enrolledSchema,
  proof: base64Schema(32),
});
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswerSchema>;

/** Why a code was not taken: `error` of the hub's 403 ({@link hubErrorSchema}). */
export const enrolmentRefusals = {
  enrol_wrong: 'enrol.wrong',
  enrol_expired: 'enrol.expired',
  enrol_used: 'enrol.used',
  enrol_ended: 'enrol.ended',
  enrol_other_kind: 'enrol.other-kind',
} as const;
export type EnrolmentRefusal = keyof typeof enrolmentRefusals;
