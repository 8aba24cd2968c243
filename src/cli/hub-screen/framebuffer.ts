import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Geometry } from './compose.ts';

/** Where Linux has the screen, and what it says of it. */
export interface FramebufferPlace {
  readonly device: string;
  readonly facts: string;
}
export const framebufferPlace: FramebufferPlace = {
  device: '/dev/fb0',
  facts: '/sys/class/graphics/fb0',
};

/**
 * A screen of 32 bits as it is now; null where there is none. One that is plugged in later is there later.
 */
export async function readGeometry({ facts }: FramebufferPlace): Promise<Geometry | null> {
  const fact = async (name: string) => (await readFile(join(facts, name), 'utf8')).trim();
  try {
    if ((await fact('bits_per_pixel')) !== '32') return null;
    const stride = Number(await fact('stride'));
    // What is seen, as "U:1280x800p-0"; the whole memory where a driver names no mode.
    const seen = /(\d+)x(\d+)/.exec(await fact('modes').catch(() => ''));
    const [width, height] = seen
      ? [Number(seen[1]), Number(seen[2])]
      : (await fact('virtual_size')).split(',').map(Number);
    if (!width || !height || !(stride >= width * 4)) return null;
    return { width, height, stride };
  } catch {
    return null;
  }
}

/** False where the screen is gone meanwhile. */
export async function putFrame({ device }: FramebufferPlace, frame: Uint8Array): Promise<boolean> {
  const file = await open(device, 'r+').catch(() => null);
  if (file === null) return false;
  try {
    let at = 0;
    while (at < frame.length) {
      const { bytesWritten } = await file.write(frame, at, frame.length - at, at);
      if (bytesWritten === 0) return false;
      at += bytesWritten;
    }
    return true;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
