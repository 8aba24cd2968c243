import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { systemClock } from '../../sync/machine/system-ports.ts';
import { initSite, withOffice } from './site-on-disk.ts';

const ports = { clock: systemClock(), random: seededRandomness(9) };
const name = { km: 'មជ្ឈមណ្ឌល' };

describe('[IDN10] the first site manager', () => {
  it('is there before the site is, with every reach a site manager has', async () => {
    const folder = join(await temporaryFolder(), 'hub');
    const manager = { name: { km: 'សុខ' }, passphrase: 'three rivers cross' };
    await initSite(folder, { name, hosts: [], demo: false, manager }, ports);
    await withOffice(folder, ports, async (office) => {
      const [staff] = (await office.readKeyring()).keyring.staff;
      const account = staff && (await office.staffAccount(staff.staff));
      const scopes = ['men', 'women', 'minors'];
      expect(account).toMatchObject({ role: 'site-manager', name: manager.name, scopes });
    });
  });

  it('has no passphrase that is guessed first; then nothing is made', async () => {
    const folder = await temporaryFolder();
    const manager = { name: { km: 'សុខ', en: 'Sok Chan' }, passphrase: 'sokchan12345' };
    await expect(
      initSite(folder, { name, hosts: [], demo: false, manager }, ports),
    ).rejects.toMatchObject({ code: 'passphrase.weak', facts: { problem: 'known' } });
    expect(await readdir(folder)).toEqual([]);
  });
});
