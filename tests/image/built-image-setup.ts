import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { missingPackages } from '../../src/imaging/plan/debian-tools.ts';
import { hubDisk, imageFolder, installerStick, stationDisk } from './machine/built-image.ts';

const testTools = [
  { program: 'qemu-system-x86_64', package: 'qemu-system-x86' },
  { program: 'unsquashfs', package: 'squashfs-tools' },
  { program: 'e2fsck', package: 'e2fsprogs' },
  { program: 'rsvg-convert', package: 'librsvg2-bin' },
  { program: 'sgdisk', package: 'gdisk' },
];
const testFiles = [{ path: '/usr/share/ovmf/OVMF.fd', package: 'ovmf' }];

const site = {
  format: 1,
  site: 'trial-1',
  name: { km: 'មណ្ឌលសាកល្បង', en: 'Trial centre' },
  hub: { url: 'https://192.168.77.1:8643', address: '192.168.77.1/24' },
  kiosks: 8,
  firmware: false,
};

/**
 * The images of station and hub, and a stick that installs them: those in `REAN_IMAGE`, where that is set; else built from the .deb in
 * `release`, as root, with Debian's tools. What is missing for it is named, and nothing is skipped.
 */
export async function setup(): Promise<void> {
  const missing = missingPackages(existsSync, testTools, testFiles);
  if (missing.length > 0) {
    throw new Error(`The image can't be started here: apt-get install ${missing.join(' ')}`);
  }
  if (process.env['REAN_IMAGE'] !== undefined) {
    const lacking = [stationDisk, hubDisk, installerStick].find((file) => !existsSync(file));
    if (lacking !== undefined) throw new Error(`REAN_IMAGE is set, and there is no ${lacking}.`);
    return;
  }
  await mkdir(imageFolder, { recursive: true });
  const root = join(import.meta.dirname, '../..');
  const [config, key] = [join(imageFolder, 'site.json'), join(imageFolder, 'trial')];
  await writeFile(config, JSON.stringify(site));
  const rean = (...words: readonly string[]) =>
    execFileSync(process.execPath, [join(root, 'dist/cli/rean.js'), ...words], {
      stdio: 'inherit',
    });
  if (!existsSync(`${key}.key`)) rean('pack', 'keygen', '-o', key);
  const release = ['release', 'release/not-for-release'].map((folder) => join(root, folder));
  const packagesOf = (name: string) => {
    const found = release.find((folder) => globSync(`${name}_*.deb`, { cwd: folder }).length > 0);
    if (found !== undefined) return found;
    throw new Error(`There is no ${name}_….deb: run \`npm run package\` (docs/image.md) first.`);
  };
  const from = ['--config', config, '--key', `${key}.key`, '--out', imageFolder];
  for (const role of ['station', 'hub']) {
    rean('image', role, ...from, '--packages', packagesOf(`rean-${role}`));
  }
  rean('image', 'installer', ...from);
}
