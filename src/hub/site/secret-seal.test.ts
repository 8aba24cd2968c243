import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { call, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { credentialName } from './secret-seal.ts';
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
