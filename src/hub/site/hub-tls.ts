import { X509Certificate } from 'node:crypto';
import { Subject } from 'rxjs';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import type { Authorities } from '../../sync/transport/authorities.ts';
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
  const change = await vault.read(siteFiles.authorityChange);
  const both =
    change === null || change.stage === 'done' ? [] : [change.earlier, change.next.certificate];
  const also = both.filter((pem) => pem !== ca);
  return { ca, certificate, privateKey, ...(also.length === 0 ? {} : { also }) };
}

/** The hub's own certificate, and whose it takes: others take their place while the hub runs ([IDN11]). */
export class HubTls {
  readonly #vault: SiteVault;
  readonly #authorities: Authorities;
  readonly #changed$ = new Subject<SiteTls>();
  /** With what to serve from now on; connections that are open stay. */
  readonly changed$ = this.#changed$.asObservable();

  /** @param authorities by which callers are known, kept up here */
  constructor(vault: SiteVault, authorities: Authorities) {
    this.#vault = vault;
    this.#authorities = authorities;
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
    await this.refresh();
  }

  /** The certificates (PEM) of the authorities that count just now, the hub's own among them. */
  get trusted(): readonly string[] {
    return this.#authorities.certificates.map((each) => each.toString());
  }

  /** Goes by what the site's files say now. */
  async refresh(): Promise<void> {
    const tls = await readHubTls(this.#vault);
    this.#authorities.use([tls.ca, ...(tls.also ?? [])]);
    this.#changed$.next(tls);
  }
}

/** @param certificate PEM */
function hostsIn(certificate: string): readonly string[] {
  const { subjectAltName = '' } = new X509Certificate(certificate);
  return subjectAltName.split(', ').map((name) => name.replace(/^(DNS|IP Address):/, ''));
}
