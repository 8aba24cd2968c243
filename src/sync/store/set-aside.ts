import { isReanError } from '../../shared/errors.ts';
import type { Database, Storage } from './storage.ts';

export interface Opened {
  readonly database: Database;
  /** The name an unopenable store was kept under; null when it opened as it was. */
  readonly setAside: string | null;
}

/**
 * Opens a database; one that will not open is set aside, kept, and made anew, and the caller is told
 * so that a person learns of it ([STO3]). A store in use by another process, or on a full disk, is
 * left alone: rejects with `store.in-use` or `store.full`.
 *
 * @param locals documents of this database alone that the caller will read: where that shows damage,
 * the store counts as unopenable
 */
export async function openOrSetAside(
  storage: Storage,
  name: string,
  locals: readonly string[] = [],
): Promise<Opened> {
  try {
    const database = await storage.open(name);
    for (const local of locals) await database.getLocal(local);
    return { database, setAside: null };
  } catch (error) {
    if (!isReanError(error, 'store.unopenable')) throw error;
    const setAside = await storage.setAside(name);
    return { database: await storage.open(name), setAside };
  }
}
