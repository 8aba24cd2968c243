import { open, rename, writeFile } from 'node:fs/promises';
import type { StartClock } from '../../content/disk/start-clock.ts';
import { timeLeft } from '../../domain/netboot/time-left.ts';
import { netbootRequestSchema } from '../../shared/contracts/netboot.ts';
import type { NetbootRequest, NetbootService } from '../../shared/contracts/netboot.ts';

const longestRequest = 1000;

/** What the hub asks, or null: nothing, something that is none, or what is not to be gone by any more ([PXE1]). */
export async function readRequest(
  path: string,
  clock: StartClock,
): Promise<{ readonly request: NetbootRequest; readonly leftMs: number } | null> {
  const read = netbootRequestSchema.safeParse(parsed(await readBeginning(path)));
  if (!read.success) return null;
  const leftMs = timeLeft(read.data, await clock());
  return leftMs > 0 ? { request: read.data, leftMs } : null;
}

async function readBeginning(path: string): Promise<string> {
  const file = await open(path).catch(() => null);
  if (file === null) return '';
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(longestRequest + 1));
    return bytesRead > longestRequest ? '' : buffer.toString('utf8', 0, bytesRead);
  } catch {
    return '';
  } finally {
    await file.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Written whole or not at all. */
export async function tellHub(path: string, told: NetbootService): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(told)}\n`, { mode: 0o644 });
  await rename(`${path}.new`, path);
}
