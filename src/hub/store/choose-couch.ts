import type { Randomness } from '../../shared/ports.ts';
import { siteFiles } from '../site/site-files.ts';
import type { CouchFileContent, DatabasesFileContent } from '../site/couch-files.ts';
import type { SiteVault } from '../site/site-vault.ts';
import { freshEpoch } from './couch-epoch.ts';

/** A CouchDB, and who the hub is there. */
export interface CouchAccount extends Pick<CouchFileContent, 'user' | 'password' | 'authority'> {
  readonly url: string;
}

/** Databases nobody else has: several sites, and what a moved site left, can lie in one CouchDB. */
export function freshPlace(url: string, random: Randomness): DatabasesFileContent {
  const own = Buffer.from(random.bytes(6)).toString('hex');
  return { v: 1, url, prefix: `rean-${own}-`, epoch: freshEpoch(random), next: null };
}

export function freshAccount(
  { user, password, authority }: CouchAccount,
  random: Randomness,
): CouchFileContent {
  const sequenceKey = Buffer.from(random.bytes(32)).toString('base64');
  return { v: 1, user, password, authority, sequenceKey };
}

/** Has a new site keep its databases in a CouchDB. */
export async function chooseCouch(
  vault: SiteVault,
  account: CouchAccount,
  random: Randomness,
): Promise<void> {
  await vault.write(siteFiles.couch, freshAccount(account, random));
  await vault.write(siteFiles.databases, freshPlace(account.url, random));
}
