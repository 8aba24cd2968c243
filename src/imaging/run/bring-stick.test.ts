import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const image = join(import.meta.dirname, '../../../build/image');
const rean = join(import.meta.dirname, '../../cli/rean.ts');

/** The script of the hub's image, laid as it lies there, with a folder for a stick. */
describe('[HBS8] what installs PCs over the LAN, from a stick', () => {
  let folder: string;
  const bring = (spare: string, ...words: string[]) => {
    const script = join(folder, 'tools', 'bring');
    const given = [script, 'copy', join(folder, 'rean'), join(folder, 'netboot'), ...words];
    const env = { PATH: process.env['PATH'], REAN_BRING_SPARE: spare };
    return spawnSync('sh', given, { encoding: 'utf8', env });
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rean-bring-'));
    mkdirSync(join(folder, 'tools'));
    mkdirSync(join(folder, 'rean'));
    const scripts = { bring: 'root-hub', 'usb-storage': 'root' };
    for (const [name, root] of Object.entries(scripts)) {
      const text = readFileSync(join(image, root, 'usr/lib/rean-image', name));
      writeFileSync(join(folder, 'tools', name), text);
    }
    writeFileSync(join(folder, 'rean', 'rean-installer.json'), '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is copied by the hub’s own command, which judges it', () => {
    const brought = bring('0', 'echo');
    expect(brought.stderr).toBe('rean-bring: brought\n');
    expect(brought.status).toBe(0);
    const said = `netboot bring ${join(folder, 'rean')} --to ${join(folder, 'netboot')}\n`;
    expect(brought.stdout).toBe(said);
  });

  it('is refused where nobody signed it', () => {
    const refused = bring('0', process.execPath, rean);
    expect(refused.status).toBe(6);
    expect(refused.stderr).toContain('rean-bring: damaged');
    expect(refused.stderr).toContain('What the hub had stays.');
  });

  it('is not begun where there is none on the stick, or no room beside the lab’s records', () => {
    expect(bring(String(1e15), 'echo')).toMatchObject({ status: 7, stdout: '' });
    rmSync(join(folder, 'rean', 'rean-installer.json'));
    expect(bring('0', 'echo')).toMatchObject({ status: 2, stdout: '' });
  });
});
