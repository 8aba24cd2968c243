import { join } from 'node:path';
import { addStationFolder } from '../../src/cli/site/station-folder.ts';
import { initSite, withOffice } from '../../src/hub/office/site-on-disk.ts';
import type { SiteOffice } from '../../src/hub/office/site-office.ts';
import { freshIds } from '../../src/hub/site/fresh-ids.ts';
import { sealingKeyIdSchema } from '../../src/shared/contracts/documents/event.ts';
import { learnerAccountSchema } from '../../src/shared/contracts/documents/directory.ts';
import type { Keyring } from '../../src/shared/contracts/keyring.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { sealLearnerAccount } from '../../src/sync/envelope/sealed-documents.ts';
import { newSealingKey } from '../../src/sync/envelope/sealing.ts';
import { newestPepper } from '../../src/sync/identity/peppers.ts';
import { hashSecret } from '../../src/sync/identity/verifier.ts';
import { systemClock } from '../../src/sync/machine/system-ports.ts';

export interface LargeSiteWish {
  readonly folder: string;
  readonly hubUrl: string;
  /** Kiosks. */
  readonly stations: number;
  readonly learners: number;
  /** Keys aside, all is drawn from here. */
  readonly random: Randomness;
}

/** A site with many learners, its hub not running. */
export interface LargeSite {
  readonly hubFolder: string;
  readonly stationFolders: readonly string[];
  readonly stations: readonly StationConfig[];
  readonly keyring: Keyring;
}

/** Learners in one entry of the journal: as many as its 64 KiB hold with room to spare. */
const enrolAtOnce = 50;

export async function makeLargeSite(wish: LargeSiteWish): Promise<LargeSite> {
  const { folder, hubUrl, random } = wish;
  const ports = { random, clock: systemClock() };
  const hubFolder = join(folder, 'hub');
  await initSite(hubFolder, { name: { km: 'ធំ' }, hosts: [], demo: false }, ports);
  const stationFolders = Array.from({ length: wish.stations }, (_, index) =>
    join(folder, 'stations', `station-${index + 1}`),
  );
  const stations: StationConfig[] = [];
  for (const [index, stationFolder] of stationFolders.entries()) {
    const name = { km: `កុំព្យូទ័រ ${index + 1}` };
    const wanted = { hubFolder, stationFolder, name, kind: 'kiosk', hubUrl } as const;
    stations.push(await addStationFolder(wanted, ports));
  }
  const keyring = await withOffice(hubFolder, ports, (office) => enrolMany(office, wish.learners));
  return { hubFolder, stationFolders, stations, keyring };
}

/** One picture code serves all: making each takes its time on purpose. */
async function enrolMany(office: SiteOffice, count: number): Promise<Keyring> {
  const { random } = office;
  const { keyring } = await office.readKeyring();
  const secret = { kind: 'pictures', code: ['rice', 'fish', 'moon', 'drum'] } as const;
  const verifier = await hashSecret(secret, newestPepper(keyring), random);
  const learners = Array.from({ length: count }, () => {
    const learner = freshIds.learner(random);
    return { learner, verifier, key: newSealingKey(keyIdOf(learner), random) };
  });
  await office.changeKeyring((held) => ({ ...held, learners }));
  const group = freshIds.group(random);
  for (let at = 0; at < count; at += enrolAtOnce) {
    const some = learners.slice(at, at + enrolAtOnce);
    await office.record({
      type: 'learner.enrolled',
      documents: (hubSeq) =>
        some.map(({ learner, key }) => sealLearnerAccount(hubSeq, account(learner), key, random)),
    });
  }
  return { ...keyring, learners };

  function account(learner: string) {
    const tile = { picture: 'fish', colour: 'leaf' };
    const rest = { name: { km: 'សុខ' }, group, tile, language: 'km', disabled: false };
    return learnerAccountSchema.parse({ learner, ...rest });
  }
}

const keyIdOf = (learner: string) => sealingKeyIdSchema.parse(`learner:${learner}:1`);
