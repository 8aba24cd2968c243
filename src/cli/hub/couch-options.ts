import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import { couchUrlSchema } from '../../hub/site/couch-files.ts';
import type { CouchAccount } from '../../hub/store/choose-couch.ts';
import { ReanError } from '../../shared/errors.ts';

/** What commands take about a CouchDB. */
export const couchOptionsSchema = z.object({
  couch: z.string().optional(),
  couchCredentials: z.string().min(1).optional(),
  couchAuthority: z.string().min(1).optional(),
});
type CouchOptions = z.infer<typeof couchOptionsSchema>;

export const couchCredentialsHelp =
  'file (0600) of {"user":…,"password":…} at CouchDB; without it REAN_COUCH_USER and REAN_COUCH_PASSWORD';
export const couchAuthorityHelp = 'certificate (PEM) that CouchDB’s own is signed with';

const credentialsSchema = z.strictObject({ user: z.string().min(1), password: z.string().min(1) });

/**
 * The CouchDB that options name; undefined where they name none. Name and password come from a file
 * of one's own, or from REAN_COUCH_USER and REAN_COUCH_PASSWORD: other users see command lines.
 * @throws ReanError `config.invalid`
 */
export async function readCouch(options: CouchOptions): Promise<CouchAccount | undefined> {
  if (options.couch === undefined) return undefined;
  const url = couchUrlSchema.safeParse(options.couch);
  if (!url.success) throw new ReanError('config.invalid', { problem: 'couch-url' });
  const credentials = await readCredentials(options.couchCredentials);
  return { url: url.data, ...credentials, authority: await readAuthority(options) };
}

async function readAuthority({ couchAuthority }: CouchOptions): Promise<string | undefined> {
  if (couchAuthority === undefined) return undefined;
  const path = resolve(couchAuthority);
  try {
    const pem = await readFile(path, 'utf8');
    // Looked at now: else it would seem that CouchDB can't be reached. There may be several in it.
    const { raw } = new X509Certificate(pem);
    return raw.length > 0 ? pem : undefined;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const problem = /^E[A-Z]+$/.test(code) ? code : 'couch-authority';
    throw new ReanError('config.invalid', { path, problem }, cause);
  }
}

async function readCredentials(file: string | undefined) {
  if (file === undefined) {
    const { REAN_COUCH_USER: user, REAN_COUCH_PASSWORD: password } = process.env;
    const given = credentialsSchema.safeParse({ user, password });
    if (given.success) return given.data;
    throw new ReanError('config.invalid', { problem: 'couch-credentials' });
  }
  const path = resolve(file);
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) throw new ReanError('config.invalid', { path, problem: 'readable' });
    const json: unknown = JSON.parse(await readFile(path, 'utf8'));
    return credentialsSchema.parse(json);
  } catch (cause) {
    if (cause instanceof ReanError) throw cause;
    throw new ReanError('config.invalid', { path, problem: 'couch-credentials' }, cause);
  }
}
