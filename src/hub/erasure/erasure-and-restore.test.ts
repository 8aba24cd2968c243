import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, restore } from '../../../tests/factories/backups.ts';
import { payloads } from '../../../tests/factories/events.ts';
import { call, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { TestStore, keyIn } from '../../../tests/factories/test-store.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { returnAnswerSchema } from '../../shared/contracts/recovery-api.ts';
import type { ReturnRequest } from '../../shared/contracts/recovery-api.ts';
import type { StartedHub } from '../server/start-hub.ts';
import { siteFiles } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import { eraseLearner } from './erase-learner.ts';

/** A hub that is backed up, has a learner erased, and is lost. */
let site: DiskSite;
let root: string;
let entries: readonly JournalEntry[];
let running: StartedHub | null = null;

beforeEach(async () => {
  site = await makeDiskSite(77);
  root = join(site.folder, '..');
  for (const name of ['old', 'new', 'bare']) await mkdir(join(root, name));
  const hub = await runHub(site);
  const station = stationOf(0);
  const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
  const store = new TestStore(station, { random: seededRandomness(5), keyOf });
  const docs = [store.record(payloads.attempt('a', 'right'), site.learner)];
  const body = JSON.stringify({ docs, new_edits: false });
  await call(hub.url, site, { method: 'POST', path: '/events-0001/_bulk_docs', as: station, body });
  await hub.hub.settled();
  await hub.close();
  await backUp(site.folder, join(root, 'old'));
  await copyFile(join(root, 'keys'), join(root, 'bare', 'keys'));
  await copyFile(join(root, 'keys'), join(root, 'keys-of-before'));
  const again = await runHub(site);
  const second = { name: 'Chan' };
  const { parts } = again.hub;
  await eraseLearner(parts, site.learner, 'left', { by: 'console', who: 'Sok', second });
  await again.hub.settled();
  entries = await parts.office.journal.after(0, 1000);
  await again.close();
}, 60_000);
afterEach(async () => {
  await running?.close();
  running = null;
  await site.remove();
});

function stationOf(index: number) {
  const station = site.stations[index];
  if (!station) throw new Error('no station');
  return station;
}

async function restored(from: string | null, keys: string): Promise<StartedHub> {
  const folder = join(root, 'again');
  await restore(folder, from && join(root, from), join(root, keys));
  running = await runHub({ ...site, folder });
  await running.hub.settled();
  return running;
}

async function heldKeys() {
  const { keyring } = await readRequired(folderVault(join(root, 'again')), siteFiles.keyring);
  return keyring.learners.map(({ learner }) => learner);
}

const stateIn = ({ hub }: StartedHub) => hub.parts.databases.state.get(`learner:${site.learner}`);

async function giveBack(hub: StartedHub, request: Partial<ReturnRequest>) {
  const nothing = { entries: [], keys: [], wrappingKey: '', folded: {}, last: false };
  const body = JSON.stringify({ ...nothing, ...request });
  const sent = { method: 'POST', path: '/v1/recovery', as: stationOf(0), body };
  const { body: answer } = await call(hub.url, site, sent);
  return returnAnswerSchema.parse(JSON.parse(answer));
}

describe('[ERA3] a hub restored with a keys file of before an erasure', () => {
  it('has the key destroyed before it serves, where the backup’s journal knows of it', async () => {
    await backUp(site.folder, join(root, 'new'), { keys: null });
    const hub = await restored('new', 'bare/keys');
    expect(await heldKeys()).toEqual([]);
    expect(await stateIn(hub)).toBeNull();
  });

  it('has it destroyed where only the list beside the keys knows of it, also with no backup at all', async () => {
    await backUp(site.folder, join(root, 'new'));
    const hub = await restored(null, 'keys-of-before');
    expect(await heldKeys()).toEqual([]);
    const kept = entries.slice(1);
    expect((await giveBack(hub, { entries: [entries[0], ...kept].slice(0, -1) })).taken).toBe(
      entries.length - 1,
    );
    const { lacks } = await giveBack(hub, {});
    expect(lacks).toEqual([]);
    const keys = site.keyring.learners;
    await giveBack(hub, { keys });
    expect(await heldKeys()).toEqual([]);
  });

  it('has it destroyed once a station brings back the entry, and takes it from none', async () => {
    const hub = await restored('old', 'bare/keys');
    expect(await heldKeys()).toEqual([site.learner]);
    expect(await stateIn(hub)).not.toBeNull();
    expect((await giveBack(hub, { entries: entries.slice(-1) })).taken).toBe(1);
    await hub.hub.settled();
    expect(await heldKeys()).toEqual([]);
    expect(await stateIn(hub)).toBeNull();
    await giveBack(hub, { keys: site.keyring.learners, last: true });
    expect(await heldKeys()).toEqual([]);
  });
});
