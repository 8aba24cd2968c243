import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { parseSecretKeyFile } from '../../content/minisign/keys.ts';
import type { SecretKey } from '../../content/minisign/keys.ts';
import { ReanError } from '../../shared/errors.ts';
import { siteConfigSchema } from '../plan/site-config.ts';
import type { SiteConfig } from '../plan/site-config.ts';

async function readGiven(path: string, option: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new ReanError('config.invalid', { problem: 'no-file', path, option }, error);
  }
}

/**
 * A site's configuration, with the bytes it was read from: those are what is signed.
 *
 * @throws ReanError `config.invalid` with `problem: 'no-file'` or `'site-shape'`
 */
export async function readSiteFile(path: string) {
  const siteBytes = await readGiven(path, 'config');
  return { site: parseSite(path, siteBytes), siteBytes };
}

function parseSite(path: string, bytes: Uint8Array): SiteConfig {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new ReanError('config.invalid', { problem: 'site-shape', path, at: 'JSON' }, error);
  }
  const parsed = siteConfigSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const at = z.prettifyError(parsed.error).replace(/\s+/g, ' ');
  throw new ReanError('config.invalid', { problem: 'site-shape', path, at }, parsed.error);
}

/** @throws ReanError `config.invalid` with `problem: 'no-file'` or `'key-shape'` */
export async function readKeyFile(path: string): Promise<SecretKey> {
  const bytes = await readGiven(path, 'key');
  try {
    return parseSecretKeyFile(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new ReanError('config.invalid', { problem: 'key-shape', path }, error);
  }
}
