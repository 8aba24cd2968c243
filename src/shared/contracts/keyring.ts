import * as z from 'zod';
import {
  base64Schema,
  learnerIdSchema,
  siteIdSchema,
  staffIdSchema,
  stationIdSchema,
} from '../ids.ts';
import { sealingKeyIdSchema } from './documents/event.ts';
import { handoverIdSchema } from './sign-in.ts';

/**
 * Keys and sign-in verifiers of a lab. Travels over the hub's API wrapped to one station's own key,
 * lies on its disk in that wrapping, and is in no database ([KEY1]).
 */

export const sealingKeySchema = z.strictObject({
  id: sealingKeyIdSchema,
  /** AES-256 key. */
  secret: base64Schema(32),
});

/** The site's key, and those before it, which open what was sealed with them ([KEY2]). */
const siteKeySchema = sealingKeySchema.extend({ earlier: z.array(sealingKeySchema).optional() });

/** A key to seal with, and to open what it or an earlier one sealed. */
export type SealingKey = z.infer<typeof siteKeySchema>;

/** What new verifiers cost; measured and chosen in ADR 19. */
export const verifierCost = { memoryKiB: 64 * 1024, iterations: 1 } as const;

/** Tells a site's peppers apart, for as long as it has any: drawn from each, so that no two share one. */
export const pepperNameSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** argon2id over the peppered secret ([IDN2]). */
export const verifierSchema = z.strictObject({
  algorithm: z.literal('argon2id'),
  salt: base64Schema(16),
  hash: base64Schema(32),
  memoryKiB: z.number().int().min(8),
  iterations: z.number().int().min(1),
  /** Which sign-in of this person it is of, from 1, which may be left out; each reset is the next. */
  number: z.number().int().min(2).optional(),
  /** Of staff: raw Ed25519 public key of what the passphrase signs commands with ([CMD1]). */
  signingKey: base64Schema(32).optional(),
  /** Which pepper it was made with; left out for the one that the site began with ([KEY3]). */
  pepper: pepperNameSchema.optional(),
  /** Where no secret was hashed, so that none opens it and no pepper is needed. */
  empty: z.literal(true).optional(),
});
export type Verifier = z.infer<typeof verifierSchema>;
export type VerifierCost = Pick<Verifier, 'memoryKiB' | 'iterations'>;

/**
 * A new sign-in on its way to its learner: sealed under the number that an officer was told, and gone
 * once the learner has used it ([SGN9]).
 */
export const handoverSchema = z.strictObject({
  id: handoverIdSchema,
  /** Of the number: the second half of its argon2id opens `sealed`. */
  verifier: verifierSchema.omit({ number: true, signingKey: true, empty: true }),
  /** A `LearnerSecret`, AES-256-GCM. */
  sealed: base64Schema(1024),
});
export type Handover = z.infer<typeof handoverSchema>;

/** What a station holds of a learner. */
const learnerKeysSchema = z.strictObject({
  learner: learnerIdSchema,
  key: sealingKeySchema,
  verifier: verifierSchema,
  /** Pictures where it is left out. */
  form: z.literal('pin').optional(),
  handover: handoverSchema.optional(),
  /** The hub's sequence at which this sign-in was given; none where it was never reset. */
  since: z.number().int().min(1).optional(),
});
export type LearnerKeys = z.infer<typeof learnerKeysSchema>;

export const keyringSchema = z.strictObject({
  v: z.literal(1),
  site: siteIdSchema,
  siteKey: siteKeySchema,
  /** Mixed into every verifier; kept outside the databases. The oldest that some verifier needs. */
  pepper: base64Schema(32),
  /** Left out for the one that the site began with. */
  pepperName: pepperNameSchema.optional(),
  /** Those after it, oldest first: new verifiers are made with the last of all ([KEY3]). */
  laterPeppers: z
    .array(z.strictObject({ name: pepperNameSchema, secret: base64Schema(32) }))
    .optional(),
  learners: z.array(learnerKeysSchema),
  staff: z.array(z.strictObject({ staff: staffIdSchema, verifier: verifierSchema })),
});
export type Keyring = z.infer<typeof keyringSchema>;

/** A keyring wrapped to one station: X25519 with a one-time key, HKDF-SHA-256, AES-256-GCM. */
export const wrappedKeyringSchema = z.strictObject({
  v: z.literal(1),
  station: stationIdSchema,
  /** One-time X25519 public key, raw 32 bytes. */
  ephemeral: base64Schema(32),
  sealed: base64Schema(16 * 1024 * 1024),
});
export type WrappedKeyring = z.infer<typeof wrappedKeyringSchema>;
