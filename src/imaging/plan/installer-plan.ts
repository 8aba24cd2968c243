import { mebibyte, sectorBytes } from './disk-layout.ts';
import type { DiskLayout } from './disk-layout.ts';
import { imageRoleSchema } from './role.ts';
import type { ImageRole } from './role.ts';

/** The label of the stick's file system, which GRUB and the installer find it by. */
export const stickLabel = 'REAN-STICK';
/** The folder of the stick that everything lies in; an update is looked for there, too ([IMG9]). */
export const stickFolder = 'rean';
/** The part of the initrd that only the stick has: screens, and what a disk begins with. */
export const installerPart = 'installer.img';
/** Where that part unpacks to. */
export const partsFolder = 'rean-installer';

/** What a PC that starts from the network is sent: files of the stick, beside the part above. */
export const netbootKernel = 'netboot-vmlinuz';
export const netbootInitrd = 'netboot-initrd.img';

/**
 * The kernel's words of the installer. No driver but the firmware's own has the screen, so that it stays as
 * GRUB set it, and what is shown is where it is drawn.
 */
export const installerWords: readonly string[] = [
  'rean.install',
  'quiet',
  'loglevel=0',
  'panic=10',
  'nomodeset',
  'fbcon=nodefer',
  'vt.global_cursor_default=0',
  'sysctl.kernel.sysrq=0',
];

/**
 * GRUB's script of the stick: kernel and initrd come out of the first system that lies on it, as every
 * role's can install ([INS1]). Nothing to choose here, and no prompt.
 */
export function installerGrub(roles: readonly ImageRole[]): string {
  const carrier = imageRoleSchema.options.find((role) => roles.includes(role)) ?? 'station';
  return `set timeout=0
set pager=0
insmod all_video
set gfxpayload=800x600x32,1024x768x32,auto
search --no-floppy --set=stick --label ${stickLabel}
loopback system ($stick)/${stickFolder}/rean-${carrier}.squashfs
if linux (system)/vmlinuz ${installerWords.join(' ')}; then
  if initrd (system)/initrd.img ($stick)/${stickFolder}/${installerPart}; then boot; fi
fi
echo "Rean: this stick is damaged. Write it again."
sleep 60
reboot
`;
}

/** The partitions of a PC's disk as the installer's shell reads them: name, start and size, MiB. */
export const layoutLines = (layout: DiskLayout): string =>
  layout.partitions
    .map(({ name, startMiB, sizeMiB }) => `${name} ${startMiB} ${sizeMiB}\n`)
    .join('');

/** sgdisk's words for a disk of any size: `@LAST@` is where `data` ends. GUIDs are each PC's own. */
export function tableWordsOfAnyDisk(layout: DiskLayout): string {
  const sectors = (mib: number) => (mib * mebibyte) / sectorBytes;
  const words = layout.partitions.flatMap(({ name, number, startMiB, sizeMiB, type, label }) => {
    const last = name === 'data' ? '@LAST@' : sectors(startMiB + sizeMiB) - 1;
    return [
      `--new=${number}:${sectors(startMiB)}:${last}`,
      `--typecode=${number}:${type}`,
      `--change-name=${number}:${label}`,
    ];
  });
  return `${['--clear', '--set-alignment=2048', ...words].join('\n')}\n`;
}

/** Room that a stick needs, MiB: its files, and a little for its own table and names. */
export const stickMiB = (bytes: number): number => Math.ceil((bytes * 1.02) / mebibyte) + 40;
