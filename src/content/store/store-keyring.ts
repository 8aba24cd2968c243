import { isReanError, ReanError } from '../../shared/errors.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import type { Disk } from '../disk/disk.ts';
import { writeDurably } from '../disk/durable-file.ts';
import { keyringOf } from '../keyring/keyring.ts';
import type { Keyring } from '../keyring/keyring.ts';
import {
  admitKeyring,
  formatKeyring,
  parseKeyring,
  publishersOf,
  revokedBy,
} from '../keyring/root-keyring.ts';
import type { RootKeyring } from '../keyring/root-keyring.ts';
import { readTrustedKeys } from '../keyring/trusted-keys.ts';
import { parseSignature } from '../minisign/signature.ts';
import type { InstallTools } from './install-pack.ts';
import { listInstalled, readSignature } from './installed-packs.ts';
import type { StoreLayout } from './layout.ts';

/** An installed version whose publisher's key was revoked since ([PKG22]). */
export interface RevokedVersion {
  readonly pack: PackId;
  readonly version: Semver;
  readonly keyId: string;
  readonly reason: string;
}

/** The keyring a store holds; null where none was brought. Throws `config.invalid` for a damaged one. */
export async function readRootKeyring(
  disk: Disk,
  layout: StoreLayout,
): Promise<RootKeyring | null> {
  const bytes = await disk.readFile(layout.rootKeyring);
  if (bytes === null) return null;
  try {
    return parseKeyring(bytes);
  } catch (error) {
    throw new ReanError('config.invalid', { path: layout.rootKeyring }, error);
  }
}

/** Whose packs a store takes, and whose not any more. Throws `config.invalid`. */
export async function readKeyring(disk: Disk, layout: StoreLayout): Promise<Keyring> {
  const root = await readRootKeyring(disk, layout);
  const trusted = await readTrustedKeys(disk, layout.trustedKeys);
  if (root === null) return keyringOf(trusted);
  return keyringOf([...trusted, ...publishersOf(root)], revokedBy(root));
}

/**
 * Puts a keyring in the place of the one held, where it may ([PKG21]); whether it did. Only under the
 * install lock. Throws `keyring.invalid`, `keyring.older`, `keyring.not-signed`, `config.invalid`.
 */
export async function takeRootKeyring(
  { disk, randomness, layout }: InstallTools,
  bytes: Uint8Array,
): Promise<boolean> {
  const offered = parseKeyring(bytes);
  if (!admitKeyring(await readRootKeyring(disk, layout), offered)) return false;
  const file = { path: layout.rootKeyring, bytes: formatKeyring(offered), mode: 0o644 };
  await writeDurably(disk, randomness, { ...file, staging: layout.temporary });
  return true;
}

/** What is installed of keys that count no more. It goes on; somebody should know of it ([PKG22]). */
export async function revokedVersions(
  disk: Disk,
  layout: StoreLayout,
): Promise<readonly RevokedVersion[]> {
  const keyring = await readKeyring(disk, layout);
  const revoked: RevokedVersion[] = [];
  for (const { id: pack, versions } of await listInstalled(disk, layout)) {
    for (const { version } of versions) {
      const keyId = keyIdIn(await readSignature(disk, layout, pack, version));
      const reason = keyId === null ? null : keyring.revoked(keyId);
      if (keyId !== null && reason !== null) revoked.push({ pack, version, keyId, reason });
    }
  }
  return revoked;
}

function keyIdIn(signature: Uint8Array | null): string | null {
  if (signature === null) return null;
  try {
    return parseSignature(Buffer.from(signature).toString('utf8')).keyId;
  } catch (error) {
    if (isReanError(error)) return null;
    throw error;
  }
}
