import * as z from 'zod';
import { learnerIdSchema, staffIdSchema, stationIdSchema } from '../ids.ts';
import { cardNumberSchema } from './documents/directory.ts';
import { givenNameSchema } from './erasure.ts';
import { localizedSchema } from './phrase.ts';

/** Giving a site other keys, by two persons ([PRM4]). */

/** Keys of a site that are given another in their place. */
export const rotatedKeys = [
  'hub-certificate',
  'hub-signing',
  'authority',
  'site',
  'pepper',
] as const;
export const rotatedKeySchema = z.enum(rotatedKeys);
export type RotatedKey = z.infer<typeof rotatedKeySchema>;

/** Why; the command line says it in words. */
export const rotationReasons = ['planned', 'left', 'stolen', 'suspected'] as const;
export const rotationReasonSchema = z.enum(rotationReasons);

/** Names or addresses as a certificate has them. */
export const hostSchema = z.string().regex(/^[A-Za-z0-9.:-]{1,253}$/);

/** A file that keys are backed up into, and the passphrase that seals it. */
const keysPlaceSchema = z.strictObject({
  path: z.string().min(1),
  passphrase: z.string().min(1),
});
export type KeysPlace = z.infer<typeof keysPlaceSchema>;

/** Keys that a backup of before could not do without: it is written, and read back, before they are used. */
export const backedUpFirst: readonly RotatedKey[] = ['site', 'pepper'];

export const rotationSchema = z
  .strictObject({
    key: rotatedKeySchema,
    reason: rotationReasonSchema,
    who: givenNameSchema,
    second: givenNameSchema,
    /** Of the hub's certificate; those it has for null. */
    hosts: z.array(hostSchema).max(50).nullable(),
    /** Where the key is backed up before it is used; for those of `backedUpFirst` only. */
    keys: keysPlaceSchema.optional(),
  })
  .refine(({ who, second }) => who !== second, { path: ['second'] })
  .refine(({ key, keys }) => backedUpFirst.includes(key) === (keys !== undefined), {
    path: ['keys'],
  });
export type Rotation = z.infer<typeof rotationSchema>;

/** How far a site is with going over to another authority; null where it never did ([IDN13]). */
export const authorityStandingSchema = z
  .strictObject({
    stage: z.enum(['told', 'given', 'done']),
    /** Stations that have not come yet. */
    waiting: z.array(stationIdSchema),
  })
  .nullable();
export type AuthorityStanding = z.infer<typeof authorityStandingSchema>;

/** Two people at the hub's keyboard, and why. */
export const twoPersonsSchema = z
  .strictObject({
    reason: rotationReasonSchema,
    who: givenNameSchema,
    second: givenNameSchema,
  })
  .refine(({ who, second }) => who !== second, { path: ['second'] });
export type TwoPersons = z.infer<typeof twoPersonsSchema>;

/** Who still has a secret that goes with an earlier pepper, of those whose account is open ([KEY3]). */
export const pepperStandingSchema = z.strictObject({
  /** How many the site has: one where no earlier one is left. */
  peppers: z.number().int().min(1),
  learners: z.array(
    z.strictObject({
      learner: learnerIdSchema,
      card: cardNumberSchema.nullable(),
      /** Their group's name. */
      group: localizedSchema.nullable(),
    }),
  ),
  staff: z.array(z.strictObject({ staff: staffIdSchema, name: localizedSchema })),
});
export type PepperStanding = z.infer<typeof pepperStandingSchema>;
