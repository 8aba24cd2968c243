import { copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { mebibyte } from '../plan/disk-layout.ts';
import { formatInstallerManifest } from '../plan/image-manifest.ts';
import {
  installerGrub,
  installerPart,
  netbootInitrd,
  netbootKernel,
  stickFolder,
  stickLabel,
  stickMiB,
} from '../plan/installer-plan.ts';
import { joinedInitrd } from './cpio.ts';
import { copyInto, hashOf, makeEmpty } from './file-bytes.ts';
import type { InstallerOrder } from './installer-order.ts';
import { makeInstallerPart } from './installer-parts.ts';
import { makeEfiVolume, writeBiosGrub } from './make-grub.ts';
import { openPrograms } from './run-program.ts';
import type { Programs } from './run-program.ts';
import { writeSigned } from './sign-file.ts';

/** What was built, in the folder `output`. */
export interface BuiltInstaller {
  /** A whole stick, to be written onto one. */
  readonly stick: string;
  readonly bytes: number;
  readonly manifest: string;
}

const tableMiB = 1;
const biosMiB = 1;

/**
 * Makes the stick that installs PCs of these roles without a network ([INS1]).
 *
 * @throws ReanError `config.invalid` with a `problem`
 */
export async function buildInstaller(order: InstallerOrder): Promise<BuiltInstaller> {
  await mkdir(order.output, { recursive: true });
  const work = await mkdtemp(join(order.output, 'work-'));
  const programs = openPrograms(join(order.output, 'build.log'));
  try {
    return await buildIn(work, order, programs);
  } finally {
    await programs.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function buildIn(
  work: string,
  order: InstallerOrder,
  programs: Programs,
): Promise<BuiltInstaller> {
  const part = join(work, installerPart);
  await writeFile(part, await makeInstallerPart(order, work, programs));
  const boot = await makeNetworkBoot(order, part, work, programs);
  const manifest = join(order.output, 'rean-installer.json');
  const files = await Promise.all([part, ...boot].map(listed));
  const about = { version: order.version, site: order.site.site };
  const list = formatInstallerManifest({ format: 1, kind: 'installer', ...about, files });
  await writeSigned(manifest, list, `rean installer ${order.version}`, order.key);

  const slots = order.images.reduce((sum, { slotBytes }) => sum + slotBytes, 0);
  const volumeMiB = stickMiB(slots + files.reduce((sum, { bytes }) => sum + bytes, 0));
  const stick = join(order.output, 'rean-installer.img');
  const signed = [manifest, ...order.images.map((image) => image.manifest)];
  const brought = [
    part,
    ...boot,
    ...signed.flatMap((path) => [path, `${path}.minisig`]),
    ...order.images.map(({ slot }) => slot),
  ];
  const volume = await makeVolume({ order, work, volumeMiB, brought }, programs);
  await makeStick({ order, work, volumeMiB, stick }, programs);
  await copyInto(volume, stick, (tableMiB + biosMiB) * mebibyte);
  return { stick, bytes: (await stat(stick)).size, manifest };
}

const listed = async (path: string) => ({
  name: basename(path),
  bytes: (await stat(path)).size,
  sha256: await hashOf(path),
});

/**
 * What a PC that starts from the network is sent ([PXE4]): the kernel, and one initrd of both parts, as not every
 * firmware takes two.
 */
async function makeNetworkBoot(
  { images: [carrier] }: InstallerOrder,
  part: string,
  work: string,
  programs: Programs,
): Promise<readonly string[]> {
  if (carrier === undefined) return [];
  const folder = join(work, 'system');
  const words = ['-no-xattrs', '-no-progress', '-d', folder, carrier.slot];
  await programs.run('unsquashfs', [...words, 'vmlinuz', 'initrd.img']);
  const [kernel, initrd] = [join(work, netbootKernel), join(work, netbootInitrd)];
  await copyFile(join(folder, 'vmlinuz'), kernel);
  await writeFile(
    initrd,
    joinedInitrd(await readFile(join(folder, 'initrd.img')), await readFile(part)),
  );
  return [kernel, initrd];
}

interface StickWork {
  readonly order: InstallerOrder;
  readonly work: string;
  readonly volumeMiB: number;
}

const scriptOf = ({ images }: InstallerOrder) => installerGrub(images.map(({ role }) => role));

/** The stick's one file system: GRUB for UEFI, and in `rean` all that is brought. */
async function makeVolume(
  { order, work, volumeMiB, brought }: StickWork & { readonly brought: readonly string[] },
  programs: Programs,
): Promise<string> {
  const file = join(work, 'volume.img');
  const [efi, label] = [join(work, 'efi'), stickLabel];
  await mkdir(efi);
  const grub = { script: scriptOf(order), work: efi };
  await makeEfiVolume({ ...grub, file, sizeMiB: volumeMiB, label, serial: '5245414d' }, programs);
  await programs.run('mmd', ['-i', file, `::/${stickFolder}`]);
  for (const path of brought) {
    await programs.run('mcopy', ['-i', file, path, `::/${stickFolder}/${basename(path)}`]);
  }
  return file;
}

/** The stick around it: a partition table, and GRUB for a BIOS. */
async function makeStick(
  { order, work, volumeMiB, stick }: StickWork & { readonly stick: string },
  programs: Programs,
): Promise<void> {
  await rm(stick, { force: true });
  await makeEmpty(stick, (tableMiB + biosMiB + volumeMiB + tableMiB) * mebibyte);
  const words = ['--new=1:2048:4095', '--typecode=1:ef02', '--change-name=1:rean-stick-bios'];
  const volume = [`--new=2:4096:+${volumeMiB}M`, '--typecode=2:ef00', '--change-name=2:rean-stick'];
  await programs.run('sgdisk', ['--clear', '--set-alignment=2048', ...words, ...volume, stick]);
  const bios = join(work, 'bios');
  await mkdir(bios);
  await writeBiosGrub(
    { script: scriptOf(order), work: bios },
    stick,
    tableMiB * mebibyte,
    programs,
  );
}
