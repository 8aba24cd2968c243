import { join } from 'node:path';
import type { Randomness } from '../../shared/ports.ts';
import type { Disk } from '../disk/disk.ts';
import { writeDurably } from '../disk/durable-file.ts';
import {
  formatPublicKeyFile,
  formatSecretKeyFile,
  mintSecretKey,
  parseSecretKeyFile,
} from '../minisign/keys.ts';
import type { SecretKey } from '../minisign/keys.ts';

export interface KeyTools {
  readonly disk: Disk;
  readonly randomness: Randomness;
}

/** The two files of a key pair called `name`. */
export const keyFiles = (folder: string, name: string) => ({
  secret: join(folder, `${name}.key`),
  public: join(folder, `${name}.pub`),
});

/**
 * The key a site signs its own packs with: read from `folder`, or minted there the first time. There
 * is no key in the sources: every data folder has its own ([PKG4]). Throws `shape.invalid` for a
 * damaged key file, rather than silently minting another that no store trusts.
 */
export async function ensurePublisherKey(
  tools: KeyTools,
  folder: string,
  name = 'publisher',
): Promise<SecretKey> {
  const files = keyFiles(folder, name);
  const existing = await tools.disk.readFile(files.secret);
  if (existing !== null) return parseSecretKeyFile(Buffer.from(existing).toString('utf8'));
  const key = mintSecretKey(tools.randomness);
  await tools.disk.makeFolder(folder);
  await writeKeyPair(tools, files, key);
  return key;
}

/** Writes both files of a key pair, the secret one readable by its owner only. */
export async function writeKeyPair(
  { disk, randomness }: KeyTools,
  files: { readonly secret: string; readonly public: string },
  key: SecretKey,
): Promise<void> {
  const encoder = new TextEncoder();
  const publicBytes = encoder.encode(formatPublicKeyFile(key.publicKey));
  await writeDurably(disk, randomness, { path: files.public, bytes: publicBytes, mode: 0o644 });
  // last: a secret key stands for a pair written to the end
  const secretBytes = encoder.encode(formatSecretKeyFile(key));
  await writeDurably(disk, randomness, { path: files.secret, bytes: secretBytes, mode: 0o600 });
}
