import { generateKeyPairSync } from 'node:crypto';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { ReanError } from '../../shared/errors.ts';
import type { SiteId } from '../../shared/ids.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import { databaseNames, firstSegment } from '../site/database-names.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { certifyHub, makeAuthority } from '../site/site-authority.ts';
import { siteFiles } from '../site/site-files.ts';
import { SiteOffice } from './site-office.ts';
import type { OfficeOptions } from './site-office.ts';

export interface NewSite extends Omit<OfficeOptions, 'site'> {
  readonly name: Localized;
  /** Further names and addresses of the hub, for its certificate. */
  readonly hosts: readonly string[];
  /** A practice site, shown as one. */
  readonly demo: boolean;
  /** What else belongs to the set-up, done before the site counts as made. */
  readonly furnish?: (office: SiteOffice) => Promise<void>;
}

/**
 * Makes a site: every key and secret fresh, every database created ([IDN1], [STO5]). `site.json` is
 * written last: without it there is no site, and set-up can begin anew.
 * @throws ReanError `site.exists`, or a `store.*` code
 */
export async function createSite(new_: NewSite): Promise<SiteOffice> {
  const { vault, storage, random } = new_;
  if ((await vault.read(siteFiles.site)) !== null) throw new ReanError('site.exists');
  const site = {
    v: 1,
    site: freshIds.site(random),
    name: new_.name,
    demo: new_.demo,
    generation: freshIds.generation(random),
  } as const;
  await writeSecrets(new_, site.site);
  const names = databaseNames(site.generation);
  for (const name of [firstSegment, ...Object.values(names)]) await storage.open(name);
  const office = await SiteOffice.open({ ...new_, site });
  await recordFoundation(office);
  await new_.furnish?.(office);
  await vault.write(siteFiles.site, site);
  return office;
}

async function writeSecrets({ vault, random, hosts }: NewSite, site: SiteId): Promise<void> {
  const signing = generateKeyPairSync('ed25519').privateKey;
  const authority = await makeAuthority(site, random);
  await vault.write(siteFiles.authority, authority);
  await vault.write(siteFiles.tls, await certifyHub(authority, { site, hosts }, random));
  await vault.write(siteFiles.signing, {
    v: 1,
    number: 1,
    privateKey: signing.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  });
  await vault.write(siteFiles.stations, { v: 1, stations: [] });
  await vault.write(siteFiles.keyring, {
    v: 1,
    number: 1,
    keyring: {
      v: 1,
      site,
      siteKey: newSealingKey(sealingKeyIdSchema.parse(`site:${site}:1`), random),
      pepper: Buffer.from(random.bytes(32)).toString('base64'),
      learners: [],
      staff: [],
    },
  });
}

async function recordFoundation(office: SiteOffice): Promise<void> {
  const { site, name, demo } = office.site;
  await office.record({
    type: 'site.created',
    documents: (hubSeq) => [{ _id: 'site', type: 'site', v: 1, hubSeq, site, name, demo }],
  });
  await office.record({ type: 'generation.begun', documents: () => [] });
  await office.record({
    type: 'segment.opened',
    documents: (hubSeq) => [
      { _id: 'segments', type: 'segments', v: 1, hubSeq, open: [firstSegment] },
    ],
  });
}
