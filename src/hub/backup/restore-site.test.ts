import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackupLab } from '../../../tests/factories/backup-lab.ts';
import { backUp, restore, testSeal } from '../../../tests/factories/backups.ts';
import { makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import type { CarriedEvent } from '../../../tests/factories/test-store.ts';
import { testCost } from '../../../tests/factories/verifier-cost.ts';
import { appointStaff, enrolLearner } from '../office/people.ts';
import { changePassphrase } from '../office/staff.ts';
import { newestPepper } from '../../sync/identity/peppers.ts';
import { makeStaffVerifier } from '../../sync/identity/staff-key.ts';
import { resetSignIn, verifierOf } from '../../../tests/factories/sign-in-resets.ts';
import { withOffice } from '../office/site-on-disk.ts';
import { siteFiles } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';

const passphrase = 'sugar palms at noon';

let lab: BackupLab;
let site: DiskSite;
let root = '';
let to = '';
let keys = '';

beforeEach(async () => {
  lab = await BackupLab.make();
  ({ site, root, to, keys } = lab);
}, 60_000);
afterEach(() => site.remove());

describe('[BAK4] a restore', () => {
  let events: readonly CarriedEvent[] = [];
  beforeEach(async () => {
    const hub = await runHub(site);
    events = lab.attempts(4);
    await lab.push(hub, events);
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
      missing: { learners: [], signIns: [], staff: [], stations: [] },
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
    const learner = await withOffice(site.folder, lab.ports, async (office) => {
      const [group] = await office.directory.all('group:');
      if (group?.type !== 'group') throw new Error('no group');
      const tile = { picture: 'moon', colour: 'leaf' } as const;
      const code = ['rice', 'fish', 'moon', 'drum'];
      const account = { name: { km: 'ថ្មី' }, group: group.group, tile, language: 'km' } as const;
      return enrolLearner(office, { ...account, code, cost: testCost });
    });
    await backUp(site.folder, to, { keys: null });
    const again = join(root, 'again');
    expect(await restore(again, to, keys)).toMatchObject({ missing: { learners: [learner] } });
    const vault = folderVault(again);
    expect(await vault.read(siteFiles.backup)).toBeNull();
  });

  it('[REC7] brings no ended sign-in and no former passphrase back to life', async () => {
    const { learner } = site;
    const staff = await withOffice(site.folder, lab.ports, async (office) => {
      const name = { km: 'ចាន់' };
      return appointStaff(office, { role: 'officer', name, scopes: ['men'], passphrase });
    });
    await backUp(site.folder, to);
    const before = await readRequired(folderVault(site.folder), siteFiles.keyring);
    await withOffice(site.folder, lab.ports, async (office) => {
      await resetSignIn(office, learner);
      const pepper = newestPepper((await office.readKeyring()).keyring);
      const verifier = await makeStaffVerifier('nine clay pots in rain', pepper, office.random);
      await changePassphrase(office, staff, verifier);
    });
    await backUp(site.folder, to, { keys: null });
    const again = join(root, 'again');
    const { missing } = await restore(again, to, keys);
    expect(missing).toMatchObject({ learners: [], signIns: [learner], staff: [staff] });
    const { keyring } = await readRequired(folderVault(again), siteFiles.keyring);
    expect(keyring.staff.filter((each) => each.staff === staff)).toEqual([]);
    expect(verifierOf(keyring, learner)).not.toBe(verifierOf(before.keyring, learner));
  });

  it('from the keys alone knows its stations, and holds nothing yet', async () => {
    const again = join(root, 'again');
    await restore(again, null, keys);
    const anew = await runHub({ ...site, folder: again });
    expect(await lab.receipt(anew)).toMatchObject({ contiguousSeq: 0 });
    await lab.push(anew, events);
    expect(await lab.receipt(anew)).toMatchObject({ contiguousSeq: 4, foldedSeq: 4 });
    await anew.close();
  });
});
