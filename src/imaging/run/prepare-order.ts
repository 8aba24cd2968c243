import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ReanError } from '../../shared/errors.ts';
import { drawingFiles, hubTools, missingPackages } from '../plan/debian-tools.ts';
import { layDisk } from '../plan/disk-layout.ts';
import { packageOf } from '../plan/role.ts';
import type { ImageRole } from '../plan/role.ts';
import type { Mirror } from '../plan/root-plan.ts';
import { readKeyFile, readSiteFile } from './given-files.ts';
import type { ImageOrder } from './image-order.ts';

/** What the command line says; paths are absolute. */
export interface ImageRequest {
  readonly role: ImageRole;
  readonly configFile: string;
  readonly keyFile: string;
  readonly packages: string;
  /** A folder or an address; Debian's own archive unless given. */
  readonly mirror: string | undefined;
  readonly diskMiB: number;
  readonly fresh: boolean;
  readonly cache: string;
  readonly recipe: string;
  readonly version: string;
  readonly output: string;
}

/** What a build touches of this PC before it begins; tests have others. */
export interface BuildMachine {
  readonly isRoot: boolean;
  readonly exists: (path: string) => boolean;
}

const thisMachine: BuildMachine = { isRoot: process.getuid?.() === 0, exists: existsSync };

/**
 * Reads all a build needs, and finds what is wrong with it before anything is made.
 *
 * @throws ReanError `config.invalid` with a `problem` and what it is about
 */
export async function prepareOrder(
  request: ImageRequest,
  machine: BuildMachine = thisMachine,
): Promise<ImageOrder> {
  const { configFile, keyFile, packages, mirror, ...rest } = request;
  const { site, siteBytes } = await readSiteFile(configFile);
  const key = await readKeyFile(keyFile);
  layDisk(request.diskMiB);
  const packs = site.packs.map((pack) => resolve(dirname(configFile), pack));
  for (const pack of packs) {
    if (!machine.exists(pack)) throw wrong('no-pack', { path: pack });
  }
  const ownPackage = await findPackage(packages, packageOf[request.role]);
  const order = { ...rest, site, siteBytes, key, packs, ownPackage };
  const missing =
    request.role === 'hub'
      ? missingPackages(machine.exists, hubTools, drawingFiles)
      : missingPackages(machine.exists);
  if (missing.length > 0) throw wrong('tools-missing', { packages: missing.join(' ') });
  if (!machine.isRoot) throw wrong('not-root', {});
  return { ...order, mirror: readMirror(mirror, machine.exists) };
}

const wrong = (problem: string, facts: Readonly<Record<string, string>>) =>
  new ReanError('config.invalid', { problem, ...facts });

/** The newest by name; a folder usually holds one. */
async function findPackage(folder: string, name: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const own = names.filter((file) => file.startsWith(`${name}_`) && file.endsWith('.deb')).sort();
  const found = own.at(-1);
  if (found === undefined) throw wrong('no-package', { name, folder });
  return join(folder, found);
}

function readMirror(given: string | undefined, exists: (path: string) => boolean): Mirror {
  if (given === undefined) return { kind: 'debian' };
  if (/^https?:\/\//.test(given)) return { kind: 'address', url: given };
  const folder = resolve(given);
  if (exists(join(folder, 'dists'))) return { kind: 'archive', folder };
  const lists = ['Packages', 'Packages.gz', 'Packages.xz'].map((name) => join(folder, name));
  if (lists.some((list) => exists(list))) return { kind: 'flat', folder };
  throw wrong('no-mirror', { folder });
}
