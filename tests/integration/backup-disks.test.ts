import { existsSync, watch } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isWhole, readManifest } from '../../src/hub/backup/backup-folder.ts';
import { testPassphrase } from '../factories/backups.ts';
import { payloads } from '../factories/events.ts';
import { stick, wornDisk } from '../factories/failing-disk.ts';
import type { FailingDisk } from '../factories/failing-disk.ts';
import { rean, startHubProcess } from '../factories/hub-process.ts';
import type { HubProcess } from '../factories/hub-process.ts';
import { call, makeDiskSite } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { TestStore, keyIn } from '../factories/test-store.ts';

let site: DiskSite;
let store: TestStore;
let hub: HubProcess;
let disk: FailingDisk | null;
let worn: FailingDisk | null;
let root: string;
const at = (name: string) => join(root, name);

beforeAll(async () => {
  site = await makeDiskSite(53);
  root = join(site.folder, '..');
  await writeFile(at('passphrase'), `${testPassphrase}\n`);
  const [station] = site.stations;
  if (!station) throw new Error('no station');
  const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
  store = new TestStore(station, { random: seededRandomness(3), keyOf });
});
afterAll(() => site.remove());
beforeEach(async () => {
  [disk, worn] = [null, null];
  hub = await startHubProcess(site.folder);
});
afterEach(async () => {
  await hub.end('SIGKILL');
  await disk?.remove();
  await worn?.remove();
});

const keyWords = () => ['--keys', at('keys'), '--passphrase-file', at('passphrase')];
const backUp = (to: string, ...more: readonly string[]) =>
  rean('hub', 'backup', '--data', site.folder, '--to', to, ...more);

async function post(url: string, path: string, body: object): Promise<unknown> {
  const sent = { method: 'POST', path, as: store.station, body: JSON.stringify(body) };
  return JSON.parse((await call(url, site, sent)).body);
}

/** Has the hub take in further events. */
async function work(count: number): Promise<void> {
  const record = () => store.record(payloads.attempt('a', 'right'), site.learner);
  const docs = Array.from({ length: count }, record);
  await post(hub.url, '/events-0001/_bulk_docs', { docs, new_edits: false });
  expect(await held(hub.url)).toBe(store.lastSeq);
}

/** Has the hub set 9 MB of what is no event apart, to be backed up like everything. */
async function workOfMegabytes(): Promise<void> {
  for (let done = 0; done < 150; done += 10) {
    const docs = Array.from({ length: 10 }, (_, index) => ({
      _id: `${store.station.station}:${store.id}:9${String(done + index).padStart(11, '0')}`,
      _rev: `1-${'0'.repeat(32)}`,
      junk: 'x'.repeat(60_000),
    }));
    await post(hub.url, '/events-0001/_bulk_docs', { docs, new_edits: false });
  }
  await work(1);
}

/** How many of the store's events a hub says to hold. */
async function held(url: string): Promise<unknown> {
  const asked = { store: store.id, lastSeq: store.lastSeq, waiting: 0, appVersion: '0' };
  const receipt = await post(url, '/v1/receipt', asked);
  return receipt instanceof Object && 'contiguousSeq' in receipt ? receipt.contiguousSeq : receipt;
}

/** A plain sentence and the exit code for input and output; the hub goes on, and so does its work. */
async function expectTold(
  ended: ReturnType<typeof rean>,
  sentence: string | RegExp,
): Promise<void> {
  const { exitCode, said } = await ended;
  expect(said).toMatch(sentence);
  expect(said).toContain('What was backed up before is still whole');
  expect(said).not.toMatch(/^\s+at /m);
  expect(exitCode).toBe(74);
  expect(await held(hub.url)).toBe(store.lastSeq);
  await work(1);
}

/** Restores a backup from its disk as it is now, and looks that a hub on it holds so many events. */
async function expectRestores(from: string, events: number): Promise<void> {
  const again = at(`again-${events}`);
  const words = ['hub', 'restore', '--data', again, '--from', from, ...keyWords()];
  expect((await rean(...words)).exitCode).toBe(0);
  const restored = await startHubProcess(again);
  expect(await held(restored.url)).toBe(events);
  await restored.end('SIGTERM');
}

async function expectWhole(folder: string): Promise<void> {
  const manifest = await readManifest(folder);
  const files = manifest?.chains.flatMap((chain) => chain.files) ?? [];
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(await isWhole(folder, file)).toBe(true);
}

/** Starts a backup and does something once a file of that name is seen in it. */
async function backUpUntil(to: string, name: string, act: () => Promise<void>) {
  let acted: Promise<void> | null = null;
  const look = () => {
    if (acted === null && existsSync(join(to, name))) acted = act();
  };
  const watcher = watch(to, look);
  const ended = await backUp(to);
  watcher.close();
  expect(acted).not.toBeNull();
  await acted;
  return ended;
}

/** A first backup to a disk, keys too; resolves to how many events are in it. */
async function firstBackUp(to: string): Promise<number> {
  await work(20);
  expect((await backUp(to, ...keyWords())).exitCode).toBe(0);
  return store.lastSeq;
}

describe('[BAK1] a backup to a disk', () => {
  it('that is write-protected says so, and goes on once it is not', async () => {
    disk = await stick(root);
    await firstBackUp(disk.path);
    await disk.protect(true);
    await expectTold(backUp(disk.path), /could not be written \(\w+\).*not write-protected/);
    await expectWhole(disk.path);
    await disk.protect(false);
    expect((await backUp(disk.path)).exitCode).toBe(0);
    await expectRestores(disk.path, store.lastSeq);
  });

  it('that is pulled out at any moment says so, and goes on once it is plugged in', async () => {
    disk = await stick(root);
    const { path } = disk;
    const pull = () => disk?.pull() ?? Promise.resolve();
    await firstBackUp(path);
    for (const name of ['0001-000002.jsonl.unfinished', '0001-000002.jsonl']) {
      await work(200);
      await expectTold(backUpUntil(path, name, pull), 'was pulled out, or went away');
      expect(await readdir(path)).not.toContain('rean-backup.json');
      await disk.plugIn();
      await expectWhole(path);
    }
    expect((await backUp(path)).exitCode).toBe(0);
    await expectRestores(path, store.lastSeq);
  });

  it('whose earlier files have rotted is told of, and another is asked for', async () => {
    const old = at('old');
    await mkdir(old);
    await firstBackUp(old);
    const path = join(old, '0001-000001.jsonl');
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    await writeFile(path, bytes);
    const { exitCode, said } = await backUp(old);
    expect(exitCode).toBe(74);
    expect(said).toContain('0001-000001.jsonl');
    expect(said).toContain('Run it again to another disk');
  });

  it('that is full, or fails in use, says so, and goes on with a larger one', async () => {
    disk = await stick(root);
    worn = await wornDisk(root);
    const before = await firstBackUp(disk.path);
    expect((await backUp(worn.path)).exitCode).toBe(0);
    await workOfMegabytes();
    await disk.runOut(hub.pid);
    await expectTold(backUp(disk.path), /no room left for the backup/);
    await expectTold(backUp(worn.path), /could not be written|no room left/);
    for (const { path } of [disk, worn]) await expectWhole(path);
    await expectRestores(disk.path, before);
    await hub.end('SIGTERM');
    await mkdir(at('larger'));
    expect((await backUp(at('larger'))).exitCode).toBe(0);
    await expectRestores(at('larger'), store.lastSeq);
  });
});
