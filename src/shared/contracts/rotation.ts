import * as z from 'zod';
import { stationIdSchema } from '../ids.ts';
import { givenNameSchema } from './erasure.ts';

/** Giving a site other keys, by two persons ([PRM4]). */

/** Keys of a site that are given another in their place. */
export const rotatedKeys = ['hub-certificate', 'hub-signing', 'authority', 'site'] as const;
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

export const rotationSchema = z
  .strictObject({
    key: rotatedKeySchema,
    reason: rotationReasonSchema,
    who: givenNameSchema,
    second: givenNameSchema,
    /** Of the hub's certificate; those it has for null. */
    hosts: z.array(hostSchema).max(50).nullable(),
    /** Where another site key is backed up before anything is sealed with it; for that key only. */
    keys: keysPlaceSchema.optional(),
  })
  .refine(({ who, second }) => who !== second, { path: ['second'] })
  .refine(({ key, keys }) => (key === 'site') === (keys !== undefined), { path: ['keys'] });
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
