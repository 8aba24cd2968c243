import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, testPassphrase, testSeal } from '../../../tests/factories/backups.ts';
import { makeDiskSite } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import { runOnFolder } from '../control/run-on-folder.ts';
import { readKeysFile } from './keys-file.ts';
import { recoverySheetCommand } from './recovery-sheet-command.ts';

let site: DiskSite;
let to = '';
let keys = '';

beforeEach(async () => {
  site = await makeDiskSite(42);
  to = join(site.folder, '..', 'stick');
  keys = join(site.folder, '..', 'keys');
  await mkdir(to);
}, 60_000);
afterEach(() => site.remove());

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const draw = () =>
  runOnFolder(
    site.folder,
    recoverySheetCommand,
    {},
    {
      say: () => undefined,
      signal: new AbortController().signal,
      version: '0.0.0',
      log: quiet,
    },
  );

describe('[BAK3] the keys', () => {
  it('go to a file of their own that only its owner reads, and tell when they are out of date', async () => {
    expect(await backUp(site.folder, to, { keys: null })).toMatchObject({ keysSafe: false });
    expect(await backUp(site.folder, to)).toMatchObject({ keysSafe: true });
    expect(await backUp(site.folder, to, { keys: null })).toMatchObject({ keysSafe: true });
    expect(((await stat(keys)).mode & 0o777).toString(8)).toBe('600');
    const { siteKey } = site.keyring;
    for (const name of ['../keys', ...(await readdir(to))]) {
      expect(await readFile(join(to, name), 'utf8')).not.toContain(siteKey.secret);
    }
    const { files } = await readKeysFile(keys, testPassphrase);
    expect(files.map(({ path }) => path).sort()).toEqual(
      (await readdir(join(site.folder, 'secrets'))).map((name) => `secrets/${name}`).sort(),
    );
  });

  it('are not opened by another passphrase, nor sealed with a weak one', async () => {
    await backUp(site.folder, to);
    await expect(readKeysFile(keys, 'rice moon drum lotus 8')).rejects.toMatchObject({
      code: 'backup.passphrase-wrong',
    });
    for (const passphrase of ['short', 'aaaaaaaaaaaaaaaaaaaaaaaa', '   rice moon      ']) {
      const weak = backUp(site.folder, to, { keys: { ...testSeal, path: keys, passphrase } });
      await expect(weak).rejects.toMatchObject({ code: 'backup.passphrase-weak' });
    }
  });

  it('[REC6] are opened by the code of the recovery sheet that was made before, too', async () => {
    const { code } = await draw();
    await backUp(site.folder, to);
    expect(await readKeysFile(keys, code)).toEqual(await readKeysFile(keys, testPassphrase));
    const later = await draw();
    await expect(readKeysFile(keys, later.code)).rejects.toMatchObject({
      code: 'backup.passphrase-wrong',
    });
    const kept = await readFile(join(site.folder, 'secrets', 'recovery-sheet.json'), 'utf8');
    expect(kept.toUpperCase()).not.toContain(later.code.slice(0, 9));
  });
});
