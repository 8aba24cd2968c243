import { X509Certificate } from 'node:crypto';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ReanError } from '../../shared/errors.ts';
import { readPrivateFile, syncFolder, writePrivateFile } from './private-file.ts';
import { isSealed } from './secret-seal.ts';
import { siteFiles } from './site-files.ts';
import { folderVault } from './site-vault.ts';

const unfinishedMark = 'set-up-unfinished';
const madeBySetUp = [
  'db',
  'index',
  'secrets',
  'demo-sign-ins.json',
  siteFiles.databases.path,
  siteFiles.policy.path,
  siteFiles.recovery.path,
  siteFiles.site.path,
];

/** Where a hub's LevelDB databases lie in its folder. */
export function databaseFolder(folder: string): string {
  return join(folder, 'db');
}

/**
 * Readies a folder for a new site. What an interrupted set-up left is taken away; a folder with a
 * site, or with somebody's other files, is left alone.
 * @throws ReanError `site.exists`, `config.invalid` with `problem: 'not-empty'`, or `store.full`
 */
export async function beginSetUp(folder: string): Promise<void> {
  const held = await listFolder(folder);
  if (held.includes(unfinishedMark)) await clearUnfinished(folder);
  else if (held.includes(siteFiles.site.path)) throw new ReanError('site.exists', { path: folder });
  else if (held.length > 0) {
    throw new ReanError('config.invalid', { path: folder, problem: 'not-empty' });
  }
  await writePrivateFile(join(folder, unfinishedMark), '');
  await chmod(folder, 0o700);
}

/**
 * The site is whole: from here on it is never cleared. That is durable when it resolves, as the next
 * set-up would clear what stations have been answered for.
 */
export async function endSetUp(folder: string, sync = syncFolder): Promise<void> {
  await rm(join(folder, unfinishedMark), { force: true });
  await sync(folder);
}

/**
 * @throws ReanError `site.missing` when the folder holds no site, or one whose set-up was cut short;
 * `config.outdated` for a site that was made before sites had an authority ([IDN8])
 */
export async function requireSite(folder: string): Promise<void> {
  const unfinished = await readPrivateFile(join(folder, unfinishedMark));
  const site = await readPrivateFile(join(folder, siteFiles.site.path));
  if (site === null || unfinished !== null) throw new ReanError('site.missing', { path: folder });
  if (await isOfTokens(folder)) throw new ReanError('config.outdated', { path: folder });
}

/**
 * Before sites had an authority, the hub's certificate was signed by itself. Secrets are sealed since
 * later than that, and need not be opened to ask a hub that runs ([IDN14]).
 */
async function isOfTokens(folder: string): Promise<boolean> {
  const text = await readPrivateFile(join(folder, siteFiles.tls.path));
  if (text === null || isSealed(text)) return false;
  const tls = await folderVault(folder).read(siteFiles.tls);
  if (tls === null) return false;
  const { subject, issuer } = new X509Certificate(tls.certificate);
  return subject === issuer;
}

async function clearUnfinished(folder: string): Promise<void> {
  for (const name of madeBySetUp) await rm(join(folder, name), { recursive: true, force: true });
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await readdir(folder);
  } catch (cause) {
    const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new ReanError('config.invalid', { path: folder, problem }, cause);
  }
}
