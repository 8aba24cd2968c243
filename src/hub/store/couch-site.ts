import type { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { CouchClient } from '../../sync/store/couch/couch-client.ts';
import { CouchStorage } from '../../sync/store/couch/couch-storage.ts';
import { siteFiles } from '../site/site-files.ts';
import type { CouchFileContent, DatabasesFileContent } from '../site/couch-files.ts';
import { readRequired } from '../site/site-vault.ts';
import type { SiteVault } from '../site/site-vault.ts';
import { freshEpoch, requireSame } from './couch-epoch.ts';
import { couchHubStorage } from './couch-hub-storage.ts';
import type { HubStorage } from './hub-storage.ts';
import { SequenceSeal } from './sealed-sequence.ts';

export interface CouchSiteOptions {
  readonly vault: SiteVault;
  readonly random: Randomness;
  readonly onDamage?: ((damage: ReanError) => void) | undefined;
}

type Place = Pick<DatabasesFileContent, 'url' | 'prefix' | 'epoch'>;

/**
 * The storage of a site in CouchDB; nothing is asked of CouchDB yet.
 * @param epoch what databases made from now on are known by
 */
export function couchStorageAt(
  { url, prefix, epoch }: Place,
  { user, password, authority }: CouchFileContent,
  onDamage?: (damage: ReanError) => void,
): CouchStorage {
  const client = new CouchClient({ url, user, password, authority });
  return new CouchStorage({ client, user, prefix, epoch, onDamage });
}

/** The same, as a hub uses it. */
export function asHubStorage(storage: CouchStorage, { sequenceKey }: CouchFileContent): HubStorage {
  return couchHubStorage(storage, new SequenceSeal(Buffer.from(sequenceKey, 'base64')));
}

/**
 * Opens a site's databases in CouchDB, and gives them a new epoch.
 * @throws ReanError `store.unreachable`, `store.refused`, or `store.unopenable` with `problem:
 * 'replaced'` where CouchDB was restored, or made anew, behind the hub
 */
export async function openCouchSite(
  place: DatabasesFileContent,
  { vault, random, onDamage }: CouchSiteOptions,
): Promise<HubStorage> {
  const account = await readRequired(vault, siteFiles.couch);
  const next = freshEpoch(random);
  const storage = couchStorageAt({ ...place, epoch: next }, account, onDamage);
  try {
    await requireSame(storage, place);
    // What an earlier opening left half done is done first, so that there are never three epochs.
    if (place.next !== null) await renew(storage, vault, { ...place, next: place.next });
    await renew(storage, vault, { ...place, epoch: place.next ?? place.epoch, next });
    return asHubStorage(storage, account);
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function renew(
  storage: CouchStorage,
  vault: SiteVault,
  place: DatabasesFileContent & { readonly next: string },
): Promise<void> {
  const { next } = place;
  await vault.write(siteFiles.databases, place);
  for (const name of await storage.list()) await storage.mark(name, next);
  await vault.write(siteFiles.databases, { ...place, epoch: next, next: null });
}
