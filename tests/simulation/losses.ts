import { giveUpGapCommand, listGapsCommand } from '../../src/hub/gaps/gap-commands.ts';
import { createGroup } from '../../src/hub/office/people.ts';
import { isReanError } from '../../src/shared/errors.ts';
import { journalEntrySchema } from '../../src/shared/contracts/documents/journal.ts';
import type { JournalEntry } from '../../src/shared/contracts/documents/journal.ts';
import { journalHash, openJournalEntry } from '../../src/hub/journal/journal-chain.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { Drawing } from './deeds.ts';
import type { DeedOf } from './deeds.ts';
import { contentKey, readEvents } from './disk-image.ts';
import { heldOn } from './promises.ts';
import { answer, record, recordAt, switchHubOn, switchOn } from './routines.ts';
import type { SimulatedLab } from './simulated-lab.ts';
import type { SimulatedStation } from './simulated-station.ts';

const call = { say: () => undefined, signal: new AbortController().signal };

/** Deeds after which disks hold less than before: what nobody else holds is lost, and no more. */

/** While the hub is away, so that only peers can have what was recorded last. */
export async function loseDisk(lab: SimulatedLab, deed: DeedOf<'disk-dies'>): Promise<void> {
  const station = lab.station(deed.station);
  lab.unplugged.add('hub');
  await answer(lab, { count: 6, chance: deed.chance });
  await lab.time.pass(deed.hubAwayMs);
  const { answered } = station;
  const { held } = await destroying(lab, () => Promise.resolve(station.loseDisk()));
  const rescued = answered.filter((event) => held.has(contentKey(event)));
  lab.tally.note('disk gone with events that others had', rescued.length);
  await switchOn(lab, station);
  lab.unplugged.delete('hub');
}

/** An image of an older day is put back: the station goes on from there, and learners with it. */
export async function putBack(lab: SimulatedLab, deed: DeedOf<'station-put-back'>): Promise<void> {
  const station = lab.station(deed.station);
  const index = lab.stations.indexOf(station);
  await destroying(lab, () => station.putBack());
  lab.unplugged.add(index);
  await switchOn(lab, station);
  const draw = new Drawing(seededRandomness(deed.chance));
  const recording = Array.from({ length: 5 }, () => recordAt(lab, station, draw));
  await lab.time.for(Promise.all(recording), 'answers being recorded');
  await lab.time.pass(deed.aloneMs);
  lab.unplugged.delete(index);
}

/** Some of a segment is gone, and the rest is found in a repaired copy only. */
export async function loseSectors(
  lab: SimulatedLab,
  station: SimulatedStation,
  segment: string,
  chance: number,
): Promise<void> {
  const before = await heldOn([station.foundDisk()]);
  await destroying(lab, () => station.loseSectors(segment, chance));
  const after = await heldOn([station.foundDisk()]);
  lab.tally.note('sector gone with events of a segment', before.size - after.size);
}

/** A person gives up what nobody has brought: too early, it may be ([HUB18]). */
export async function giveUpGaps(lab: SimulatedLab): Promise<void> {
  const { parts } = lab.hub;
  const { stores } = await listGapsCommand.carryOut(parts, {}, call);
  for (const { store, missing } of stores) {
    lab.auditor.noteGivenUp(store, missing);
    const given = { store, reason: 'A simulated loss', who: 'Nobody' };
    const { givenUp } = await giveUpGapCommand.carryOut(parts, given, call);
    lab.tally.note('gap given up', givenUp);
  }
}

export async function decideAtHub(lab: SimulatedLab): Promise<void> {
  const group = createGroup(lab.hub.parts.office, { name: { km: 'ថ្មី' }, symbol: 'fish' });
  await lab.time.for(group, 'a group being made');
  await lab.time.for(giveUpGaps(lab), 'what lacks being given up');
}

/** Where the hub's disk was full until just now, there is none, and the technician is told so. */
export async function backUpHub(lab: SimulatedLab): Promise<void> {
  await lab.time.standingStill(async () => {
    const found = await readEvents(lab.lab.disk.copy());
    try {
      await lab.backups.take(lab.lab, lab.hub);
      lab.promises.backedUp(found);
    } catch (error) {
      if (!isReanError(error, 'store.full')) throw error;
    }
  });
}

/** The hub is gone for good, and one of its backups, or its keys alone, are what is left of it. */
export async function restoreHub(lab: SimulatedLab, deed: DeedOf<'hub-restored'>): Promise<void> {
  const recording = record(lab, { count: 8, chance: deed.chance });
  lab.cutHubPower();
  await lab.time.for(recording, 'answers being recorded');
  await lab.time.pass(deed.offMs);
  const from = lab.backups.count === 0 ? null : deed.from;
  const { held } = await destroying(lab, () =>
    lab.time.standingStill(() => lab.backups.restore(lab.lab, from)),
  );
  const restored = await heldOn([lab.lab.disk.copy()]);
  lab.tally.note('restored hub lacked events that came back', held.size - restored.size);
  lab.tally.note(from === null ? 'hub made anew from its keys' : 'hub restored from a backup');
  lab.auditor.forgetReceipts();
  lab.promises.backedUp([]);
  const known = await lab.time.for(
    Promise.all(lab.stations.map((each) => told(lab, each))),
    'journals being read',
  );
  for (const each of known.flat()) lab.awaited.add(each);
  await switchHubOn(lab);
}

async function destroying(lab: SimulatedLab, destroy: () => Promise<void>) {
  forgetAwaited(lab);
  const { held, lost } = await lab.promises.destroying(() => lab.disks(), destroy);
  lab.tally.note('event nobody holds any more', lost.length);
  return { held, lost };
}

/** A station that is hit may be the one that was to give a lost journal back. */
export function forgetAwaited(lab: SimulatedLab): void {
  if (!lab.hubIsOn || lab.hub.parts.recovery.window !== null) lab.awaited.clear();
}

/** A station's journal: its entries by their hashes, and the directory's documents they tell of. */
async function told(lab: SimulatedLab, { running }: SimulatedStation): Promise<readonly string[]> {
  try {
    const stored = (await running.replica?.journal.range({ from: 'hub-', to: 'hub-~' })) ?? [];
    const entries = stored.map(({ _rev, ...entry }) => journalEntrySchema.parse(entry));
    return entries.flatMap((entry) => toldIn(lab, entry));
  } catch (error) {
    if (isReanError(error, 'store.unopenable')) return [];
    throw error;
  }
}

export function toldIn(lab: SimulatedLab, entry: JournalEntry): readonly string[] {
  const { documents, recovered } = openJournalEntry(entry, lab.lab.key(null));
  const inner = recovered ? toldIn(lab, recovered.entry) : [];
  return [journalHash(entry), ...documents.map(({ _id }) => _id), ...inner];
}
