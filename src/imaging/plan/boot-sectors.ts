import { ReanError } from '../../shared/errors.ts';
import { sectorBytes } from './disk-layout.ts';

/** How much of a disk's first sector is code; its partition table comes after. */
const codeBytes = 440;
/** Where boot.img has the sector it loads, and core.img's first sector the list of what follows. */
const firstSectorAt = 0x5c;
const listAt = 0x1f4;
const twoSectors = 2 * sectorBytes;

/**
 * GRUB's two parts for a PC's BIOS, with the place of the second one written into both. The same as
 * grub-install does, which wants a device and a mount ([IMG3]).
 *
 * @param coreSector where core.img is going to lie, in sectors from the start of the disk
 * @throws ReanError `shape.invalid` when these are not GRUB's files
 */
export function placeGrub(
  boot: Uint8Array,
  core: Uint8Array,
  coreSector: number,
): { readonly boot: Uint8Array; readonly core: Uint8Array } {
  if (boot.length !== sectorBytes || core.length < twoSectors) {
    throw new ReanError('shape.invalid', { what: 'boot image of GRUB' });
  }
  const placedBoot = boot.slice(0, codeBytes);
  const padded = new Uint8Array(Math.ceil(core.length / sectorBytes) * sectorBytes);
  padded.set(core);
  viewOf(placedBoot).setBigUint64(firstSectorAt, BigInt(coreSector), true);
  const list = viewOf(padded);
  list.setBigUint64(listAt, BigInt(coreSector + 1), true);
  list.setUint16(listAt + 8, padded.length / sectorBytes - 1, true);
  return { boot: placedBoot, core: padded };
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
