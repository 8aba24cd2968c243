import * as z from 'zod';
import {
  base64Schema,
  groupIdSchema,
  languageSchema,
  learnerIdSchema,
  staffIdSchema,
} from '../../ids.ts';
import { groupScopeSchema, groupScopes } from '../group-scope.ts';
import { localizedSchema } from '../phrase.ts';

/** What is known of a person, as it is sealed into the directory ([DIR2]). */

/** Grounds of tiles, each with a shape of its own, so that nobody has to tell colours apart. */
export const tileColours = [
  'indigo',
  'turmeric',
  'leaf',
  'brick',
  'lotus',
  'river',
  'clay',
  'night',
] as const;

/** A drawn picture × a colour, unique within a group ([TIL2]). */
export const tileSchema = z.strictObject({
  picture: z.string().regex(/^[a-z][a-z-]{0,29}$/),
  colour: z.enum(tileColours),
});
export type Tile = z.infer<typeof tileSchema>;

export const sexes = ['female', 'male'] as const;
export const sexSchema = z.enum(sexes);
export type Sex = (typeof sexes)[number];

export const birthYearSchema = z.number().int().min(1900).max(2100);

/** Six digits, the last a check digit: what is printed on a learner's card to find their tile by ([ACC3]). */
export const cardNumberSchema = z.string().regex(/^\d{6}$/);

/**
 * All that is known of a learner besides what they learn. No offence, sentence, health or biometric
 * member, and no free text, will ever be added ([ACC1]).
 */
export const learnerAccountSchema = z.strictObject({
  learner: learnerIdSchema,
  /** As written in Khmer; `en` is the name in Latin letters. */
  name: localizedSchema,
  /** Null, like what follows with a default, in accounts from before it was asked for. */
  sex: sexSchema.nullable().default(null),
  birthYear: birthYearSchema.nullable().default(null),
  group: groupIdSchema,
  tile: tileSchema,
  card: cardNumberSchema.nullable().default(null),
  language: languageSchema,
  disabled: z.boolean(),
  /** Since which of the hub's dates they are in their group; left out in accounts from before it was kept ([ATT4]). */
  joined: z.iso.date().optional(),
  /** Since when the account is closed, while it is. */
  closed: z.iso.date().optional(),
});
export type LearnerAccount = z.infer<typeof learnerAccountSchema>;

export const staffRoles = [
  'officer',
  'instructor',
  'site-manager',
  'technician',
  'programme',
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Signing key number → Ed25519 public key, base64 of 32 bytes. */
export const signingKeysSchema = z.record(z.string().regex(/^\d{1,6}$/), base64Schema(32));

export const staffAccountSchema = z.strictObject({
  staff: staffIdSchema,
  name: localizedSchema,
  role: z.enum(staffRoles),
  /** Of groups, which they may see to; all of them in accounts from before there were scopes. */
  scopes: z
    .array(groupScopeSchema)
    .max(groupScopes.length)
    .default(() => [...groupScopes]),
  /** An instructor's own groups. */
  groups: z.array(groupIdSchema).max(200).default([]),
  /** All they ever signed commands with, the highest number now: one each passphrase ([CMD1]). */
  signingKeys: signingKeysSchema.default({}),
  disabled: z.boolean(),
});
export type StaffAccount = z.infer<typeof staffAccountSchema>;
