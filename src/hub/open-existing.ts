import { ReanError } from '../shared/errors.ts';
import type { Database, Databases } from '../sync/store/storage.ts';

/**
 * Opens a database that was made with the site. One that is gone is never made anew: an empty one in
 * its place would tell stations that their records are safe ([HUB12]).
 * @throws ReanError `store.unopenable`, with `problem: 'missing'` when it isn't there
 */
export async function openExisting(storage: Databases, name: string): Promise<Database> {
  if (!(await storage.list()).includes(name)) {
    throw new ReanError('store.unopenable', { database: name, problem: 'missing' });
  }
  return storage.open(name);
}
