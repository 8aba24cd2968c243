import type { Randomness } from '../../shared/ports.ts';
import type { CouchStorage, Identity } from '../../sync/store/couch/couch-storage.ts';
import { replaced } from '../../sync/store/couch/couch-storage.ts';
import type { DatabasesFileContent } from '../site/couch-files.ts';

export function freshEpoch(random: Randomness): string {
  return Buffer.from(random.bytes(8)).toString('hex');
}

/**
 * Makes sure that every database there is the one this hub wrote to last: a restored copy has an
 * older epoch, one made anew has none ([CDB5]).
 * @throws ReanError `store.unopenable` with `problem: 'replaced'`
 */
export async function requireSame(
  storage: CouchStorage,
  { epoch, next }: Pick<DatabasesFileContent, 'epoch' | 'next'>,
): Promise<void> {
  for (const name of await storage.list()) {
    const found = await storage.identify(name);
    if (found.epoch !== epoch && found.epoch !== (next ?? epoch) && !isUntouched(found)) {
      throw replaced(name);
    }
  }
}

/** Cut off while it was made. */
function isUntouched({ epoch, documents }: Identity): boolean {
  return epoch === null && documents === 0;
}
