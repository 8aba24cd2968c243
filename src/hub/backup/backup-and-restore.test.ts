import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, restore, testSeal } from '../../../tests/factories/backups.ts';
import { payloads } from '../../../tests/factories/events.ts';
import { call, healthOf, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { TestStore, keyIn, withRevision } from '../../../tests/factories/test-store.ts';
import type { CarriedEvent } from '../../../tests/factories/test-store.ts';
import { receiptSchema } from '../../shared/contracts/hub-api.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { createGroup, enrolLearner } from '../office/people.ts';
import { withOffice } from '../office/site-on-disk.ts';
import type { StartedHub } from '../server/start-hub.ts';
import { siteFiles } from '../site/site-files.ts';
import { folderVault } from '../site/site-vault.ts';
import { copyCommand } from './backup-commands.ts';
import { readManifest } from './backup-folder.ts';

const ports = { clock: systemClock(), random: systemRandomness() };
let site: DiskSite;
let store: TestStore;
let root = '';
let to = '';
let keys = '';

beforeEach(async () => {
  site = await makeDiskSite(41);
  root = join(site.folder, '..');
  to = join(root, 'stick');
  keys = join(root, 'keys');
  await mkdir(to);
  store = newStore(0);
}, 60_000);
afterEach(() => site.remove());

function newStore(index: number): TestStore {
  const station = site.stations[index];
  if (!station) throw new Error('no station');
  const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
  return new TestStore(station, { random: seededRandomness(7 + index), keyOf });
}

const attempts = (count: number) =>
  Array.from({ length: count }, () => store.record(payloads.attempt('a', 'right'), site.learner));

async function post(hub: StartedHub, path: string, body: object): Promise<string> {
  const sent = { method: 'POST', path, as: store.station, body: JSON.stringify(body) };
  const { status, body: answer } = await call(hub.url, site, sent);
  if (status >= 300) throw new Error(answer);
  return answer;
}

async function push(hub: StartedHub, docs: readonly object[]): Promise<void> {
  await post(hub, '/events-0001/_bulk_docs', { docs, new_edits: false });
  await hub.hub.settled();
}

async function receipt(hub: StartedHub) {
  const { id, lastSeq } = store;
  const body = { store: id, lastSeq, waiting: 0, appVersion: '0' };
  return receiptSchema.parse(JSON.parse(await post(hub, '/v1/receipt', body)));
}

/** Everything a hub that is stopped holds under one name. */
async function contents(folder: string, database: 'directory' | 'journal') {
  return withOffice(folder, ports, async (office) => {
    if (database === 'directory') return office.directory.all();
    const { newest } = office.journal;
    return newest === null ? [] : [newest];
  });
}

describe('[BAK1] a backup', () => {
  it('of a running hub restores to everything that was acknowledged, in a new generation', async () => {
    const hub = await runHub(site);
    const events = attempts(5);
    const [, , third] = events;
    await push(hub, events);
    const clone = { ...third, payloadless: true };
    await push(hub, [withRevision(clone)]);
    const { vector, keysSafe } = await backUp(site.folder, to);
    expect(vector).toEqual({ [`${store.station.station}:${store.id}`]: 5 });
    expect(keysSafe).toBe(true);
    expect(await receipt(hub)).toMatchObject({ contiguousSeq: 5, backedUpSeq: 5 });
    const before = await healthOf(hub, site);
    await hub.close();

    const again = join(root, 'again');
    const restored = await restore(again, to, keys);
    expect(restored.missing).toEqual({ learners: [], staff: [], stations: [] });
    const held = await contents(site.folder, 'directory');
    expect(await contents(again, 'directory')).toEqual(held);
    const anew = await runHub({ ...site, folder: again });
    await anew.hub.settled();
    expect(await receipt(anew)).toMatchObject({ contiguousSeq: 5, foldedSeq: 5, backedUpSeq: 0 });
    const after = await healthOf(anew, site);
    expect(after).toMatchObject({ quarantined: before.quarantined, unfolded: 0 });
    expect(after.generation).not.toBe(before.generation);
    await anew.close();
  });

  it('copies only what is new, and its second run restores as well as its first', async () => {
    const hub = await runHub(site);
    await push(hub, attempts(40));
    const first = await backUp(site.folder, to);
    await push(hub, attempts(3));
    const second = await backUp(site.folder, to);
    await hub.close();
    expect(second.chain.files.slice(0, -1)).toEqual(first.chain.files);
    expect(second.chain.files.at(-1)?.records).toBe(3);
    await withOffice(site.folder, ports, (office) =>
      createGroup(office, { name: { km: 'ថ្មី' }, symbol: 'fish' }),
    );
    const third = await backUp(site.folder, to);
    expect(third.chain.files.at(-1)?.records).toBe(1);
    const again = join(root, 'again');
    await restore(again, to, keys);
    expect(await contents(again, 'directory')).toEqual(await contents(site.folder, 'directory'));
    const anew = await runHub({ ...site, folder: again });
    expect(await receipt(anew)).toMatchObject({ contiguousSeq: 43 });
    await anew.close();
  });

  it('keeps what an earlier generation had beside what a restored hub holds', async () => {
    const hub = await runHub(site);
    await push(hub, attempts(2));
    await hub.close();
    const first = await backUp(site.folder, to);
    const again = join(root, 'again');
    await restore(again, to, keys);
    await backUp(again, to);
    const manifest = await readManifest(to);
    expect(manifest?.chains[0]).toEqual(first.chain);
    expect(manifest?.chains).toHaveLength(2);
    expect((await readdir(to)).sort()).toEqual([
      '0001-000001.jsonl',
      '0002-000001.jsonl',
      'rean-backup-copy.json',
      'rean-backup.json',
    ]);
  });

  it('refuses a folder that is not there, and one inside the hub’s own', async () => {
    for (const wrong of [join(root, 'not-there'), join(site.folder, 'db')]) {
      await expect(backUp(site.folder, wrong)).rejects.toMatchObject({ code: 'backup.unwritable' });
    }
    expect(await readdir(root)).not.toContain('not-there');
    await expect(backUp(join(root, 'no-hub'), to)).rejects.toMatchObject({ code: 'site.missing' });
  });

  it('[BAK3] makes no folder for the keys where the stick for them is not plugged in', async () => {
    const path = join(root, 'not-there', 'keys');
    const refused = backUp(site.folder, to, { keys: { path, ...testSeal } });
    await expect(refused).rejects.toMatchObject({
      code: 'backup.unwritable',
      facts: { path: join(root, 'not-there'), problem: 'ENOENT' },
    });
    expect(await readdir(root)).not.toContain('not-there');
    expect(await readdir(to)).toEqual([]);
  });

  it('is made by one process at a time, of a hub and in a folder', async () => {
    for (const busy of [site.folder, to]) {
      const hold = (folder: string) => Promise.resolve(folder !== busy);
      await expect(backUp(site.folder, to, { hold })).rejects.toMatchObject({
        code: 'store.in-use',
        facts: { path: busy, problem: 'backup' },
      });
    }
    expect(await readdir(to)).toEqual([]);
  });

  it('says whether it lies on the hub’s own disk', async () => {
    expect(await backUp(site.folder, to)).toMatchObject({ sameDisk: true });
  });

  it('takes no other site’s folder', async () => {
    await backUp(site.folder, to);
    const other = await makeDiskSite(43);
    await expect(backUp(other.folder, to)).rejects.toMatchObject({ code: 'backup.other-site' });
    await other.remove();
    expect((await readManifest(to))?.chains).toHaveLength(1);
  });
});

describe('[BAK2] a backup counts', () => {
  it('only when it restores to what the hub holds', async () => {
    const hub = await runHub(site);
    await push(hub, attempts(3));
    await backUp(site.folder, to);
    const former = await readManifest(to);
    await push(hub, attempts(3));
    const lying = backUp(site.folder, to, {
      copy: async () => {
        const manifest = await copied();
        const [chain] = manifest.chains;
        if (!chain) throw new Error('no chain');
        const { point } = chain;
        const segments = Object.fromEntries(
          Object.entries(point.segments).map(([name, each]) => [
            name,
            { ...each, documents: (each.documents ?? 0) + 1 },
          ]),
        );
        return { ...manifest, chains: [{ ...chain, point: { ...point, segments } }] };
      },
    });
    await expect(lying).rejects.toMatchObject({
      code: 'backup.unverified',
      facts: { what: 'events-0001' },
    });
    expect(await readManifest(to)).toEqual(former);
    expect(await receipt(hub)).toMatchObject({ contiguousSeq: 6, backedUpSeq: 3 });
    expect(await readdir(site.folder)).not.toContain('backup-check');
    await hub.close();

    async function copied() {
      return copyCommand.carryOut(
        hub.hub.parts,
        { to },
        { say: () => undefined, signal: new AbortController().signal },
      );
    }
  });
});

describe('[BAK4] a restore', () => {
  let events: readonly CarriedEvent[] = [];
  beforeEach(async () => {
    const hub = await runHub(site);
    events = attempts(4);
    await push(hub, events);
    await hub.close();
    await backUp(site.folder, to);
  });

  it('names a damaged file before it makes anything', async () => {
    const path = join(to, '0001-000001.jsonl');
    const bytes = await readFile(path);
    for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8((flipped.readUInt8(at) + 1) % 256, at);
      await writeFile(path, flipped);
      const again = join(root, 'again');
      await expect(restore(again, to, keys)).rejects.toMatchObject({
        code: 'backup.damaged',
        facts: { file: '0001-000001.jsonl', whole: 0, of: 1 },
      });
      expect(await readdir(root)).not.toContain('again');
    }
  });

  it('reads the manifest from its copy where it is damaged', async () => {
    const path = join(to, 'rean-backup.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/"hubSeq": \d+/, '"hubSeq": 1'));
    expect(await restore(join(root, 'again'), to, keys)).toMatchObject({
      missing: { learners: [], staff: [], stations: [] },
    });
  });

  it('takes an empty folder only, and goes on where one was cut short', async () => {
    const again = join(root, 'again');
    await mkdir(again);
    await writeFile(join(again, 'mine.txt'), 'mine');
    await expect(restore(again, to, keys)).rejects.toMatchObject({ code: 'config.invalid' });
    await rm(join(again, 'mine.txt'));
    const { site: first } = await restore(again, to, keys);
    await expect(restore(again, to, keys)).rejects.toMatchObject({ code: 'site.exists' });
    await writeFile(join(again, 'set-up-unfinished'), '');
    const { site: second } = await restore(again, to, keys);
    expect(second.generation).not.toBe(first.generation);
  });

  it('refuses keys of another site, and a folder without a backup', async () => {
    const other = await makeDiskSite(44);
    await mkdir(join(root, 'other'));
    await backUp(other.folder, join(root, 'other'), {
      keys: { path: join(root, 'other-keys'), ...testSeal },
    });
    await other.remove();
    const again = join(root, 'again');
    await expect(restore(again, to, join(root, 'other-keys'))).rejects.toMatchObject({
      code: 'backup.other-site',
    });
    await mkdir(join(root, 'none'));
    await expect(restore(again, join(root, 'none'), keys)).rejects.toMatchObject({
      code: 'backup.missing',
    });
  });

  it('says whose keys are missing where the keys are older than the backup', async () => {
    const learner = await withOffice(site.folder, ports, async (office) => {
      const [group] = await office.directory.all('group:');
      if (group?.type !== 'group') throw new Error('no group');
      const tile = { picture: 'moon', colour: 'leaf' } as const;
      const code = ['rice', 'fish', 'moon', 'drum'];
      const account = { name: { km: 'ថ្មី' }, group: group.group, tile, language: 'km' } as const;
      return enrolLearner(office, { ...account, code });
    });
    await backUp(site.folder, to, { keys: null });
    const again = join(root, 'again');
    expect(await restore(again, to, keys)).toMatchObject({ missing: { learners: [learner] } });
    const vault = folderVault(again);
    expect(await vault.read(siteFiles.backup)).toBeNull();
  });

  it('from the keys alone knows its stations, and holds nothing yet', async () => {
    const again = join(root, 'again');
    await restore(again, null, keys);
    const anew = await runHub({ ...site, folder: again });
    expect(await receipt(anew)).toMatchObject({ contiguousSeq: 0 });
    await push(anew, events);
    expect(await receipt(anew)).toMatchObject({ contiguousSeq: 4, foldedSeq: 4 });
    await anew.close();
  });
});
