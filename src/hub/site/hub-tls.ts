import type { SiteTls } from '../../shared/contracts/station-config.ts';
import { siteFiles } from './site-files.ts';
import { readRequired } from './site-vault.ts';
import type { SiteVault } from './site-vault.ts';

/**
 * What a hub serves with, and knows its stations by ([IDN4]).
 * @throws ReanError `site.missing`, or `config.invalid` when a file is not of its shape
 */
export async function readHubTls(vault: SiteVault): Promise<SiteTls> {
  const { certificate: ca } = await readRequired(vault, siteFiles.authority);
  const { certificate, privateKey } = await readRequired(vault, siteFiles.tls);
  return { ca, certificate, privateKey };
}
