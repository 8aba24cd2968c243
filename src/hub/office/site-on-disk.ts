import type { Clock, Randomness } from '../../shared/ports.ts';
import { furnishDemoSite } from '../demo/demo-site.ts';
import { beginSetUp, endSetUp, requireSite } from '../site/set-up-folder.ts';
import { siteFiles } from '../site/site-files.ts';
import type { SiteFileContent } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import { chooseCouch } from '../store/choose-couch.ts';
import type { CouchAccount } from '../store/choose-couch.ts';
import { openHubStorage } from '../store/open-hub-storage.ts';
import { createSite } from './create-site.ts';
import type { NewSite } from './create-site.ts';
import { SiteOffice } from './site-office.ts';

interface Ports {
  readonly clock: Clock;
  readonly random: Randomness;
}

export interface WantedSite extends Pick<NewSite, 'name' | 'hosts' | 'demo'> {
  /** The CouchDB to keep the databases in; in the folder without one. */
  readonly couch?: CouchAccount | undefined;
}

/**
 * Makes a site in a hub's folder; with `demo`, and with nothing else, it gets demo people.
 * @throws ReanError `site.exists`, `config.invalid`, or a `store.*` code
 */
export async function initSite(
  folder: string,
  { couch, ...wanted }: WantedSite,
  ports: Ports,
): Promise<SiteFileContent> {
  await beginSetUp(folder);
  const vault = folderVault(folder);
  if (couch) await chooseCouch(vault, couch, ports.random);
  const storage = await openHubStorage(folder, { ...ports, vault });
  try {
    const furnish = wanted.demo ? { furnish: furnishDemoSite } : {};
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
  const storage = await openHubStorage(folder, { ...ports, vault });
  try {
    return await work(await SiteOffice.open({ ...ports, site, vault, storage }));
  } finally {
    await storage.close();
  }
}
