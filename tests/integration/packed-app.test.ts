import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageApp } from '../../scripts/packaging/package-app.ts';
import { packageClosure } from '../../scripts/packaging/package-closure.ts';
import { readFuses, releaseFuses } from '../../scripts/packaging/read-fuses.ts';
import { startXvfb } from '../../scripts/runtime/xvfb.ts';
import type { VirtualDisplay } from '../../scripts/runtime/xvfb.ts';

const root = join(import.meta.dirname, '..', '..');

/** Starts a process that checks a sign-in and opens a store, and prints what it is and what they gave. */
const mainCode = `
import { app, utilityProcess } from 'electron';
import { join } from 'node:path';
void app.whenReady().then(() => {
  const store = join(process.argv.at(-1), 'store');
  const child = utilityProcess.fork(join(import.meta.dirname, 'station.js'), [store]);
  child.on('message', (got) => {
    console.log(JSON.stringify({ packaged: app.isPackaged, version: app.getVersion(), got }));
    app.quit();
  });
});`;

const stationCode = `
import leveldown from 'leveldown';
import { argon2Apart } from './argon2.js';
const db = leveldown(process.argv[2]);
const work = { password: 'a', secret: new Uint8Array(32), salt: new Uint8Array(16) };
const hash = await argon2Apart({ ...work, memorySize: 1024, iterations: 1, hashLength: 32 });
const tell = (error, value) =>
  process.parentPort.postMessage(error ? String(error) : { value, hashed: hash.length });
db.open((error) => {
  if (error) return tell(error);
  db.put('word', 'រៀន', { sync: true }, (failed) =>
    failed ? tell(failed) : db.get('word', { asBuffer: false }, tell));
});`;

/** A checkout of a small app, with our configuration and three real packages: two used, one not. */
async function standInCheckout(folder: string): Promise<void> {
  for (const path of await packageClosure(root, ['leveldown', 'hash-wasm', 'express'])) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(root, path), join(folder, path), { recursive: true });
  }
  await cp(join(root, 'electron-builder.yml'), join(folder, 'electron-builder.yml'));
  await mkdir(join(folder, 'dist', 'main'), { recursive: true });
  await writeFile(join(folder, 'dist', 'main', 'index.js'), mainCode);
  await writeFile(join(folder, 'dist', 'main', 'station.js'), stationCode);
  for (const path of ['SPEC.md', 'src/main/index.ts', 'dist/cli/rean.js', 'release/old.deb']) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), 'no part of the app');
  }
  await build({
    input: join(root, 'src', 'sync', 'identity', 'argon2.ts'),
    platform: 'node',
    output: { file: join(folder, 'dist', 'main', 'argon2.js'), format: 'esm' },
  });
  const manifest = {
    name: 'rean',
    version: '1.2.3',
    description: 'A stand-in',
    author: 'The Rean team',
    type: 'module',
    main: 'dist/main/index.js',
    dependencies: { leveldown: '*', 'hash-wasm': '*', express: '*' },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Chromium refuses its sandbox to root; everybody else keeps it. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

function run(program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  const options = { env: { ...process.env, ...env }, timeout: 60_000 };
  return new Promise((resolve) => {
    execFile(program, words, options, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

describe('the packed app', () => {
  let folder: string;
  let packed: string;
  let display: VirtualDisplay;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rean-packed-'));
    const checkout = join(folder, 'checkout');
    await standInCheckout(checkout);
    const electronDist = join(root, 'node_modules', 'electron', 'dist');
    const output = join(folder, 'release');
    packed = await packageApp({ projectRoot: checkout, electronDist, output });
    display = await startXvfb({ width: 800, height: 600 });
  });

  afterAll(async () => {
    await display.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('[IDN2] starts, and its station process checks sign-ins in a thread, and opens a store with the unpacked native code', async () => {
    const { stdout } = await run(join(packed, 'rean'), [...sandbox, folder], display.environment);
    const got = { value: 'រៀន', hashed: 32 };
    expect(JSON.parse(stdout)).toEqual({ packaged: true, version: '1.2.3', got });
  });

  it('has every fuse off but the three that protect', async () => {
    expect(await readFuses(join(packed, 'rean'))).toEqual(releaseFuses);
  });

  it('is no Node for whoever sets ELECTRON_RUN_AS_NODE', async () => {
    // Without our switches, which Node would refuse before it ran anything.
    const words = ['--eval', 'console.log("ran as", "node")', folder];
    const env = { ...display.environment, ELECTRON_RUN_AS_NODE: '1' };
    const { stdout } = await run(join(packed, 'rean'), words, env);
    expect(stdout).not.toContain('ran as node');
  });

  it('opens no debugger for whoever asks with a switch', async () => {
    const { stdout, stderr } = await run(
      join(packed, 'rean'),
      [...sandbox, '--inspect=0', folder],
      display.environment,
    );
    expect(stdout).toContain('"packaged":true');
    expect(stderr).not.toContain('Debugger listening');
  });

  it('holds what the app uses, and nothing else of where it was built', async () => {
    const files = listPackage(join(packed, 'resources', 'app.asar'), { isPack: false });
    expect(files).toContain('/node_modules/leveldown/package.json');
    expect(files).toContain('/node_modules/hash-wasm/package.json');
    expect(files.filter((file) => file.startsWith('/node_modules/express'))).toEqual([]);
    const shown = (folder: string) =>
      files.filter((file) => file.startsWith(folder) && !file.slice(folder.length).includes('/'));
    expect(shown('/').toSorted()).toEqual(['/dist', '/node_modules', '/package.json']);
    expect(shown('/dist/')).toEqual(['/dist/main']);
    expect((await readdir(join(packed, 'resources'))).toSorted()).toEqual([
      'app.asar',
      'app.asar.unpacked',
    ]);
  });
});
