import * as z from 'zod';
import { packIdSchema, semverSchema } from '../../ids.ts';
import { lastBackupSchema } from '../hub-api.ts';
import { localizedSchema, phraseSchema } from '../phrase.ts';

/** What the Site screen shows of the site, its hub and the packs here. */
export const siteViewSchema = z.strictObject({
  siteName: localizedSchema.nullable(),
  hubUrl: z.string(),
  hubReachable: z.boolean(),
  quarantined: z.number().int().min(0).nullable(),
  unfolded: z.number().int().min(0).nullable(),
  /** Records that nobody has brought though later ones are at the hub; absent where it does not say ([HUB18]). */
  missing: z.number().int().min(0).optional(),
  /** Learners whose records the hub can't fold; absent where it does not say ([FLD10]). */
  stuck: z.number().int().min(0).optional(),
  /** As the hub last said; null for never, absent where it has not said ([RET3]). */
  lastBackup: lastBackupSchema.nullable().optional(),
  packs: z.array(
    z.strictObject({
      pack: packIdSchema,
      version: semverSchema,
      title: phraseSchema,
      /** Whether it holds files that run code ([PKG8]). */
      runsCode: z.boolean(),
    }),
  ),
  stations: z.number().int().min(0),
  learners: z.number().int().min(0),
});
export type SiteView = z.infer<typeof siteViewSchema>;
