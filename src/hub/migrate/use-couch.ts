import { ReanError } from '../../shared/errors.ts';
import { siteFiles } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import { requireSite } from '../site/set-up-folder.ts';
import { freshAccount } from '../store/choose-couch.ts';
import type { CouchAccount } from '../store/choose-couch.ts';
import { requireSame } from '../store/couch-epoch.ts';
import { couchStorageAt } from '../store/couch-site.ts';
import { migrateSite } from './migrate-site.ts';
import type { MigrateOptions } from './migrate-site.ts';

/**
 * Sees to it that a site's databases lie in this CouchDB: they are moved there from the hub's
 * folder; an address or account that has changed is taken over once they are found there.
 * @throws ReanError `store.unopenable` with `problem: 'missing'` where they are not, or whatever
 * `migrateSite` throws
 */
export async function useCouch(
  options: Omit<MigrateOptions, 'to'> & { readonly to: CouchAccount },
): Promise<void> {
  const { folder, to, random } = options;
  await requireSite(folder);
  const vault = folderVault(folder);
  const place = await vault.read(siteFiles.databases);
  if (place === null) {
    await migrateSite(options);
    return;
  }
  const held = await readRequired(vault, siteFiles.couch);
  const account = { ...freshAccount(to, random), sequenceKey: held.sequenceKey };
  const next = { ...place, url: to.url };
  const { generation } = await readRequired(vault, siteFiles.site);
  const storage = couchStorageAt(next, account);
  try {
    await requireSame(storage, next);
    if (!(await storage.list()).includes(`state-${generation}`)) {
      throw new ReanError('store.unopenable', { database: to.url, problem: 'missing' });
    }
  } finally {
    await storage.close();
  }
  await vault.write(siteFiles.couch, account);
  await vault.write(siteFiles.databases, next);
}
