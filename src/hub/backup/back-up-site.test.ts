import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackupLab } from '../../../tests/factories/backup-lab.ts';
import { backUp, restore, testSeal } from '../../../tests/factories/backups.ts';
import { healthOf, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import { createGroup } from '../office/people.ts';
import { withOffice } from '../office/site-on-disk.ts';
import { copyCommand } from './backup-commands.ts';
import { readManifest } from './backup-folder.ts';

let lab: BackupLab;
let site: DiskSite;
let root = '';
let to = '';
let keys = '';

/** As where hub, stick and keys are folders of one disk. */
const oneDisk = { diskOf: () => Promise.resolve(1) };

beforeEach(async () => {
  lab = await BackupLab.make();
  ({ site, root, to, keys } = lab);
}, 60_000);
afterEach(() => site.remove());

describe('[BAK1] a backup', () => {
  it('of a running hub restores to everything that was acknowledged, in a new generation', async () => {
    const hub = await runHub(site);
    const events = lab.attempts(5);
    const [, , third] = events;
    await lab.push(hub, events);
    const clone = { ...third, payloadless: true };
    await lab.push(hub, [withRevision(clone)]);
    const { vector, keysSafe } = await backUp(site.folder, to);
    expect(vector).toEqual({ [`${lab.store.station.station}:${lab.store.id}`]: 5 });
    expect(keysSafe).toBe(true);
    expect(await lab.receipt(hub)).toMatchObject({ contiguousSeq: 5, backedUpSeq: 5 });
    const before = await healthOf(hub, site);
    await hub.close();

    const again = join(root, 'again');
    const restored = await restore(again, to, keys);
    expect(restored.missing).toEqual({
      learners: [],
      signIns: [],
      staff: [],
      stations: [],
    });
    const held = await lab.directory(site.folder);
    expect(await lab.directory(again)).toEqual(held);
    const anew = await runHub({ ...site, folder: again });
    await anew.hub.settled();
    expect(await lab.receipt(anew)).toMatchObject({
      contiguousSeq: 5,
      foldedSeq: 5,
      backedUpSeq: 0,
    });
    const after = await healthOf(anew, site);
    expect(after).toMatchObject({ quarantined: before.quarantined, unfolded: 0 });
    expect(after.generation).not.toBe(before.generation);
    await anew.close();
  });

  it('copies only what is new, and its second run restores as well as its first', async () => {
    const hub = await runHub(site);
    await lab.push(hub, lab.attempts(40));
    const first = await backUp(site.folder, to);
    await lab.push(hub, lab.attempts(3));
    const second = await backUp(site.folder, to);
    await hub.close();
    expect(second.chain.files.slice(0, -1)).toEqual(first.chain.files);
    expect(second.chain.files.at(-1)?.records).toBe(3);
    await withOffice(site.folder, lab.ports, (office) =>
      createGroup(office, { name: { km: 'ថ្មី' }, symbol: 'fish' }),
    );
    const third = await backUp(site.folder, to);
    expect(third.chain.files.at(-1)?.records).toBe(1);
    const again = join(root, 'again');
    await restore(again, to, keys);
    expect(await lab.directory(again)).toEqual(await lab.directory(site.folder));
    const anew = await runHub({ ...site, folder: again });
    expect(await lab.receipt(anew)).toMatchObject({ contiguousSeq: 43 });
    await anew.close();
  });

  it('keeps what an earlier generation had beside what a restored hub holds', async () => {
    const hub = await runHub(site);
    await lab.push(hub, lab.attempts(2));
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
    expect(await backUp(site.folder, to)).toMatchObject({ sameDisk: false });
    expect(await backUp(site.folder, to, oneDisk)).toMatchObject({ sameDisk: true });
  });

  it('takes away no files whose manifests are gone, but those of a first run that was cut short', async () => {
    // It ends once all is copied: there is no place to try it out.
    const cutShort = backUp(site.folder, to, { checkIn: join(root, 'not-there') });
    await expect(cutShort).rejects.toThrow('ENOENT');
    expect(await readdir(to)).toContain('0001-000001.jsonl');
    await backUp(site.folder, to);
    const named = await readdir(to);
    for (const name of ['rean-backup.json', 'rean-backup-copy.json']) await rm(join(to, name));
    const left = await readdir(to);
    expect([named.length, left]).toEqual([3, ['0001-000001.jsonl']]);
    await expect(backUp(site.folder, to)).rejects.toMatchObject({
      code: 'backup.unwritable',
      facts: { path: to, problem: 'unnamed' },
    });
    expect(await readdir(to)).toEqual(left);
  });

  it('takes no other site’s folder', async () => {
    await backUp(site.folder, to);
    const other = await makeDiskSite(43);
    await expect(backUp(other.folder, to)).rejects.toMatchObject({ code: 'backup.other-site' });
    await other.remove();
    expect((await readManifest(to))?.chains).toHaveLength(1);
  });
});

describe('[BAK5] what stations may let go of', () => {
  it('grows by no backup on the hub’s own disk and by none without its keys', async () => {
    const hub = await runHub(site);
    const backedUp = async () => (await lab.receipt(hub)).backedUpSeq;
    const lacks = async () => (await healthOf(hub, site)).lastBackup?.lacks;
    await lab.push(hub, lab.attempts(5));
    for (const [over, lacking] of [
      [{ keys: null }, ['keys']],
      [oneDisk, ['keys', 'disk']],
      [{ ...oneDisk, keys: null }, ['keys', 'disk']],
    ] as const) {
      await backUp(site.folder, to, over);
      expect([await backedUp(), await lacks()]).toEqual([0, lacking]);
    }
    await backUp(site.folder, to);
    expect([await backedUp(), await lacks()]).toEqual([5, undefined]);
    await lab.push(hub, lab.attempts(2));
    await backUp(site.folder, to, { ...oneDisk, keys: null });
    expect([await backedUp(), await lacks()]).toEqual([5, ['disk']]);
    await hub.close();
  });
});

describe('[BAK2] a backup counts', () => {
  it('only when it restores to what the hub holds', async () => {
    const hub = await runHub(site);
    await lab.push(hub, lab.attempts(3));
    await backUp(site.folder, to);
    const former = await readManifest(to);
    await lab.push(hub, lab.attempts(3));
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
    expect(await lab.receipt(hub)).toMatchObject({ contiguousSeq: 6, backedUpSeq: 3 });
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
