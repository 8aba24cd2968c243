import { openLevelStorage } from '../../sync/store/level-storage.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import { furnishDemoSite } from '../demo/demo-site.ts';
import { beginSetUp, databaseFolder, endSetUp, requireSite } from '../site/set-up-folder.ts';
import { siteFiles } from '../site/site-files.ts';
import type { SiteFileContent } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import { createSite } from './create-site.ts';
import type { NewSite } from './create-site.ts';
import { SiteOffice } from './site-office.ts';

interface Ports {
  readonly clock: Clock;
  readonly random: Randomness;
}

/**
 * Makes a site in a hub's folder; with `demo`, and with nothing else, it gets demo people.
 * @throws ReanError `site.exists`, `config.invalid`, or a `store.*` code
 */
export async function initSite(
  folder: string,
  wanted: Pick<NewSite, 'name' | 'hosts' | 'demo'>,
  ports: Ports,
): Promise<SiteFileContent> {
  await beginSetUp(folder);
  const storage = await openLevelStorage(databaseFolder(folder));
  try {
    const furnish = wanted.demo ? { furnish: furnishDemoSite } : {};
    const vault = folderVault(folder);
    const office = await createSite({ ...wanted, ...ports, ...furnish, vault, storage });
    await endSetUp(folder);
    return office.site;
  } finally {
    await storage.close();
  }
}

/**
 * Works on a site whose hub is stopped.
 * @throws ReanError `site.missing`, `store.in-use` while its hub runs, or another `store.*` code
 */
export async function withOffice<Result>(
  folder: string,
  ports: Ports,
  work: (office: SiteOffice) => Promise<Result>,
): Promise<Result> {
  await requireSite(folder);
  const vault = folderVault(folder);
  const site = await readRequired(vault, siteFiles.site);
  const storage = await openLevelStorage(databaseFolder(folder));
  try {
    return await work(await SiteOffice.open({ ...ports, site, vault, storage }));
  } finally {
    await storage.close();
  }
}
