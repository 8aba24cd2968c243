import { beforeEach, describe, expect, it } from 'vitest';
import { failingDatabases } from '../../../tests/factories/failing-databases.ts';
import type { NextFailure } from '../../../tests/factories/failing-databases.ts';
import { rawPublicKey, readSigningKey, readVerifyingKey } from '../../sync/envelope/signing.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { openMemoryStorage } from '../../sync/store/memory-storage.ts';
import { JournalReplay } from '../backup/replay-journal.ts';
import { directoryDigest } from '../directory/directory.ts';
import { siteFiles } from '../site/site-files.ts';
import { memoryVault, readRequired } from '../site/site-vault.ts';
import { createSite } from './create-site.ts';
import { createGroup } from './people.ts';
import type { SiteOffice } from './site-office.ts';
import { disableStation } from './station-standing.ts';
import { addStation } from './stations.ts';

let next: NextFailure;
let office: SiteOffice;

beforeEach(async () => {
  next = { database: null, written: false };
  office = await createSite({
    name: { km: 'សាកល្បង' },
    hosts: [],
    demo: false,
    vault: memoryVault(),
    storage: failingDatabases(openMemoryStorage(), next),
    clock: systemClock(),
    random: systemRandomness(),
  });
});

const group = (km: string) => createGroup(office, { name: { km }, symbol: 'fish' });
const station = () =>
  addStation(office, { name: { km: 'ថ្មី' }, kind: 'kiosk', hubUrl: 'https://127.0.0.1:1' });

/** The journal is whole, and the directory is what follows from it: else no backup would pass. */
async function requireOneStory(): Promise<void> {
  const { privateKey } = await readRequired(office.vault, siteFiles.signing);
  const hubKey = readVerifyingKey(rawPublicKey(readSigningKey(privateKey)));
  expect(await office.journal.verify([hubKey])).toMatchObject({ whole: true });
  const entries = await office.journal.after(0, 1000);
  const { keyring } = await office.readKeyring();
  const replay = new JournalReplay(keyring.siteKey);
  for (const entry of entries) replay.take(entry);
  const told = directoryDigest(replay.documents);
  expect((await office.point()).directory).toBe(told);
}

describe('[DIR4] a change that failed in the middle', () => {
  it('is carried out to its end before the next one', async () => {
    const { station: lost } = await station();
    next.database = 'directory-';
    await expect(disableStation(office, lost)).rejects.toMatchObject({ code: 'store.unreachable' });
    await group('ក');
    expect(await office.directory.all(`station:${lost}`)).toMatchObject([{ disabled: true }]);
    await requireOneStory();
  });

  it('and is told of then, as any other', async () => {
    const { station: lost } = await station();
    const told: boolean[] = [];
    office.whenChanged(async () => {
      const [document] = await office.directory.all(`station:${lost}`);
      told.push(document?.type === 'station' && document.disabled);
    });
    next.database = 'directory-';
    await expect(disableStation(office, lost)).rejects.toMatchObject({ code: 'store.unreachable' });
    await office.point();
    expect(told).toEqual([true]);
  });

  it.each([
    ['is there where only its answer was lost', true],
    ['never was where it was not written', false],
  ])('%s, and the journal goes on', async (_words, written) => {
    Object.assign(next, { database: 'journal-', written });
    await expect(group('ក')).rejects.toMatchObject({ code: 'store.unreachable' });
    await group('ខ');
    expect(await office.directory.all('group:')).toHaveLength(written ? 2 : 1);
    await requireOneStory();
  });
});

describe('[CTL6] stations added at once', () => {
  it('are all kept, each with a seat of its own', async () => {
    const added = await Promise.all([station(), station(), station()]);
    const { stations } = await readRequired(office.vault, siteFiles.stations);
    const ids = added.map((each) => each.station).toSorted();
    expect(stations.map((each) => each.station).toSorted()).toEqual(ids);
    const documents = await office.directory.all('station:');
    const seats = documents.map((each) => each.type === 'station' && each.seat);
    expect(seats.toSorted()).toEqual([1, 2, 3]);
  });
});
