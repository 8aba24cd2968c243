import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { backUp, restore } from '../../../tests/factories/backups.ts';
import { makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { readSigningKey } from '../../sync/envelope/signing.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { HubParts } from '../hub-app.ts';
import { hubSeqOf, journalHash, makeJournalEntry } from '../journal/journal-chain.ts';
import { withOffice } from '../office/site-on-disk.ts';
import { siteFiles } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';

const ports = { clock: systemClock(), random: systemRandomness() };
const somethingElse = { type: 'keys.recovered', documents: () => [] } as const;
const nothing = { keys: [], wrappingKey: '', folded: {}, last: false };

/** A restored hub whose key was rotated before it was lost, and what follows its backup. */
interface Restored {
  readonly parts: HubParts;
  /** The newest in the backup, and what the hub's present key signed after it. */
  readonly newest: JournalEntry;
  readonly lost: JournalEntry;
  /** As the present key would make it, signed with the one before. */
  readonly forged: JournalEntry;
}

let restored: Restored;

beforeEach(async () => {
  const site = await makeDiskSite(64);
  onTestFinished(() => site.remove());
  const [to, again] = [join(site.folder, '..', 'stick'), join(site.folder, '..', 'again')];
  await mkdir(to);
  const { privateKey } = await readRequired(folderVault(site.folder), siteFiles.signing);
  await withOffice(site.folder, ports, (office) =>
    office.rotateSigningKey({ type: 'hub-key.rotated', documents: () => [] }),
  );
  await backUp(site.folder, to);
  const [newest, lost] = await withOffice(site.folder, ports, async (office) => {
    const before = office.journal.newest;
    await office.record(somethingElse);
    return [before, office.journal.newest];
  });
  await restore(again, to, join(site.folder, '..', 'keys'));
  const { hub, close } = await runHub({ ...site, folder: again });
  onTestFinished(() => close());
  if (!newest || !lost) throw new Error('no entries');
  const { type, generation, wallMs } = lost;
  const payload = { by: 'hub' as const, documents: [] };
  const place = { hubSeq: hubSeqOf(newest) + 1, previous: journalHash(newest) };
  const keys = { site: site.keyring.siteKey, signing: readSigningKey(privateKey) };
  const fact = { type, generation, wallMs, payload };
  const forged = makeJournalEntry(place, fact, keys, ports.random);
  restored = { parts: hub.parts, newest, lost, forged };
});

describe('[JRN4] [REC2] a key that handed over to another', () => {
  it('signs nothing that a restored hub takes back', async () => {
    const { parts, forged, lost } = restored;
    const [station] = parts.registry.stations();
    if (!station) throw new Error('no station');
    const bring = (entry: JournalEntry) =>
      parts.recovery.take(station.station, { ...nothing, entries: [entry] });
    expect(await bring(forged)).toMatchObject({ taken: 0 });
    expect(parts.recovery.progress?.stations[0]).toMatchObject({ taken: 0, refused: 1 });
    expect(await bring(lost)).toMatchObject({ taken: 1 });
    expect(await verifyAudit(parts, [])).toMatchObject({ fault: null, restored: [] });
  });

  it('[AUD3] is found under an entry that was brought back', async () => {
    const { parts, forged } = restored;
    const [station] = parts.registry.stations();
    if (!station) throw new Error('no station');
    const recovered = { from: station.station, entry: forged };
    const type = 'journal.recovered';
    await parts.office.record({ type, by: 'recovery', recovered, documents: () => [] });
    expect((await verifyAudit(parts, [])).fault).toMatchObject({
      id: parts.office.journal.newest?._id,
      why: 'brought-back',
    });
  });
});
