import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { kernelLine } from '../../../src/imaging/plan/grub-config.ts';
import { plantProbe } from './probe.ts';

const run = promisify(execFile);

/** What was built before the tests began (tests/image/built-image-setup.ts). */
export const imageFolder =
  process.env['REAN_IMAGE'] ?? join(import.meta.dirname, '../../../.artefacts/image');
export const stationDisk = join(imageFolder, 'rean-station.img');
export const hubDisk = join(imageFolder, 'rean-hub.img');
export const installerStick = join(imageFolder, 'rean-installer.img');
const slot = join(imageFolder, 'rean-station.squashfs');

/** The image's kernel and initrd, as they lie in its slot. */
export async function shippedInitrd() {
  const image = join(imageFolder, 'test/vmlinuz');
  const initrd = join(imageFolder, 'test/initrd.img');
  await mkdir(dirname(image), { recursive: true });
  for (const file of [image, initrd]) {
    const name = file.slice(dirname(file).length + 1);
    const { stdout } = await run('unsquashfs', ['-cat', slot, name], {
      encoding: 'buffer',
      maxBuffer: 1024 ** 3,
    });
    await writeFile(file, stdout);
  }
  return { image, initrd };
}

/** The same with a probe behind the initrd, and the words GRUB gives. */
export async function probedKernel(letter: 'a' | 'b' = 'a') {
  const { image, initrd } = await shippedInitrd();
  const probed = join(imageFolder, 'test/initrd-probed.img');
  await plantProbe(initrd, probed);
  return { image, initrd: probed, words: kernelLine(letter) };
}

/** Figures, for whoever wants to know; nothing is asserted of those that are times. */
export async function noteFigure(name: string, value: number | string): Promise<void> {
  const file = join(imageFolder, 'figures.json');
  const before: unknown = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
  await writeFile(
    file,
    `${JSON.stringify(Object.assign({}, before, { [name]: value }), null, 1)}\n`,
  );
}
