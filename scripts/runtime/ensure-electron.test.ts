import { chmod, lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureElectron, type EnsureElectron } from './ensure-electron.ts';
import { writeManifest } from './manifest.ts';
import { scratchFolder } from './scratch-folder.ts';
import { testRuntimeFolder } from './test-runtime-cache.ts';
import { testRuntime } from './test-runtime.ts';

const wanted = '45.4.1';
/** The npm package's installer, as it behaves where its download cannot be reached. */
const closedNetwork = `console.error('TypeError: fetch failed'); process.exit(1);`;
/** The same where it can; it also counts its runs. */
const openNetwork = `
  const fs = require('node:fs');
  fs.appendFileSync(__dirname + '/runs', 'x');
  fs.mkdirSync(__dirname + '/dist', { recursive: true });
  fs.writeFileSync(__dirname + '/dist/electron', '', { mode: 0o755 });
  fs.writeFileSync(__dirname + '/dist/version', '${wanted}');
  fs.writeFileSync(__dirname + '/path.txt', 'electron');`;
/** An npm that delivers something else than what was pinned. */
const wrongNpm = `#!/bin/sh
for word in "$@"; do
  case "$word" in --pack-destination=*) echo other > "\${word#*=}/package.tgz" ;; esac
done`;

async function unzippedElectron(folder: string, version: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'electron'), '');
  await chmod(join(folder, 'electron'), 0o755);
  await writeFile(join(folder, 'version'), version);
  return folder;
}

/** A checkout with an `electron` package of this installer, and an empty cache beside it. */
async function checkout(installer: string): Promise<EnsureElectron> {
  const projectRoot = await scratchFolder();
  const electronPackage = join(projectRoot, 'node_modules', 'electron');
  await mkdir(electronPackage, { recursive: true });
  await writeFile(join(electronPackage, 'package.json'), JSON.stringify({ version: wanted }));
  await writeFile(join(electronPackage, 'install.js'), installer);
  return {
    projectRoot,
    paths: {
      electronPackage,
      dist: join(electronPackage, 'dist'),
      pathFile: join(electronPackage, 'path.txt'),
      cacheRoot: join(projectRoot, 'cache'),
      given: undefined,
    },
    reporter: { say: () => undefined, progress: () => undefined },
    officialOnly: false,
  };
}

async function cacheTestRuntime({ paths }: EnsureElectron): Promise<string> {
  const folder = testRuntimeFolder(paths.cacheRoot);
  await unzippedElectron(folder, testRuntime.electronVersion);
  await writeManifest(folder, testRuntime.electronVersion);
  return folder;
}

async function useNpm(script: string): Promise<void> {
  const folder = await scratchFolder();
  await writeFile(join(folder, 'npm'), script, { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
}

afterEach(() => vi.unstubAllEnvs());

describe('the official Electron', () => {
  it('is installed first, and once only for two set-ups at a time', async () => {
    const house = await checkout(openNetwork);
    const both = await Promise.all([ensureElectron(house), ensureElectron(house)]);
    expect(both).toEqual([
      { kind: 'ready', source: 'official', version: wanted },
      { kind: 'ready', source: 'official', version: wanted },
    ]);
    expect(await readFile(join(house.paths.electronPackage, 'runs'), 'utf8')).toBe('x');
  });

  it('is installed anew when an earlier set-up was killed while unzipping', async () => {
    const house = await checkout(openNetwork);
    await unzippedElectron(house.paths.dist, wanted);
    expect(await ensureElectron(house)).toMatchObject({ source: 'official' });
    expect(await readFile(join(house.paths.electronPackage, 'runs'), 'utf8')).toBe('x');
  });

  it('takes the place of the test runtime without touching the cached one', async () => {
    const house = await checkout(closedNetwork);
    const cached = await cacheTestRuntime(house);
    await ensureElectron(house);
    await writeFile(join(house.paths.electronPackage, 'install.js'), openNetwork);
    expect(await ensureElectron({ ...house, officialOnly: true })).toMatchObject({
      source: 'official',
    });
    expect(await readFile(join(cached, 'version'), 'utf8')).toBe(testRuntime.electronVersion);
  });

  it('leaves the test runtime in place when it alone is wanted and cannot be had', async () => {
    const house = await checkout(closedNetwork);
    await cacheTestRuntime(house);
    await ensureElectron(house);
    await expect(ensureElectron({ ...house, officialOnly: true })).rejects.toMatchObject({
      code: 'no-runtime',
      explanation: { happened: `Electron ${wanted} could not be downloaded (fetch failed).` },
    });
    expect(await ensureElectron(house)).toMatchObject({ source: 'test' });
  });
});

describe('the test runtime', () => {
  it('is linked from the cache where the network is closed', async () => {
    const house = await checkout(closedNetwork);
    await cacheTestRuntime(house);
    expect(await ensureElectron(house)).toEqual({
      kind: 'ready',
      source: 'test',
      version: testRuntime.electronVersion,
    });
    expect((await lstat(house.paths.dist)).isSymbolicLink()).toBe(true);
    expect(await readFile(house.paths.pathFile, 'utf8')).toBe('electron');
  });

  it('is linked again after node_modules was made anew', async () => {
    const house = await checkout(closedNetwork);
    await cacheTestRuntime(house);
    await ensureElectron(house);
    await rm(house.paths.dist);
    await rm(house.paths.pathFile);
    expect(await ensureElectron(house)).toMatchObject({ source: 'test' });
  });

  it('is never taken from a half-made cache', async () => {
    const house = await checkout(closedNetwork);
    const cached = await cacheTestRuntime(house);
    await ensureElectron(house);
    await rm(join(cached, 'rean-runtime.json'));
    await useNpm('#!/bin/sh\necho "npm error code ECONNREFUSED" >&2\nexit 1\n');
    await expect(ensureElectron(house)).rejects.toMatchObject({
      code: 'download-failed',
      explanation: { happened: expect.stringContaining('ECONNREFUSED') },
    });
  });

  it('is thrown away when it is not the pinned one', async () => {
    const house = await checkout(closedNetwork);
    await useNpm(wrongNpm);
    await expect(ensureElectron(house)).rejects.toMatchObject({ code: 'checksum-mismatch' });
    expect(await readdir(house.paths.cacheRoot)).toEqual([]);
    await expect(lstat(house.paths.dist)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a ready Electron folder that somebody named', () => {
  it('is used when its version fits', async () => {
    const house = await checkout(closedNetwork);
    const given = await unzippedElectron(join(await scratchFolder(), 'electron'), '45.9.0');
    const named = { ...house, paths: { ...house.paths, given } };
    expect(await ensureElectron(named)).toEqual({
      kind: 'ready',
      source: 'given',
      version: '45.9.0',
    });
  });

  it('is refused when it holds another major version or none, and nothing changes', async () => {
    const house = await checkout(closedNetwork);
    const old = await unzippedElectron(join(await scratchFolder(), 'electron'), '33.2.1');
    for (const given of [old, await scratchFolder()]) {
      const named = { ...house, paths: { ...house.paths, given } };
      await expect(ensureElectron(named)).rejects.toMatchObject({ code: 'given-runtime-unusable' });
    }
    await expect(lstat(house.paths.dist)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
