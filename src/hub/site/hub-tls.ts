import { X509Certificate } from 'node:crypto';
import { Subject } from 'rxjs';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { certifyHub } from './site-authority.ts';
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

/** The hub's own certificate: another takes its place while the hub runs ([IDN11]). */
export class HubTls {
  readonly #vault: SiteVault;
  readonly #changed$ = new Subject<SiteTls>();
  /** With what to serve from now on; connections that are open stay. */
  readonly changed$ = this.#changed$.asObservable();

  constructor(vault: SiteVault) {
    this.#vault = vault;
  }

  /**
   * Gives the hub another key and certificate, durable when it resolves.
   * @param hosts names and addresses of the hub for clients other than stations; those of now for null
   */
  async rotate(site: SiteId, hosts: readonly string[] | null, random: Randomness): Promise<void> {
    const authority = await readRequired(this.#vault, siteFiles.authority);
    const held = await readRequired(this.#vault, siteFiles.tls);
    const named = { site, hosts: hosts ?? hostsIn(held.certificate) };
    await this.#vault.write(siteFiles.tls, await certifyHub(authority, named, random));
    this.#changed$.next(await readHubTls(this.#vault));
  }
}

/** @param certificate PEM */
function hostsIn(certificate: string): readonly string[] {
  const { subjectAltName = '' } = new X509Certificate(certificate);
  return subjectAltName.split(', ').map((name) => name.replace(/^(DNS|IP Address):/, ''));
}
