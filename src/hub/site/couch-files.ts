import * as z from 'zod';
import { base64Schema } from '../../shared/ids.ts';

/** What a hub's folder says of databases that lie in a CouchDB. */

const epochSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** Where a CouchDB is; whoever goes there is in a file of secrets, never in the address. */
export const couchUrlSchema = z.url({ protocol: /^https?$/ }).refine((url) => {
  if (!URL.canParse(url)) return false;
  const { username, password, search, hash } = new URL(url);
  return [username, password, search, hash].every((part) => part === '');
}, 'an address without a name, password or query');

/** Which CouchDB holds the databases; no such file while they lie in the hub's folder ([CDB1]). */
export const databasesFileSchema = z.strictObject({
  v: z.literal(1),
  url: couchUrlSchema,
  /** Before each database's name there. */
  prefix: z.string().regex(/^[a-z][a-z0-9-]{0,60}-$/),
  /** What is written into each of them at every opening, so that others are told apart ([CDB5]). */
  epoch: epochSchema,
  /** The epoch now being written; null while all have `epoch`. */
  next: epochSchema.nullable(),
});
export type DatabasesFileContent = z.infer<typeof databasesFileSchema>;

/** The hub's account at CouchDB. */
export const couchFileSchema = z.strictObject({
  v: z.literal(1),
  user: z
    .string()
    .min(1)
    .regex(/^[^:]*$/),
  password: z.string().min(1),
  /** PEM of the authority that signed CouchDB's certificate, where no public one did. */
  authority: z.string().optional(),
  /** Seals the sequences that stations get. */
  sequenceKey: base64Schema(32),
});
export type CouchFileContent = z.infer<typeof couchFileSchema>;
