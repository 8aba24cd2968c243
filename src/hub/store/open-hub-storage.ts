import { openLevelStorage } from '../../sync/store/level-storage.ts';
import { databaseFolder } from '../site/set-up-folder.ts';
import { siteFiles } from '../site/site-files.ts';
import { openCouchSite } from './couch-site.ts';
import type { CouchSiteOptions } from './couch-site.ts';
import type { HubStorage } from './hub-storage.ts';
import { pouchHubStorage } from './pouch-hub-storage.ts';

/**
 * Opens the databases of a hub's folder, wherever they lie ([CDB1]).
 * @throws ReanError a `store.*` code, or `site.missing` where the account for CouchDB is
 */
export async function openHubStorage(
  folder: string,
  options: CouchSiteOptions,
): Promise<HubStorage> {
  const place = await options.vault.read(siteFiles.databases);
  if (place !== null) return openCouchSite(place, options);
  const { onDamage } = options;
  const level = await openLevelStorage(databaseFolder(folder), onDamage ? { onDamage } : {});
  return pouchHubStorage(level);
}
