import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../runtime/scratch-folder.ts';
import { importedPackages } from './imported-packages.ts';
import { packageDestination } from './package-destination.ts';
import { unneededPackages } from './unneeded-packages.ts';

type Dependencies = Readonly<Record<string, string>>;

async function addPackage(folder: string, dependencies: Dependencies): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ dependencies }));
}

/** A checkout whose main process uses a store; its hub uses a server. */
async function house(mainCode: string): Promise<string> {
  const root = await scratchFolder();
  const modules = join(root, 'node_modules');
  await addPackage(root, { '@rean/store': '1', server: '1' });
  await addPackage(join(modules, '@rean', 'store'), { shared: '2', 'not-installed': '1' });
  await addPackage(join(modules, 'server'), { shared: '1', router: '1' });
  await addPackage(join(modules, 'router'), { server: '1' });
  await addPackage(join(modules, 'shared'), {});
  await addPackage(join(modules, '@rean', 'store', 'node_modules', 'shared'), {});
  await mkdir(join(root, 'dist', 'main', 'chunks'), { recursive: true });
  await writeFile(join(root, 'dist', 'main', 'chunks', 'store.js'), mainCode);
  return root;
}

describe('the packages a built module imports', () => {
  it('are found in every kind of import, by package, without paths and built-ins', () => {
    const code = [
      'import leveldown from "leveldown";',
      "import{a}from'@fontsource/battambang/400.css';",
      'import "./chunks/a.js";',
      'import { join } from "node:path";',
      'const x = await import("pouchdb-core/lib/index.js");',
      'const y = require("levelup"), z = require("/absolute.js");',
      'export { b } from "rxjs";',
      'const path = createRequire(import.meta.url).resolve("hash-wasm/dist/argon2.umd.min.js");',
    ].join('\n');
    expect(importedPackages(code)).toEqual([
      '@fontsource/battambang',
      'hash-wasm',
      'leveldown',
      'levelup',
      'pouchdb-core',
      'rxjs',
    ]);
  });
});

describe('the packages left out of the app', () => {
  it('are those its main process cannot reach, rings of dependencies included', async () => {
    const root = await house('import { open } from "@rean/store";');
    expect(await unneededPackages(root)).toEqual(['router', 'server']);
  });

  it('are all, when it imports none', async () => {
    const root = await house('import { app } from "electron";');
    expect(await unneededPackages(root)).toEqual(['@rean/store', 'router', 'server', 'shared']);
  });
});

describe('where a package goes', () => {
  const test = { source: 'test', version: '33.2.1' } as const;

  it('is the release folder for the official Electron only', () => {
    const official = { source: 'official', version: '45.4.1' } as const;
    expect(packageDestination(official, false, '/house/release')).toBe('/house/release');
    expect(packageDestination(official, true, '/house/release')).toBe('/house/release');
  });

  it('is nowhere for the test runtime, unless asked for by its name', () => {
    expect(() => packageDestination(test, false, '/house/release')).toThrow('--with-test-runtime');
    expect(packageDestination(test, true, '/house/release')).toBe(
      join('/house/release', 'not-for-release'),
    );
  });
});
