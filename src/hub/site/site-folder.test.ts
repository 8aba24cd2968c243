import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initSite, withOffice } from '../office/site-on-disk.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { endSetUp } from './set-up-folder.ts';
import { siteFiles } from './site-files.ts';
import { folderVault, readRequired } from './site-vault.ts';

const ports = { clock: systemClock(), random: systemRandomness() };
const wanted = { name: { km: 'សាកល្បង' }, hosts: [], demo: false } as const;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rean-hub-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function modes(path: string): Promise<Record<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => !join(entry.parentPath, entry.name).includes('/db/'));
  const pairs = found.map(async (entry) => {
    const full = join(entry.parentPath, entry.name);
    return [full.slice(path.length + 1), ((await stat(full)).mode & 0o777).toString(8)] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

describe('[IDN3] a hub’s folder', () => {
  it('is readable by nobody else', async () => {
    const hub = join(folder, 'hub');
    await initSite(hub, wanted, ports);
    expect(((await stat(hub)).mode & 0o777).toString(8)).toBe('700');
    expect(await modes(hub)).toEqual({
      db: '700',
      secrets: '700',
      'site.json': '600',
      'secrets/ca.json': '600',
      'secrets/keyring.json': '600',
      'secrets/signing.json': '600',
      'secrets/stations.json': '600',
      'secrets/tls.json': '600',
    });
  });

  it('is refused for a new site when it holds one, or other files', async () => {
    await initSite(folder, wanted, ports);
    await expect(initSite(folder, wanted, ports)).rejects.toMatchObject({ code: 'site.exists' });
    await rm(join(folder, 'site.json'));
    await expect(initSite(folder, wanted, ports)).rejects.toMatchObject({
      code: 'config.invalid',
      facts: { problem: 'not-empty' },
    });
  });

  it('is set up anew when an earlier set-up was cut short', async () => {
    const site = await initSite(folder, wanted, ports);
    await writeFile(join(folder, 'set-up-unfinished'), '');
    await expect(withOffice(folder, ports, () => Promise.resolve())).rejects.toMatchObject({
      code: 'site.missing',
    });
    // As a restore leaves it that was cut short.
    const policy = { v: 1, segment: { mostEvents: 1, mostDays: 1 } } as const;
    await folderVault(folder).write(siteFiles.policy, policy);
    const again = await initSite(folder, wanted, ports);
    expect(again.site).not.toBe(site.site);
    expect(await folderVault(folder).read(siteFiles.policy)).toBeNull();
    await withOffice(folder, ports, async (office) => {
      expect(await office.directory.all()).toHaveLength(2);
    });
  });

  it('[STO5] is whole only once it is on the disk that its set-up is over', async () => {
    await writeFile(join(folder, 'set-up-unfinished'), '');
    const synced: (readonly string[])[] = [];
    await endSetUp(folder, async (path) => {
      synced.push(await readdir(path));
    });
    expect(synced).toEqual([[]]);
  });

  it('names the file that was damaged', async () => {
    await initSite(folder, wanted, ports);
    const path = join(folder, 'secrets', 'stations.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"stations"', '"station"'));
    await expect(readRequired(folderVault(folder), siteFiles.stations)).rejects.toMatchObject({
      code: 'config.invalid',
      facts: { file: 'secrets/stations.json' },
    });
  });

  it('is in use by one process at a time', async () => {
    await initSite(folder, wanted, ports);
    await withOffice(folder, ports, async () => {
      const second = withOffice(folder, ports, () => Promise.resolve());
      await expect(second).rejects.toMatchObject({ code: 'store.in-use' });
    });
  });
});
