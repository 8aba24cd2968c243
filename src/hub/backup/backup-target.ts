import { stat, statfs } from 'node:fs/promises';
import { relative } from 'node:path';
import { ReanError } from '../../shared/errors.ts';

/** A folder as it was found: a stick that is pulled out leaves another in its place. */
interface Found {
  readonly dev: number;
  /** Null where a folder's number is made up, and may be another one a moment later. */
  readonly ino: number | null;
}

/** The folder a backup goes to, as it was found. */
interface Target extends Found {
  readonly to: string;
}

/** Null where there is no folder. */
type Look = (to: string) => Promise<Found | null>;

/** vfat, exFAT and what programs mount (exFAT as well, on older systems): by statfs's magic numbers. */
const madeUpNumbers: ReadonlySet<number> = new Set([0x4d44, 0x2011bab0, 0x65735546]);

/**
 * A stick that isn't plugged in must not become a folder on the disk it was to protect from.
 * @throws ReanError `backup.unwritable`
 */
export async function requireTarget(folder: string, to: string): Promise<Target> {
  const found = await lookAt(to);
  if (found === null) throw new ReanError('backup.unwritable', { path: to, problem: 'ENOENT' });
  const inside = relative(folder, to);
  if (inside === '' || !inside.startsWith('..')) {
    throw new ReanError('backup.unwritable', { path: to, problem: 'inside' });
  }
  return { to, ...found };
}

/**
 * One step of a backup. Whatever it came to, it came to nothing where the target was pulled out
 * meanwhile: what is in its place then is a folder of the hub's own disk.
 * @throws ReanError `backup.unwritable` with `problem: 'gone'`, or whatever the step throws
 */
export async function whileThere<Result>(
  target: Target,
  step: () => Promise<Result>,
  look: Look = lookAt,
): Promise<Result> {
  const [done] = await Promise.allSettled([step()]);
  const now = await look(target.to);
  if (now?.dev !== target.dev || now.ino !== target.ino) {
    const cause: unknown = done.status === 'rejected' ? done.reason : undefined;
    throw new ReanError('backup.unwritable', { path: target.to, problem: 'gone' }, cause);
  }
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}

/** @param type the file system's, as statfs tells it */
export function foundAs(
  { dev, ino }: { readonly dev: number; readonly ino: number },
  type: number,
): Found {
  return { dev, ino: madeUpNumbers.has(type) ? null : ino };
}

async function lookAt(to: string): Promise<Found | null> {
  try {
    const found = await stat(to);
    return found.isDirectory() ? foundAs(found, (await statfs(to)).type) : null;
  } catch {
    return null;
  }
}
