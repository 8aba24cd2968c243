import type { Clock, Randomness } from '../../shared/ports.ts';
import { furnishDemoSite } from '../demo/demo-site.ts';
import { makeSheet } from '../backup/recovery-sheet-command.ts';
import type { SheetFacts } from '../backup/recovery-sheet-command.ts';
import { beginSetUp, endSetUp, requireSite } from '../site/set-up-folder.ts';
import { siteFiles } from '../site/site-files.ts';
import type { SiteFileContent } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import { chooseCouch } from '../store/choose-couch.ts';
import type { CouchAccount } from '../store/choose-couch.ts';
import { openHubStorage } from '../store/open-hub-storage.ts';
import { appointFirstManager, requireStaffPassphrase } from './first-manager.ts';
import type { FirstManager } from './first-manager.ts';
import { createSite } from './create-site.ts';
import type { NewSite } from './create-site.ts';
import { SiteOffice } from './site-office.ts';

interface Ports {
  readonly clock: Clock;
  readonly random: Randomness;
}

export interface WantedSite extends Pick<NewSite, 'name' | 'hosts' | 'demo'> {
  /** The first site manager, who appoints everybody else; a practice site has people of its own. */
  readonly manager?: FirstManager | undefined;
  /** The CouchDB to keep the databases in; in the folder without one. */
  readonly couch?: CouchAccount | undefined;
  /** Has a person copy the site's recovery sheet: there is no site before they have ([HBS2]). */
  readonly copied?: (facts: SheetFacts) => Promise<void>;
}

/**
 * Makes a site in a hub's folder; with `demo`, and with nothing else, it gets demo people.

 * @throws ReanError `site.exists`, `config.invalid`, `passphrase.weak`, or a `store.*` code
 */
export async function initSite(
  folder: string,
  { couch, manager, copied, ...wanted }: WantedSite,
  ports: Ports,
): Promise<SiteFileContent> {
  if (manager) requireStaffPassphrase(manager.passphrase, [manager.name, wanted.name]);
  await beginSetUp(folder);
  const vault = folderVault(folder);
  if (couch) await chooseCouch(vault, couch, ports.random);
  const storage = await openHubStorage(folder, { ...ports, vault });
  try {
    const furnish = async (office: SiteOffice) => {
      if (wanted.demo) await furnishDemoSite(office);
      if (manager) await appointFirstManager(office, manager);
      if (copied) await makeSheet(office, copied);
    };
    const office = await createSite({ ...wanted, ...ports, furnish, vault, storage });
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
