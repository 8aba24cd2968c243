import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { importedPackages } from './imported-packages.ts';
import { dependencyNames, packageClosure } from './package-closure.ts';

const below = ['shared', 'domain', 'sync', 'content', 'station'] as const;

/** The layers of `src` that a package is built from (ARCHITECTURE.md). */
export const layersOf = {
  station: [...below, 'main', 'preload', 'renderer'],
  hub: [...below, 'imaging', 'hub', 'cli', 'renderer'],
} as const;

/** An npm package that is part of one of ours. */
export interface ShippedPackage {
  /** Relative to the folder of our package.json. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

// Old packages write an object, or a list of them, where a string is meant.
const licenceSchema = z.union([
  z.string(),
  z.looseObject({ type: z.string() }).transform(({ type }) => type),
]);
const packageSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  license: licenceSchema.optional(),
  licenses: z.array(licenceSchema).optional(),
});

async function readPackage(root: string, folder: string): Promise<ShippedPackage> {
  const text = await readFile(join(root, folder, 'package.json'), 'utf8');
  const { name, version, license, licenses } = packageSchema.parse(JSON.parse(text));
  return { folder, name, version, licence: license ?? licenses?.join(' OR ') ?? 'unknown' };
}

/**
 * The npm packages that one of ours is made of, bundled into it or not: what the sources of its layers import,
 * and all that those need.
 * @param root folder of package.json, node_modules and src
 * @returns sorted by folder
 */
export async function shippedPackages(
  root: string,
  layers: readonly string[],
): Promise<readonly ShippedPackage[]> {
  const patterns = layers.map((layer) => `src/${layer}/**/*.{ts,tsx,css}`);
  const files = globSync(patterns, { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file));
  const code = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  const imported = new Set(code.flatMap(importedPackages));
  const direct = (await dependencyNames(root)).filter((name) => imported.has(name));
  const folders = [...(await packageClosure(root, direct))].toSorted();
  return Promise.all(folders.map((folder) => readPackage(root, folder)));
}
