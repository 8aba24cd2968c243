import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseSignature, verifySignature } from '../../content/minisign/signature.ts';
import type { SecretKey } from '../../content/minisign/keys.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { drawingFiles, installerTools, missingPackages } from '../plan/debian-tools.ts';
import { imageManifestSchema } from '../plan/image-manifest.ts';
import type { ImageFile, ImageManifest } from '../plan/image-manifest.ts';
import { imageRoleSchema } from '../plan/role.ts';
import type { ImageRole } from '../plan/role.ts';
import type { SiteConfig } from '../plan/site-config.ts';
import { hashOf } from './file-bytes.ts';
import { readKeyFile, readSiteFile } from './given-files.ts';

/** What the command line says; paths are absolute. */
export interface InstallerRequest {
  readonly configFile: string;
  readonly keyFile: string;
  /** Where the images of roles were built to, and where the stick's goes. */
  readonly output: string;
  readonly version: string;
}

/** A role's image, seen to be what was signed. */
export interface SignedImage {
  readonly role: ImageRole;
  readonly manifest: string;
  readonly slot: string;
  readonly slotBytes: number;
}

/** All that a stick is made from. */
export interface InstallerOrder {
  readonly site: SiteConfig;
  readonly siteBytes: Uint8Array;
  readonly key: SecretKey;
  readonly images: readonly SignedImage[];
  readonly output: string;
  readonly version: string;
}

/**
 * Reads all that a stick is made from, and finds what is wrong with it before anything is made.
 *
 * @throws ReanError `config.invalid` with a `problem` and what it is about
 */
export async function prepareInstaller(
  request: InstallerRequest,
  exists: (path: string) => boolean = existsSync,
): Promise<InstallerOrder> {
  const { configFile, keyFile, ...rest } = request;
  const { site, siteBytes } = await readSiteFile(configFile);
  const key = await readKeyFile(keyFile);
  const missing = missingPackages(exists, installerTools, drawingFiles);
  if (missing.length > 0) throw wrong('tools-missing', { packages: missing.join(' ') });
  const images: SignedImage[] = [];
  for (const role of imageRoleSchema.options) {
    const image = await readImage(role, rest.output, site.site, key);
    if (image !== null) images.push(image);
  }
  if (images.length === 0) throw wrong('no-images', { folder: rest.output });
  return { ...rest, site, siteBytes, key, images };
}

const wrong = (problem: string, facts: Readonly<Record<string, string>>, cause?: unknown) =>
  new ReanError('config.invalid', { problem, ...facts }, cause);

/** @returns null where that role was not built */
async function readImage(
  role: ImageRole,
  folder: string,
  site: string,
  key: SecretKey,
): Promise<SignedImage | null> {
  const manifest = join(folder, `rean-${role}.json`);
  const bytes = await readFile(manifest).catch(() => null);
  if (bytes === null) return null;
  const list = await readSigned(manifest, bytes, key);
  if (list.site !== site || list.role !== role) throw wrong('image-other', { path: manifest });
  const name = `rean-${role}.squashfs`;
  const slot = join(folder, name);
  const file = list.files.find((one) => one.name === name);
  if (file === undefined || !(await isWhole(slot, file)))
    throw wrong('image-changed', { path: slot });
  return { role, manifest, slot, slotBytes: file.bytes };
}

async function readSigned(path: string, bytes: Buffer, key: SecretKey): Promise<ImageManifest> {
  try {
    const signature = parseSignature(await readFile(`${path}.minisig`, 'utf8'));
    verifySignature(bytes, signature, key.publicKey);
    return imageManifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    const isSignature = isReanError(error, 'pack.signature-invalid');
    throw wrong(isSignature ? 'image-unsigned' : 'image-changed', { path }, error);
  }
}

async function isWhole(path: string, { sha256 }: ImageFile): Promise<boolean> {
  return (await hashOf(path).catch(() => null)) === sha256;
}
