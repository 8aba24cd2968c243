import * as z from 'zod';
import { generationSchema } from '../../shared/ids.ts';
import { couchFileSchema, databasesFileSchema } from '../site/couch-files.ts';
import type { SiteFile } from '../site/site-files.ts';

const migrationSchema = z.strictObject({
  v: z.literal(1),
  /** Where to: a CouchDB, or null for the hub's folder. */
  to: z.strictObject({ place: databasesFileSchema, account: couchFileSchema }).nullable(),
  /** The generation that begins there. */
  generation: generationSchema,
  /** What is there can't be gone on with: its journal has an entry of its own, or it differs. */
  spent: z.boolean(),
  /** Everything is there and was compared: from now on it is the one in use ([CDB8]). */
  switched: z.boolean(),
});
export type Migration = z.infer<typeof migrationSchema>;

/** A move of the databases that is under way; no such file while there is none. */
export const migrationFile: SiteFile<Migration> = {
  path: 'secrets/migration.json',
  schema: migrationSchema,
};
