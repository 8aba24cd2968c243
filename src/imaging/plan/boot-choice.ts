import { sectorBytes, mebibyte } from './disk-layout.ts';

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

/** The sector, counted from the start of the partition `bios`: behind what GRUB needs of it. */
export const choiceSector = mebibyte / sectorBytes - 8;

const heading = '# GRUB Environment Block\n';

/** The sector's bytes. */
export function formatChoice({ good, trying, tried }: BootChoice): Uint8Array {
  const lines = [`good=${good}`, `trying=${trying ?? ''}`, `tried=${tried ? '1' : ''}`];
  const text = `${heading}${lines.join('\n')}\n`;
  return new TextEncoder().encode(text.padEnd(sectorBytes, '#'));
}
