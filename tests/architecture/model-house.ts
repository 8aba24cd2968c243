import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { layers } from './layers.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');

/**
 * A small house with our own compiler settings and lint rules, where forbidden imports can be planted
 * without touching the real one.
 */
export interface ModelHouse {
  /** Writes a file; `path` is relative to `src`. */
  plant(path: string, text: string): Promise<void>;
  /** Files the compiler has a fault to find with, relative to `src`. */
  compilerFaults(): Promise<ReadonlySet<string>>;
  /** Files the linter has a layering fault to find with, relative to `src`. */
  linterFaults(): Promise<ReadonlySet<string>>;
  remove(): Promise<void>;
}

/** Exit codes tell "faults found"; what was found is on standard output. */
const failedSchema = z.looseObject({ code: z.number(), stdout: z.string() });

async function outputOf(folder: string, program: string, args: readonly string[]): Promise<string> {
  const path = join(root, 'node_modules', '.bin', program);
  try {
    return (await run(path, args, { cwd: folder, maxBuffer: 64_000_000 })).stdout;
  } catch (error) {
    return failedSchema.parse(error).stdout;
  }
}

const lintSchema = z.looseObject({
  diagnostics: z.array(z.looseObject({ code: z.string().optional(), filename: z.string() })),
});

async function lint(folder: string): Promise<ReadonlySet<string>> {
  const output = await outputOf(folder, 'oxlint', ['--format', 'json', 'src']);
  const { diagnostics } = lintSchema.parse(JSON.parse(output));
  const layering = diagnostics.filter(({ code }) => code?.includes('no-restricted-imports'));
  return new Set(layering.map(({ filename }) => relative('src', filename)));
}

async function compile(folder: string): Promise<ReadonlySet<string>> {
  const faults = new Set<string>();
  for (const layer of layers) {
    const output = await outputOf(folder, 'tsc', [
      '-p',
      join('src', layer),
      '--pretty',
      'false',
      '--skipLibCheck',
    ]);
    for (const [, file] of output.matchAll(/^(\S+?)\(\d+,\d+\): error TS/gm)) {
      if (file !== undefined) faults.add(relative('src', file));
    }
  }
  return faults;
}

async function furnish(folder: string, things: readonly string[]): Promise<void> {
  for (const file of ['tsconfig.base.json', '.oxlintrc.json', 'package.json']) {
    await cp(join(root, file), join(folder, file));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const layer of layers) {
    const room = join(folder, 'src', layer);
    await mkdir(room, { recursive: true });
    await cp(join(root, 'src', layer, 'tsconfig.json'), join(room, 'tsconfig.json'));
    for (const thing of things) {
      await writeFile(join(room, thing), `export const ${layer} = '${layer}';\n`);
    }
  }
}

/**
 * Builds the model from the real `tsconfig.json`s and `.oxlintrc.json`.
 *
 * @param things names of files each layer gets, each exporting a value named as the layer
 */
export async function buildModelHouse(things: readonly string[]): Promise<ModelHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'rean-canary-'));
  await furnish(folder, things);
  // References resolve to built declarations, which must be there before a fault is planted.
  await outputOf(folder, 'tsc', ['-b', ...layers.map((layer) => join('src', layer))]);
  return {
    async plant(path, text) {
      const file = join(folder, 'src', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    },
    compilerFaults: () => compile(folder),
    linterFaults: () => lint(folder),
    remove: () => rm(folder, { recursive: true }),
  };
}
