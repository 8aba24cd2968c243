import { join } from 'node:path';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { isReanError } from '../../shared/errors.ts';
import { packIdSchema, semverSchema } from '../../shared/ids.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import type { Disk } from '../disk/disk.ts';
import { manifestName, parseManifest, signatureName } from '../pack/manifest.ts';
import type { PresentPack } from '../pack/requirements.ts';
import { readActive, readPrevious } from './active-version.ts';
import type { StoreLayout } from './layout.ts';

/** A version in the store. */
export type InstalledVersion =
  | {
      readonly kind: 'ready';
      readonly version: Semver;
      readonly manifest: PackManifest;
      readonly manifestBytes: Uint8Array;
    }
  /** Its `pack.json` is gone or unreadable: install it again. */
  | { readonly kind: 'damaged'; readonly version: Semver };

export interface InstalledPack {
  readonly id: PackId;
  /** What new sittings get; null when no version is ready. */
  readonly active: Semver | null;
  /** The ready version that they got before it, if any: the way back. */
  readonly previous: Semver | null;
  /** By sequence, oldest first; damaged ones before all. */
  readonly versions: readonly InstalledVersion[];
}

/** Every pack in a store. Names that are no pack's are passed over. */
export async function listInstalled(
  disk: Disk,
  layout: StoreLayout,
): Promise<readonly InstalledPack[]> {
  const packs: InstalledPack[] = [];
  for (const { name, kind } of await disk.list(layout.packs)) {
    const id = packIdSchema.safeParse(name);
    if (kind !== 'folder' || !id.success) continue;
    const pack = await readInstalled(disk, layout, id.data);
    if (pack.versions.length > 0) packs.push(pack);
  }
  return packs;
}

/** What is there and can be opened: what other packs may require. */
export async function listReady(disk: Disk, layout: StoreLayout): Promise<readonly PresentPack[]> {
  const packs = await listInstalled(disk, layout);
  return packs.map(({ id, versions }) => ({
    id,
    versions: versions.flatMap(({ kind, version }) => (kind === 'ready' ? [version] : [])),
  }));
}

/** One pack of a store; without versions where it isn't installed. */
export async function readInstalled(
  disk: Disk,
  layout: StoreLayout,
  id: PackId,
): Promise<InstalledPack> {
  const versions: InstalledVersion[] = [];
  for (const { name, kind } of await disk.list(layout.pack(id))) {
    const version = semverSchema.safeParse(name);
    if (kind !== 'folder' || !version.success) continue;
    versions.push(await readVersion(disk, layout, id, version.data));
  }
  versions.sort((a, b) => sequenceOf(a) - sequenceOf(b));
  const active = await chooseActive(disk, layout, id, versions);
  const before = await readPrevious(disk, layout, id);
  const isThere = versions.some(({ kind, version }) => kind === 'ready' && version === before);
  return { id, versions, active, previous: isThere && before !== active ? before : null };
}

/** One version, or null where it isn't installed. */
export async function findVersion(
  disk: Disk,
  layout: StoreLayout,
  id: PackId,
  version: Semver,
): Promise<InstalledVersion | null> {
  const folders = await disk.list(layout.pack(id));
  const present = folders.some(({ name, kind }) => name === version && kind === 'folder');
  return present ? readVersion(disk, layout, id, version) : null;
}

/** One version, read and checked against its place; `damaged` where it can't be. */
async function readVersion(
  disk: Disk,
  layout: StoreLayout,
  id: PackId,
  version: Semver,
): Promise<InstalledVersion> {
  const damaged: InstalledVersion = { kind: 'damaged', version };
  const folder = layout.version(id, version);
  const manifestBytes = await disk.readFile(join(folder, manifestName));
  if (manifestBytes === null) return damaged;
  try {
    const manifest = parseManifest(manifestBytes);
    const inPlace = manifest.id === id && manifest.version === version;
    return inPlace ? { kind: 'ready', version, manifest, manifestBytes } : damaged;
  } catch (error) {
    if (isReanError(error)) return damaged;
    throw error;
  }
}

/** The signature beside a version's manifest, as bytes; null when it is gone. */
export function readSignature(
  disk: Disk,
  layout: StoreLayout,
  id: PackId,
  version: Semver,
): Promise<Uint8Array | null> {
  return disk.readFile(join(layout.version(id, version), signatureName));
}

/** The pointer's version, or, where the pointer leads nowhere, the newest that is ready. */
async function chooseActive(
  disk: Disk,
  layout: StoreLayout,
  id: PackId,
  versions: readonly InstalledVersion[],
): Promise<Semver | null> {
  const pointed = await readActive(disk, layout, id);
  const ready = versions.filter((version) => version.kind === 'ready');
  return (ready.find(({ version }) => version === pointed) ?? ready.at(-1))?.version ?? null;
}

const sequenceOf = (version: InstalledVersion) =>
  version.kind === 'ready' ? version.manifest.sequence : 0;

/** What all versions that are here take on the disk together, each content counted once. */
export function storedBytes(installed: readonly InstalledPack[]): number {
  const files = installed.flatMap(({ versions }) =>
    versions.flatMap((version) => (version.kind === 'ready' ? version.manifest.files : [])),
  );
  const sizes = new Map(files.map(({ sha256, size }) => [sha256, size]));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
