import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatSignature, signBytes } from '../../content/minisign/signature.ts';
import { choiceVolume } from '../plan/boot-choice.ts';
import { layDisk, leastDiskMiB, mebibyte, partitionOf, sectorBytes } from '../plan/disk-layout.ts';
import { espLabel, grubConfig } from '../plan/grub-config.ts';
import { layoutLines, partsFolder, tableWordsOfAnyDisk } from '../plan/installer-plan.ts';
import { installerPicture } from '../plan/installer-picture.ts';
import { installerScreenNames, installerScreens } from '../plan/installer-screens.ts';
import { pictureOf } from '../plan/screen-picture.ts';
import { screenText } from '../plan/screen-words.ts';
import { cpioOf } from './cpio.ts';
import type { InitrdFile } from './cpio.ts';
import { drawPicture } from './draw-picture.ts';
import type { InstallerOrder } from './installer-order.ts';
import { makeBiosGrub, makeEfiVolume } from './make-grub.ts';
import type { Programs } from './run-program.ts';
import { in24Bits } from './screen-pixels.ts';

/** In `bios`, behind GRUB: an installation is under way here (`installer/disks`). */
const markSector = 2041;
const mark = 'rean-installing';

/** The part of the initrd that only the stick has: screens, and what a PC's disk begins with. */
export async function makeInstallerPart(
  order: InstallerOrder,
  work: string,
  programs: Programs,
): Promise<Buffer> {
  const layout = layDisk(leastDiskMiB);
  const signature = signBytes(order.siteBytes, `site ${order.site.site}`, order.key);
  const boot = await makeBoot(join(work, 'disk'), programs);
  const texts: Readonly<Record<string, string>> = {
    layout: layoutLines(layout),
    table: tableWordsOfAnyDisk(layout),
    'least-mib': `${leastDiskMiB}\n`,
    kiosks: `${order.site.kiosks}\n`,
    'site.json.minisig': formatSignature(signature),
  };
  const files = Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const screens = await makeScreens(join(work, 'screens'), programs);
  const inFolder = [...files, { path: 'site.json', bytes: order.siteBytes }, ...boot, ...screens];
  return cpioOf([
    // In the place of the image's own: here, and here alone, sticks are seen.
    { path: 'etc/modprobe.d/10-rean.conf', bytes: Buffer.from('') },
    { path: partsFolder },
    { path: `${partsFolder}/screens` },
    ...inFolder.map((file) => ({ ...file, path: `${partsFolder}/${file.path}` })),
  ]);
}

/** First sector, BIOS partition and EFI partition of any PC's disk. */
async function makeBoot(work: string, programs: Programs): Promise<readonly InitrdFile[]> {
  await mkdir(work);
  const layout = layDisk(leastDiskMiB);
  const start = partitionOf(layout, 'bios').startMiB * mebibyte;
  const grub = { script: grubConfig(), work };
  const placed = await makeBiosGrub(grub, start, programs);
  const bios = Buffer.alloc(partitionOf(layout, 'bios').sizeMiB * mebibyte);
  bios.set(placed.core);
  bios.write(mark, markSector * sectorBytes);
  const file = join(work, 'esp.img');
  const { sizeMiB } = partitionOf(layout, 'esp');
  const serial = '5245414e';
  await makeEfiVolume({ ...grub, file, sizeMiB, label: espLabel, serial }, programs);
  return [
    { path: 'boot.img', bytes: placed.boot },
    { path: 'bios.img.gz', bytes: gzipSync(bios) },
    { path: 'choice.img', bytes: choiceVolume({ good: 'a', trying: null, tried: false }) },
    { path: 'esp.img.gz', bytes: gzipSync(await readFile(file)) },
  ];
}

async function makeScreens(work: string, programs: Programs): Promise<readonly InitrdFile[]> {
  await mkdir(work);
  const made: InitrdFile[] = [];
  for (const name of installerScreenNames) {
    const words = installerScreens[name];
    const picture = { svg: pictureOf(words, installerPicture), name, ...installerPicture };
    const pixels = await drawPicture(picture, work, programs);
    made.push({ path: `screens/${name}.32.gz`, bytes: gzipSync(pixels) });
    made.push({ path: `screens/${name}.24.gz`, bytes: gzipSync(in24Bits(pixels)) });
    made.push({ path: `screens/${name}.txt`, bytes: Buffer.from(screenText(words)) });
  }
  return made;
}
