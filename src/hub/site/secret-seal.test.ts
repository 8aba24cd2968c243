import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { backUp } from '../../../tests/factories/backups.ts';
import { call, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { printStatus } from '../../cli/hub/hub-status.ts';
import { runOnFolder } from '../control/run-on-folder.ts';
import { listCodesCommand } from '../enrolment/enrolment-commands.ts';
import { credentialName, systemSealKey } from './secret-seal.ts';
import { siteFiles } from './site-files.ts';
import { folderVault, readRequired } from './site-vault.ts';

/** The directory that systemd gives a unit's process, by its contract: a file for each credential. */
async function handOut(bytes: Uint8Array): Promise<void> {
  const folder = join(await temporaryFolder(), 'credentials');
  await mkdir(folder);
  await writeFile(join(folder, credentialName), bytes);
  process.env['CREDENTIALS_DIRECTORY'] = folder;
}

const takeAway = () => {
  delete process.env['CREDENTIALS_DIRECTORY'];
};
afterEach(takeAway);

describe('[IDN14] a hub’s secrets, where the system hands it a key', () => {
  it('are sealed from the next start on, and open to nobody without that key', async () => {
    const site = await makeDiskSite(81);
    onTestFinished(() => site.remove());
    const { privateKey } = await readRequired(folderVault(site.folder), siteFiles.signing);
    const path = join(site.folder, siteFiles.signing.path);
    expect(await readFile(path, 'utf8')).toContain(privateKey);
    await handOut(Buffer.alloc(32, 7));
    const hub = await runHub(site);
    const [as] = site.stations;
    if (!as) throw new Error('no station');
    expect((await call(hub.url, site, { path: '/v1/hello', as })).status).toBe(200);
    await hub.hub.parts.office.rotateSigningKey({ type: 'hub-key.rotated', documents: () => [] });
    await hub.close();
    for (const file of Object.values(siteFiles).filter(({ path }) => path.startsWith('secrets/'))) {
      const text = await readFile(join(site.folder, file.path), 'utf8').catch(() => 'rean-sealed');
      expect(text).toContain('rean-sealed');
      expect(text).not.toContain('privateKey');
      expect(text).not.toContain(privateKey);
    }
    takeAway();
    const missing = { code: 'key.missing', facts: { credential: credentialName } };
    await expect(runHub(site)).rejects.toMatchObject(missing);
    await handOut(Buffer.alloc(32, 8));
    await expect(runHub(site)).rejects.toMatchObject({ code: 'seal.broken' });
    await handOut(Buffer.alloc(32, 7));
    await (await runHub(site)).close();
  });

  it('are not asked for by commands that the running hub carries out, nor by its status', async () => {
    const site = await makeDiskSite(83);
    onTestFinished(() => site.remove());
    await handOut(Buffer.alloc(32, 7));
    const hub = await runHub(site);
    onTestFinished(() => hub.close());
    takeAway();
    const nothing = () => undefined;
    const log = { info: nothing, warn: nothing, error: nothing };
    const { signal } = new AbortController();
    const call = { say: nothing, signal, version: '0.0.0', log };
    expect(await runOnFolder(site.folder, listCodesCommand, {}, call)).toEqual([]);
    const said = vi.spyOn(console, 'log').mockReturnValue();
    onTestFinished(() => said.mockRestore());
    await printStatus(site.folder);
    expect(said.mock.calls.join('\n')).toContain(`${hub.url} is `);
    const to = join(site.folder, '..', 'stick');
    await mkdir(to);
    const missing = { code: 'key.missing', facts: { credential: credentialName } };
    await expect(backUp(site.folder, to)).rejects.toMatchObject(missing);
    expect(await readdir(to)).toEqual([]);
    await handOut(Buffer.alloc(32, 7));
    expect(await backUp(site.folder, to)).toMatchObject({ keysSafe: true });
  });

  it('are left alone by a start that does not get the folder', async () => {
    const site = await makeDiskSite(84);
    onTestFinished(() => site.remove());
    const hub = await runHub(site);
    onTestFinished(() => hub.close());
    await handOut(Buffer.alloc(32, 7));
    await expect(runHub(site)).rejects.toMatchObject({ code: 'store.in-use' });
    takeAway();
    const text = await readFile(join(site.folder, siteFiles.authority.path), 'utf8');
    expect(text).toContain('privateKey');
  });

  it('are not written in the open where its key is there and can’t be read', async () => {
    const folder = join(await temporaryFolder(), 'credentials');
    await mkdir(join(folder, credentialName), { recursive: true });
    process.env['CREDENTIALS_DIRECTORY'] = folder;
    const refused = { code: 'config.invalid', facts: { problem: 'EISDIR' } };
    await expect(systemSealKey()).rejects.toMatchObject(refused);
  });

  it('lie as they are where it hands out none, and one that is too short is refused', async () => {
    const site = await makeDiskSite(82);
    onTestFinished(() => site.remove());
    const empty = await temporaryFolder();
    process.env['CREDENTIALS_DIRECTORY'] = empty;
    await (await runHub(site)).close();
    const text = await readFile(join(site.folder, siteFiles.keyring.path), 'utf8');
    expect(text).toContain('pepper');
    await handOut(Buffer.alloc(8));
    const short = { code: 'config.invalid', facts: { problem: 'short' } };
    await expect(runHub(site)).rejects.toMatchObject(short);
    await rm(empty, { recursive: true });
  });
});
