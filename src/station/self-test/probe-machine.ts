import { readFile } from 'node:fs/promises';
import { totalmem } from 'node:os';

/** Memory of this PC, bytes; what is available only where Linux says so. */
export async function memoryHere(): Promise<{
  readonly totalBytes: number;
  readonly availableBytes: number | null;
}> {
  const said = await readFile('/proc/meminfo', 'utf8').catch(() => '');
  const kib = /^MemAvailable:\s+(\d+) kB$/m.exec(said)?.[1];
  return { totalBytes: totalmem(), availableBytes: kib === undefined ? null : Number(kib) * 1024 };
}

/**
 * Whether the system knows a sound card; null where it has no list of them.
 * @param path as ALSA lists them
 */
export async function hasSoundCard(path = '/proc/asound/cards'): Promise<boolean | null> {
  const said = await readFile(path, 'utf8').catch(() => null);
  return said === null ? null : /^\s*\d+ \[/m.test(said);
}
