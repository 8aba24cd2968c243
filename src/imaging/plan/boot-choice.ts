import { sectorBytes } from './disk-layout.ts';

/**
 * Which slot starts: one sector of the disk in GRUB's environment format, which GRUB, the initrd and
 * an update read and write. One sector is written whole or not at all, whatever the power does.
 */
export interface BootChoice {
  /** The slot that was seen to work; nothing but another that works replaces it ([IMG5]). */
  readonly good: Slot;
  /** A slot with an update in it, to be started once. */
  readonly trying: Slot | null;
  /** It was started, and has not said yet that it works. */
  readonly tried: boolean;
}
export type Slot = 'a' | 'b';

/** The sector, counted from the start of the partition `choice`. */
export const choiceSector = 1;
/** What GRUB calls it by, in that partition. */
export const choiceFile = 'choice';

const heading = '# GRUB Environment Block\n';

/** The sector's bytes. */
export function formatChoice({ good, trying, tried }: BootChoice): Uint8Array {
  const lines = [`good=${good}`, `trying=${trying ?? ''}`, `tried=${tried ? '1' : ''}`];
  const text = `${heading}${lines.join('\n')}\n`;
  return new TextEncoder().encode(text.padEnd(sectorBytes, '#'));
}

/**
 * What the partition `choice` begins with: a tar archive, which GRUB takes for a file system, with the
 * sector as its one file. GRUB writes over a file where it lies, and over nothing that is none.
 */
export function choiceVolume(choice: BootChoice): Uint8Array {
  const end = Buffer.alloc(2 * sectorBytes);
  return Buffer.concat([tarHeader(choiceFile, sectorBytes), formatChoice(choice), end]);
}

/** A file's header as POSIX has it ("ustar"). */
function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(sectorBytes);
  const fields: readonly (readonly [number, string])[] = [
    [0, name],
    [100, '0000644\0'],
    [108, '0000000\0'],
    [116, '0000000\0'],
    [124, `${size.toString(8).padStart(11, '0')}\0`],
    [136, '00000000000\0'],
    // The sum is made with blanks where it is going to stand.
    [148, ' '.repeat(8)],
    [156, '0'],
    [257, 'ustar\u000000'],
  ];
  for (const [at, text] of fields) header.write(text, at, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}
