import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import { drawingSchema } from '../../shared/contracts/drawings.ts';
import { openLearnerAccount } from '../../sync/envelope/sealed-documents.ts';
import { rawPublicKey, readSigningKey, readVerifyingKey } from '../../sync/envelope/signing.ts';
import { verifySecret } from '../../sync/identity/verifier.ts';
import { fingerprintOf } from '../../sync/transport/site-certificate.ts';
import { MemoryDisk, openMemoryStorage } from '../../sync/store/memory-storage.ts';
import { demoSignInsFile, furnishDemoSite } from '../demo/demo-site.ts';
import type { DemoSignIns } from '../demo/demo-site.ts';
import type { Journal } from '../journal/journal.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { siteFiles } from '../site/site-files.ts';
import type { SiteFileContent } from '../site/site-files.ts';
import { memoryVault, readRequired } from '../site/site-vault.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { createSite } from './create-site.ts';
import type { NewSite } from './create-site.ts';
import { createGroup } from './people.ts';
import { SiteOffice } from './site-office.ts';
import { addStation } from './stations.ts';

function newSite(over: Partial<NewSite> = {}): NewSite {
  return {
    name: { km: 'សាកល្បង' },
    hosts: [],
    demo: false,
    vault: memoryVault(),
    storage: openMemoryStorage(),
    clock: systemClock(),
    random: systemRandomness(),
    ...over,
  };
}

const certificateHash = (pem: string) => fingerprintOf(new X509Certificate(pem));

async function hubKey(office: SiteOffice) {
  const { privateKey } = await readRequired(office.vault, siteFiles.signing);
  return readVerifyingKey(rawPublicKey(readSigningKey(privateKey)));
}

describe('a new site', () => {
  it('[IDN1] has keys, pepper and certificate of its own', async () => {
    const [one, other] = [newSite(), newSite()];
    await createSite(one);
    await createSite(other);
    const { authority, tls, signing, keyring } = siteFiles;
    for (const file of [authority, tls, signing, keyring]) {
      const mine = JSON.stringify(await one.vault.read<unknown>(file));
      expect(mine).not.toBe(JSON.stringify(await other.vault.read<unknown>(file)));
    }
  });

  it('[IDN1] has no people unless it is a demo', async () => {
    const office = await createSite(newSite());
    const { keyring } = await office.readKeyring();
    expect([keyring.learners, keyring.staff]).toEqual([[], []]);
    expect(await office.directory.all('learner:')).toEqual([]);
  });

  it('is not made over one that is there', async () => {
    const wanted = newSite();
    await createSite(wanted);
    await expect(createSite(wanted)).rejects.toMatchObject({ code: 'site.exists' });
  });

  it('[STO5] has every database from the start', async () => {
    const wanted = newSite();
    const { generation } = (await createSite(wanted)).site;
    expect(await wanted.storage.list()).toEqual(
      ['events-0001', 'quarantine', `directory-${generation}`, `journal-${generation}`]
        .concat(`state-${generation}`)
        .sort(),
    );
  });
});

describe('[DIR1] a change of the directory', () => {
  it('stands in the journal under the number its documents carry', async () => {
    const office = await createSite(newSite());
    const before = office.journal.nextHubSeq;
    const group = await createGroup(office, { name: { km: 'ក្រុម' }, symbol: 'rice' });
    const [document] = await office.directory.all(`group:${group}`);
    expect(document?.hubSeq).toBe(before);
    expect(office.journal.newest?._id).toBe(`hub-${String(before).padStart(12, '0')}`);
    expect(await office.journal.verify([await hubKey(office)])).toMatchObject({ whole: true });
  });

  it('[DIR4] is completed at the next start where the power went out half-way', async () => {
    const disk = new MemoryDisk();
    const wanted = newSite({ storage: openMemoryStorage(disk) });
    const { site, journal } = await createSite(wanted);
    await appendOnly(journal, wanted, site);

    const storage = openMemoryStorage(disk);
    const again = await SiteOffice.open({ ...wanted, storage, site });
    expect(await again.directory.all('group:')).toHaveLength(1);
  });
});

