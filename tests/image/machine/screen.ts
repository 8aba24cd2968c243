import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Machine } from './machine.ts';

/** The paper of every screen of ours: red, green, blue. */
const paper = [0xf7, 0xf0, 0xe1] as const;
/** How much of a screen is paper at least. */
const enough = 0.25;

/** What is on the screen, three bytes a pixel. */
export async function screenOf(machine: Machine) {
  const file = join(tmpdir(), `rean-screen-${process.pid}.ppm`);
  await machine.monitor.ask('screendump', { filename: file, format: 'ppm' });
  const bytes = await readFile(file);
  await rm(file);
  // "P6\n1280 800\n255\n" and then the pixels
  const found = /^P6\s+(\d+)\s+(\d+)\s+\d+\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  const pixels = bytes.subarray(found?.[0].length ?? bytes.length);
  return { width: Number(found?.[1] ?? 0), pixels };
}

export const pixelsOf = async (machine: Machine) => (await screenOf(machine)).pixels;

/** The share of a screen that is our paper; 0 for a console, GRUB, or nothing. */
async function paperOn(machine: Machine): Promise<number> {
  const pixels = await pixelsOf(machine);
  let found = 0;
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const isPaper = paper.every((value, part) => Math.abs((pixels[at + part] ?? 0) - value) <= 6);
    if (isPaper) found += 1;
  }
  return pixels.length === 0 ? 0 : (found * 3) / pixels.length;
}

/** However slow a PC in software is: by then something is wrong, ms. */
const longestMs = 1_200_000;

/** Waits for a screen of ours; `meanwhile` is done between looks. */
export async function untilScreen(
  machine: Machine,
  meanwhile: () => Promise<void> = () => wait(1_000),
): Promise<void> {
  const until = performance.now() + longestMs;
  while ((await paperOn(machine)) < enough) {
    if (performance.now() > until) throw new Error('There is no screen of ours.');
    await meanwhile();
  }
}

export const showsScreen = async (machine: Machine) => (await paperOn(machine)) >= enough;
