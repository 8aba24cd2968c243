import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import {
  helpAsked,
  stationIdentity,
  testLearner,
} from '../../../tests/factories/station-identity.ts';
import { segmentSchema } from '../../shared/ids.ts';
import { MemoryDisk, openMemoryStorage } from '../store/memory-storage.ts';
import { EventLog } from './event-log.ts';

const secondSegment = segmentSchema.parse('events-0002');
const thirdSegment = segmentSchema.parse('events-0003');

function openLog(disk: MemoryDisk, seed = 1) {
  const identity = { ...stationIdentity(seededRandomness(1)), randomness: seededRandomness(seed) };
  return EventLog.open({ ...identity, storage: openMemoryStorage(disk) });
}

function appendThree(log: EventLog) {
  return log.appendAll([1, 2, 3].map(() => ({ payload: helpAsked, learner: testLearner })));
}

describe('stores set aside', () => {
  it('[STO6] takes what can be read of a damaged segment along, to be carried to the hub', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    const events = await log.appendAll(
      [1, 2, 3].map(() => ({ payload: helpAsked, learner: testLearner })),
    );
    const before = log.current();
    disk.damaged.add(before.segment);
    await log.append(helpAsked, testLearner);
    expect(log.stores()).toEqual([before, log.current()]);
    const salvaged = await log.store(before.store)?.readKnown(0);
    expect(salvaged?.documents).toEqual(events.map(({ document }) => document));
    const after = await openLog(disk, 2);
    expect(after.stores()).toEqual(log.stores());
  });

  it('[STO6] takes along what an earlier key of the station signed, and counts what it leaves out', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    const events = await appendThree(log);
    const before = log.current();
    const store = log.store(before.store);
    const { _rev, ...event } = (await store?.read(0, 1))?.[0] ?? { _id: '', _rev: '' };
    await store?.database.put({ ...event, _id: store.idOf(5), lamport: 9 });
    disk.rename(before.segment, `${before.segment}.set-aside-1`);
    const [own, other] = [1, 4].map((seed) => stationIdentity(seededRandomness(seed)).signing);
    if (!own || !other) throw new Error('no keys');
    const after = await EventLog.open({
      ...stationIdentity(seededRandomness(1)),
      randomness: seededRandomness(2),
      signing: { ...other, number: 2 },
      storage: openMemoryStorage(disk),
      registeredKey: (signer) => (signer.endsWith(':1') ? createPublicKey(own.privateKey) : null),
    });
    expect(after.salvaged).toEqual([
      { aside: `${before.segment}.set-aside-1`, taken: 3, leftOut: 1, lacking: 0, whole: true },
    ]);
    const taken = await after.store(before.store)?.readKnown(0);
    expect(taken?.documents).toEqual(events.map(({ document }) => document));
  });

  it('[STO6] goes through a set-aside segment that a power cut kept from being begun anew', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await appendThree(log);
    const before = log.current();
    await log.useSegment(secondSegment);
    await log.append(helpAsked, testLearner);
    disk.rename(before.segment, `${before.segment}.set-aside-1`);
    disk.losePower();
    const after = await openLog(disk, 2);
    expect(after.setAside).toEqual([`${before.segment}.set-aside-1`]);
    expect(after.unsalvaged).toEqual([]);
    expect(after.stores()).toContainEqual(before);
    expect(after.current()).toMatchObject({ segment: secondSegment, lastSeq: 1 });
  });

  it('[STO6] waits for what lies in a segment there was no room to go through', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await appendThree(log);
    const before = log.current();
    await log.useSegment(secondSegment);
    disk.noRoomToCopy = true;
    await log.replaceDamaged(before.segment);
    const again = await openLog(disk, 2);
    expect(again.unsalvaged).toEqual([`${before.segment}.set-aside-1`]);
    await again.dropSegment(before.segment);
    expect(disk.locations()).toContain(before.segment);
    disk.noRoomToCopy = false;
    await again.salvageAgain();
    expect(again.unsalvaged).toEqual([]);
    expect(again.stores()).toContainEqual(before);
    expect(again.current().segment).toBe(secondSegment);
  });

  it('[STO6] does not go through a set-aside store of a dropped segment once more', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await appendThree(log);
    const { segment } = log.current();
    await log.useSegment(secondSegment);
    await log.replaceDamaged(segment);
    await log.dropSegment(segment);
    const after = await openLog(disk, 2);
    expect(after.stores().map((each) => each.segment)).toEqual([secondSegment]);
    expect(disk.locations()).toContain(`${segment}.set-aside-1`);
  });

  it('[STO6] does not go through it once more when the segment that knew of it is dropped too', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await appendThree(log);
    const { segment } = log.current();
    await log.useSegment(secondSegment);
    await log.replaceDamaged(segment);
    await log.dropSegment(segment);
    await log.append(helpAsked, testLearner);
    await log.useSegment(thirdSegment);
    await log.dropSegment(secondSegment);
    const after = await openLog(disk, 2);
    expect(after.stores().map((each) => each.segment)).toEqual([thirdSegment]);
    expect(disk.locations()).toContain(`${segment}.set-aside-1`);
  });

  it('[STO6] never writes on in a salvaged store, though the disk is full in between', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await appendThree(log);
    const before = log.current();
    await log.useSegment(secondSegment);
    disk.rename(before.segment, `${before.segment}.set-aside-1`);
    for (let writes = 0; writes < 12; writes += 1) {
      const found = disk.copy();
      found.writesLeft = writes;
      const after = await openLog(found, writes).catch(() => null);
      await after?.useSegment(before.segment);
      expect(after?.current().store).not.toBe(before.store);
    }
    const whole = await openLog(disk.copy(), 12);
    expect(whole.stores()).toContainEqual(before);
  });

  it('[HUB18] says which numbers of a store damage took', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await appendThree(log);
    const { segment, store } = log.current();
    const ids = [1, 2, 3].map((seq) => log.store(store)?.idOf(seq) ?? '');
    const bodies = disk.files(segment);
    disk.loseSectors(segment, (key) => bodies.values.get(key)?.includes(`"${ids[1]}"`) === true);
    await log.replaceDamaged(segment);
    const after = log.stores().find((each) => each.store === store);
    expect(after).toMatchObject({ lastSeq: 3, missing: [{ from: 2, to: 2 }] });
    expect(log.salvaged).toMatchObject([{ taken: 2, lacking: 1 }]);
  });
});