/** What is on disk when the power goes out between journal and directory. */
async function appendOnly(journal: Journal, { vault, random }: NewSite, site: SiteFileContent) {
  const { privateKey } = await readRequired(vault, siteFiles.signing);
  const { keyring } = await readRequired(vault, siteFiles.keyring);
  const group = freshIds.group(random);
  const document = directoryDocumentSchema.parse({
    _id: `group:${group}`,
    type: 'group',
    v: 1,
    hubSeq: journal.nextHubSeq,
    group,
    name: { km: 'ក្រុម' },
    symbol: 'rice',
  });
  await journal.append(
    {
      type: 'group.created',
      generation: site.generation,
      wallMs: 0,
      payload: { by: 'console', documents: [document] },
    },
    { site: keyring.siteKey, signing: readSigningKey(privateKey) },
    random,
  );
}

describe('a demo site', () => {
  let office: SiteOffice;
  let signIns: DemoSignIns;

  beforeAll(async () => {
    office = await createSite(newSite({ demo: true, furnish: furnishDemoSite }));
    signIns = await readRequired(office.vault, demoSignInsFile);
  }, 60_000);

  it('has a dozen learners, two officers, a manager and a technician', () => {
    expect(signIns.learners).toHaveLength(12);
    const roles = signIns.staff.map(({ role }) => role).sort();
    expect(roles).toEqual(['officer', 'officer', 'site-manager', 'technician']);
  });

  it('lets people sign in as written down', async () => {
    const { keyring } = await office.readKeyring();
    const [first] = signIns.learners;
    const entry = keyring.learners.find(({ learner }) => learner === first?.learner);
    if (!first || !entry) throw new Error('no learner');
    const secret = { kind: 'pictures', code: first.code } as const;
    expect(await verifySecret(secret, keyring.pepper, entry.verifier)).toBe(true);
    const [document] = await office.directory.all(`learner:${first.learner}`);
    if (document?.type !== 'learner') throw new Error('no document');
    expect(openLearnerAccount(document, entry.key).name).toEqual(first.name);
  });

  it('gives every learner of a group another tile, of pictures that are drawn', () => {
    const tiles = signIns.learners.map(({ group, tile }) => JSON.stringify([group, tile]));
    expect(new Set(tiles).size).toBe(signIns.learners.length);
    const pictures = signIns.learners.map(({ tile }) => tile.picture);
    expect(pictures.filter((picture) => !drawingSchema.safeParse(picture).success)).toEqual([]);
  });
});

describe('[IDN1] a new station', () => {
  it('gets keys of which the hub keeps none, and a certificate it knows by its SHA-256', async () => {
    const office = await createSite(newSite());
    const wanted = { name: { km: 'ទី១' }, kind: 'kiosk', hubUrl: 'https://127.0.0.1:1' } as const;
    const { station, tls, signingKey, wrappingKey } = await addStation(office, wanted);
    const [document] = await office.directory.all(`station:${station}`);
    expect(document).toMatchObject({ certificate: certificateHash(tls.certificate) });
    const held = JSON.stringify([await readRequired(office.vault, siteFiles.stations), document]);
    for (const key of [tls.privateKey, signingKey.privateKey, wrappingKey.privateKey]) {
      expect(held).not.toContain(key);
    }
    const other = await addStation(office, wanted);
    expect(other.tls.ca).toBe(tls.ca);
    expect(other.tls.privateKey).not.toBe(tls.privateKey);
  });

  it('[VIE3] gets the next seat among the stations of its kind', async () => {
    const office = await createSite(newSite());
    const kinds = ['supervisor', 'kiosk', 'supervisor', 'kiosk', 'kiosk'] as const;
    for (const kind of kinds) {
      await addStation(office, { name: { km: 'ទី' }, kind, hubUrl: 'https://127.0.0.1:1' });
    }
    const seats = (await office.directory.all('station:'))
      .flatMap((each) => (each.type === 'station' ? [`${each.kind} ${each.seat}`] : []))
      .sort();
    expect(seats).toEqual(['kiosk 1', 'kiosk 2', 'kiosk 3', 'supervisor 1', 'supervisor 2']);
  });
});
