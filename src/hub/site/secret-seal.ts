import { hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import { canonicalBytes } from '../../sync/envelope/canonical.ts';
import { openBytes, sealBytes } from '../../sync/envelope/sealing.ts';
import { systemRandomness } from '../../sync/machine/system-ports.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';
import { isSecret, siteFiles } from './site-files.ts';

/**
 * A hub's files of secrets, sealed with a key that the system hands to the hub's process alone: a
 * credential of its systemd unit, which a TPM can bind to this PC ([IDN14]). Without one they lie as
 * they are, readable to their owner only.
 */

/** What the hub's unit names the credential (`LoadCredentialEncrypted=`). */
export const credentialName = 'rean-hub-key';
const leastBytes = 32;

/**
 * The key of this PC for the hub's secrets, from `$CREDENTIALS_DIRECTORY`; null where the system hands
 * out none.
 * @throws ReanError `config.invalid` for one that is too short, or can't be read
 */
export async function systemSealKey(): Promise<Uint8Array | null> {
  const folder = process.env['CREDENTIALS_DIRECTORY'];
  if (folder === undefined) return null;
  const path = join(folder, credentialName);
  const bytes = await readHandedOut(path);
  if (bytes === null) return null;
  if (bytes.length < leastBytes) throw new ReanError('config.invalid', { path, problem: 'short' });
  return new Uint8Array(hkdfSync('sha256', bytes, Buffer.alloc(0), 'rean hub secrets', 32));
}

/** One that is there and can't be read is not none: secrets would be written in the open for good. */
async function readHandedOut(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    if (problem === 'ENOENT') return null;
    throw new ReanError('config.invalid', { path, problem }, cause);
  }
}

const sealedSchema = z.strictObject({ what: z.literal('rean-sealed'), sealed: z.base64() });

const contextOf = (path: string) => canonicalBytes({ purpose: 'rean-secret-file', path });

/** What is written for a file: sealed where it is a secret and there is a key. */
export function sealText(path: string, text: string, key: Uint8Array | null): string {
  if (key === null || !isSecret({ path })) return text;
  const sealed = sealBytes(key, contextOf(path), Buffer.from(text, 'utf8'), systemRandomness());
  return `${JSON.stringify({ what: 'rean-sealed', sealed })}\n`;
}

/**
 * What a file says, sealed or not.
 * @throws ReanError `key.missing` for one that is sealed where there is no key; `seal.broken`
 */
export function openText(path: string, text: string, key: Uint8Array | null): string {
  const sealed = sealedIn(text);
  if (sealed === null) return text;
  if (key === null) throw new ReanError('key.missing', { credential: credentialName, file: path });
  return openBytes(key, contextOf(path), sealed, credentialName).toString('utf8');
}

/**
 * Seals what lies open of a hub's secrets, where the system hands out a key; to be called by whoever
 * holds the folder, as a running hub reads and writes them.
 */
export async function sealSecrets(folder: string): Promise<void> {
  const key = await systemSealKey();
  if (key === null) return;
  for (const { path } of Object.values(siteFiles).filter(isSecret)) {
    const text = await readPrivateFile(join(folder, path));
    if (text === null || isSealed(text)) continue;
    await writePrivateFile(join(folder, path), sealText(path, text, key));
  }
}

/** Whether a file's text is sealed. */
export function isSealed(text: string): boolean {
  return text.startsWith('{"what":"rean-sealed"');
}

function sealedIn(text: string): string | null {
  if (!isSealed(text)) return null;
  return sealedSchema.parse(JSON.parse(text)).sealed;
}
