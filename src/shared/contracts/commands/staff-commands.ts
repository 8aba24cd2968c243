import * as z from 'zod';
import { base64Schema, groupIdSchema, staffIdSchema } from '../../ids.ts';
import { groupScopeSchema, groupScopes, staffRoles } from '../documents/directory.ts';
import { verifierCost, verifierSchema } from '../keyring.ts';
import { localizedSchema } from '../phrase.ts';

/** What a person is appointed to, and under which name. */
export const staffTermsSchema = z.strictObject({
  name: localizedSchema,
  role: z.enum(staffRoles),
  scopes: z.array(groupScopeSchema).max(groupScopes.length),
  /** An instructor's own. */
  groups: z.array(groupIdSchema).max(200),
});
export type StaffTerms = z.infer<typeof staffTermsSchema>;

/**
 * Of a new passphrase. The station makes it, so that neither passphrase nor private key ever leave it
 * ([CMD6]). It costs what all new ones do: a cheaper one would be guessed, a dearer one stall stations.
 */
const newVerifierSchema = verifierSchema.omit({ number: true, empty: true }).extend({
  memoryKiB: z.literal(verifierCost.memoryKiB),
  iterations: z.literal(verifierCost.iterations),
  signingKey: base64Schema(32),
});

const nothing = z.strictObject({});

/** Staff accounts ([STF1]). */
export const staffCommands = {
  'staff.appoint': {
    type: 'staff.appoint',
    journalled: true,
    input: staffTermsSchema.extend({ verifier: newVerifierSchema }),
    output: z.strictObject({ staff: staffIdSchema }),
  },
  'staff.change': {
    type: 'staff.change',
    journalled: true,
    evident: true,
    input: staffTermsSchema.extend({ staff: staffIdSchema }),
    output: nothing,
  },
  'staff.disable': {
    type: 'staff.disable',
    journalled: true,
    reasons: 'own-words',
    evident: true,
    input: z.strictObject({ staff: staffIdSchema }),
    output: nothing,
  },
  'staff.passphrase': {
    type: 'staff.passphrase',
    journalled: true,
    input: z.strictObject({ staff: staffIdSchema, verifier: newVerifierSchema }),
    output: nothing,
  },
} as const;
