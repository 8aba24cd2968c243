import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePublicKeyFile } from '../../content/minisign/keys.ts';
import type { PublicKey } from '../../content/minisign/keys.ts';
import { parseSignature, verifySignature } from '../../content/minisign/signature.ts';
import { ReanError } from '../../shared/errors.ts';
import { imageManifestSchema, installerManifestSchema } from '../plan/image-manifest.ts';
import type { ImageFile } from '../plan/image-manifest.ts';
import { installerPart, netbootInitrd, netbootKernel } from '../plan/installer-plan.ts';
import { imageRoleSchema } from '../plan/role.ts';
import type { ImageRole } from '../plan/role.ts';
import { hashOf } from '../run/file-bytes.ts';

/** What lies in the folder that PCs are installed from. */
export interface ServedFiles {
  readonly site: string;
  readonly version: string;
  readonly roles: readonly ImageRole[];
  /** By name; checked as far as was asked. */
  readonly files: readonly ServedFile[];
  /** Lists and their signatures: small. */
  readonly lists: readonly string[];
}

export interface ServedFile extends ImageFile {
  readonly path: string;
}

const wrong = (problem: string, path: string, cause?: unknown) =>
  new ReanError('config.invalid', { problem, path }, cause);

/** The image's public key. @throws ReanError `config.invalid` with `problem: 'no-key'` */
export async function readImageKey(path: string): Promise<PublicKey> {
  try {
    return parsePublicKeyFile(await readFile(path, 'utf8'));
  } catch (error) {
    throw wrong('no-key', path, error);
  }
}

/**
 * Reads what a stick brought ([PXE2]): every list signed by this key and of one site, every file there and as long
 * as it should be.
 *
 * @param hashes whether each file is read whole and compared, too
 * @throws ReanError `config.invalid` with `problem: 'no-files'` or `'files-changed'`
 */
export async function readServedFiles(
  folder: string,
  key: PublicKey,
  hashes: boolean,
): Promise<ServedFiles> {
  const path = join(folder, 'rean-installer.json');
  const own = installerManifestSchema.safeParse(await readList(path, key));
  if (!own.success) throw wrong('files-changed', path, own.error);
  const { site, version } = own.data;
  const boot = own.data.files.filter(({ name }) => name !== installerPart);
  for (const name of [netbootKernel, netbootInitrd]) {
    if (!boot.some((file) => file.name === name)) throw wrong('no-files', join(folder, name));
  }
  const roles: ImageRole[] = [];
  const listed: ImageFile[] = [...boot];
  for (const role of imageRoleSchema.options) {
    const list = await readRole(folder, role, site, key);
    if (list === null) continue;
    roles.push(role);
    listed.push(list);
  }
  if (roles.length === 0) throw wrong('no-files', folder);
  const files = listed.map((file) => ({ ...file, path: join(folder, file.name) }));
  for (const file of files) await check(file, hashes);
  const lists = ['installer', ...roles].flatMap((name) => [
    `rean-${name}.json`,
    `rean-${name}.json.minisig`,
  ]);
  return { site, version, roles, files, lists };
}

/** @returns null where that role was not brought */
async function readRole(folder: string, role: ImageRole, site: string, key: PublicKey) {
  const path = join(folder, `rean-${role}.json`);
  if ((await stat(path).catch(() => null)) === null) return null;
  const list = imageManifestSchema.safeParse(await readList(path, key));
  if (!list.success) throw wrong('files-changed', path, list.error);
  const file = list.data.files.find(({ name }) => name === `rean-${role}.squashfs`);
  if (list.data.site !== site || list.data.role !== role || file === undefined) {
    throw wrong('files-changed', path);
  }
  return file;
}

/** A list as what it says, once it is seen to be signed. */
async function readList(path: string, key: PublicKey): Promise<unknown> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw wrong('no-files', path, error);
  });
  try {
    verifySignature(bytes, parseSignature(await readFile(`${path}.minisig`, 'utf8')), key);
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw wrong('files-changed', path, error);
  }
}

async function check({ path, bytes, sha256 }: ServedFile, hashes: boolean): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true || found.size !== bytes) throw wrong('files-changed', path);
  if (hashes && (await hashOf(path)) !== sha256) throw wrong('files-changed', path);
}
