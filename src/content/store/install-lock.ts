import { join } from 'node:path';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import type { Disk } from '../disk/disk.ts';
import { randomName, writeSynced } from '../disk/durable-file.ts';
import { diskErrorCode } from '../disk/node-disk.ts';
import { processMarkSchema } from '../disk/processes.ts';
import type { ProcessMark, Processes } from '../disk/processes.ts';
import type { StoreLayout } from './layout.ts';
import { tidy } from './sweep.ts';

export interface LockTools {
  readonly disk: Disk;
  readonly randomness: Randomness;
  readonly processes: Processes;
  readonly layout: StoreLayout;
}

/**
 * Runs `work` while no other process installs into this store. The lock names its process, so one
 * left behind by kill -9 or a power cut is taken over ([PKG9]). Throws `store.in-use` with the
 * `pid` when somebody else holds it.
 */
export async function whileLocked<Result>(
  tools: LockTools,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!(await tryLock(tools))) {
    const holder = await readHolder(tools);
    throw new ReanError('store.in-use', { folder: tools.layout.root, pid: holder?.pid ?? null });
  }
  try {
    return await work();
  } finally {
    await tidy(() => tools.disk.remove(tools.layout.lock));
  }
}

async function tryLock(tools: LockTools): Promise<boolean> {
  if (await claim(tools)) return true;
  if (await isInstalling(tools)) return false;
  await setAside(tools);
  return claim(tools);
}

/** Whether a running process holds the lock. */
export async function isInstalling(tools: LockTools): Promise<boolean> {
  const holder = await readHolder(tools);
  return holder !== null && tools.processes.isRunning(holder);
}

/** The lock appears with its content in one step, so no one ever reads half of it. */
async function claim(tools: LockTools): Promise<boolean> {
  const { disk, randomness, processes, layout } = tools;
  const mine = join(layout.temporary, `${randomName(randomness)}.lock`);
  const bytes = new TextEncoder().encode(JSON.stringify(await processes.self()));
  try {
    await writeSynced(disk, mine, bytes, 0o644);
    return await disk.link(mine, layout.lock);
  } catch (error) {
    // whoever holds the lock may just have swept the temporary folder; then they are first
    if (diskErrorCode(error) === 'ENOENT') return false;
    throw error;
  } finally {
    await disk.remove(mine);
  }
}

/** A rename takes the stale lock away for one taker only. */
async function setAside({ disk, randomness, layout }: LockTools): Promise<void> {
  const aside = join(layout.temporary, `${randomName(randomness)}.stale`);
  try {
    await disk.rename(layout.lock, aside);
  } catch (error) {
    if (diskErrorCode(error) !== 'ENOENT') throw error;
  }
  await disk.remove(aside);
}

async function readHolder({ disk, layout }: LockTools): Promise<ProcessMark | null> {
  const bytes = await disk.readFile(layout.lock);
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return processMarkSchema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}
