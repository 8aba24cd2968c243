import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWhole, readManifest } from '../../src/hub/backup/backup-folder.ts';
import { requireSite } from '../../src/hub/site/set-up-folder.ts';
import { holdFolder } from '../../src/station/machine/hold-folder.ts';
import { testPassphrase } from '../factories/backups.ts';
import { payloads } from '../factories/events.ts';
import { printedBy, rean, reanProgram, startHubProcess } from '../factories/hub-process.ts';
import { call, makeDiskSite } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { TestStore, keyIn } from '../factories/test-store.ts';

let site: DiskSite;
let store: TestStore;
let root = '';
const at = (name: string) => join(root, name);

beforeAll(async () => {
  site = await makeDiskSite(51);
  root = join(site.folder, '..');
  await mkdir(at('stick'));
  await writeFile(at('passphrase'), `${testPassphrase}\n`);
  const [station] = site.stations;
  if (!station) throw new Error('no station');
  const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
  store = new TestStore(station, { random: seededRandomness(3), keyOf });
});
afterAll(() => site.remove());

const keyWords = () => ['--keys', at('keys'), '--passphrase-file', at('passphrase')];
const backupWords = () =>
  ['hub', 'backup', '--data', site.folder, '--to', at('stick')].concat(keyWords());
const restoreWords = (folder: string) =>
  ['hub', 'restore', '--data', folder, '--from', at('stick')].concat(keyWords());

async function post(url: string, path: string, body: object): Promise<string> {
  const sent = { method: 'POST', path, as: store.station, body: JSON.stringify(body) };
  return (await call(url, site, sent)).body;
}

/** Has a hub take in `count` further events. */
async function work(url: string, count: number): Promise<void> {
  const record = () => store.record(payloads.attempt('a', 'right'), site.learner);
  const docs = Array.from({ length: count }, record);
  await post(url, '/events-0001/_bulk_docs', { docs, new_edits: false });
  expect(await held(url)).toBe(store.lastSeq);
}

/** How many of the store's events a hub says to hold. */
async function held(url: string): Promise<unknown> {
  const body = { store: store.id, lastSeq: store.lastSeq, waiting: 0, appVersion: '0' };
  return JSON.parse(await post(url, '/v1/receipt', body)).contiguousSeq;
}

/** Runs `rean` and kills it as soon as a file of that name is seen in the folder. */
async function killAt(words: readonly string[], folder: string, name: string): Promise<void> {
  const child = spawn(process.execPath, [reanProgram, ...words], { stdio: 'ignore' });
  const seen = () => existsSync(join(folder, name)) && child.kill('SIGKILL');
  const watcher = watch(folder, seen);
  await once(child, 'exit');
  watcher.close();
}

/**
 * A folder whose restore was killed before its end, once that file was seen. On a busy machine the
 * kill may come after the last step: then nothing was cut short, and another folder is begun.
 */
async function killedRestore(name: string, tries = 0): Promise<string> {
  const folder = at(`killed-${name}-${tries}`);
  await mkdir(folder);
  await killAt(restoreWords(folder), folder, name);
  const isWhole = await requireSite(folder).then(
    () => true,
    () => false,
  );
  return isWhole ? killedRestore(name, tries + 1) : folder;
}

async function allWhole(): Promise<boolean> {
  const manifest = await readManifest(at('stick'));
  const files = manifest?.chains.flatMap(({ files }) => files) ?? [];
  const whole = await Promise.all(files.map((file) => isWhole(at('stick'), file)));
  return whole.every(Boolean);
}

describe('rean hub backup', () => {
  it('[BAK1] killed at any point leaves the former backup whole, and the next run goes on', async () => {
    const hub = await startHubProcess(site.folder);
    await work(hub.url, 30);
    expect((await rean(...backupWords())).exitCode).toBe(0);
    await work(hub.url, 30);
    await hub.end('SIGTERM');
    const points = [
      ['stick', '0001-000002.jsonl.unfinished'],
      ['stick', '0001-000002.jsonl'],
      ['hub', 'backup-check'],
      ['stick', 'rean-backup.json.unfinished'],
      ['stick', 'rean-backup-copy.json.unfinished'],
      ['hub', 'backup.json.unfinished'],
    ] as const;
    for (const [folder, name] of points) {
      await killAt(backupWords(), at(folder), name);
      expect(await allWhole()).toBe(true);
    }
    const last = await rean(...backupWords());
    expect(last).toMatchObject({ exitCode: 0 });
    expect((await readdir(at('stick'))).filter((name) => name.includes('unfinished'))).toEqual([]);
    expect(await readdir(site.folder)).not.toContain('backup-check');
  });

  it('[BAK1] says what is wrong with a folder it can’t write to, and what that means', async () => {
    const words = ['hub', 'backup', '--data', site.folder, '--to', at('no-stick')];
    const { exitCode, said } = await rean(...words);
    expect(exitCode).toBe(74);
    expect(said).toContain(`${at('no-stick')} is not there. Nothing was done.`);
  });

  it('[BAK1] leaves a folder alone that another backup is at work on', async () => {
    await mkdir(at('busy'));
    expect(await holdFolder(at('busy'))).toBe(true);
    const words = ['hub', 'backup', '--data', site.folder, '--to', at('busy')];
    const { exitCode, said } = await rean(...words);
    expect(exitCode).toBe(75);
    expect(said).toContain(`Another backup is at work on ${at('busy')}.`);
    expect(await readdir(at('busy'))).toEqual([]);
  });
});

describe('rean hub restore', () => {
  let restored = '';

  it('[BAK4] killed at any point leaves no hub that runs, and is begun anew by the next run', async () => {
    for (const name of ['secrets', 'db', 'site.json.unfinished']) {
      const again = await killedRestore(name);
      await expect(requireSite(again)).rejects.toMatchObject({ code: 'site.missing' });
      expect((await rean(...restoreWords(again))).exitCode).toBe(0);
      const hub = await startHubProcess(again);
      expect(await held(hub.url)).toBe(store.lastSeq);
      await hub.end('SIGTERM');
      restored = again;
    }
  });

  it('[REC4] says in its status that a recovery is on, until it is closed', async () => {
    const hub = await startHubProcess(restored);
    const words = ['--data', restored];
    expect(await printedBy('hub', 'status', ...words)).toContain('waits for what its stations');
    await rean('hub', 'recovered', ...words, '--close');
    expect(await printedBy('hub', 'status', ...words)).not.toContain('waits');
    await hub.end('SIGTERM');
  });

  it('[BAK4] says which file of a backup is damaged', async () => {
    const path = join(at('stick'), '0001-000001.jsonl');
    const bytes = await readFile(path);
    const middle = Math.floor(bytes.length / 2);
    await writeFile(path, Buffer.concat([bytes.subarray(0, middle), bytes.subarray(middle + 1)]));
    const { exitCode, said } = await rean(...restoreWords(at('damaged')));
    await writeFile(path, bytes);
    expect(exitCode).toBe(74);
    expect(said).toContain('file 0001-000001.jsonl');
    expect(existsSync(at('damaged'))).toBe(false);
  });
});
