import { createPublicKey } from 'node:crypto';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { learnerIdSchema, segmentSchema } from '../../shared/ids.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import {
  helpAsked,
  stationIdentity,
  testLearner,
  testSitting,
} from '../../../tests/factories/station-identity.ts';
import { openEvent, verifyEvent } from '../envelope/event.ts';
import { MemoryDisk, openMemoryStorage } from '../store/memory-storage.ts';
import { EventLog } from './event-log.ts';

const secondSegment = segmentSchema.parse('events-0002');

function openLog(disk: MemoryDisk, seed = 1) {
  const identity = { ...stationIdentity(seededRandomness(1)), randomness: seededRandomness(seed) };
  return EventLog.open({ ...identity, storage: openMemoryStorage(disk) });
}

async function seqsOf(log: EventLog): Promise<number[]> {
  const store = log.store(log.current().store);
  return ((await store?.read(0, 1000)) ?? []).map(({ _id }) => Number(_id.split(':')[2]));
}

describe('the event log', () => {
  it('[EVT1] numbers events from 1 without a gap, under one store id', async () => {
    const log = await openLog(new MemoryDisk());
    const first = await log.append(helpAsked, testLearner);
    const second = await log.append(helpAsked, null);
    const store = log.current().store;
    expect(parseEventId(first.document._id)).toEqual({ station: log.station, store, seq: 1 });
    expect(parseEventId(second.document._id)).toEqual({ station: log.station, store, seq: 2 });
  });

  it('[EVT1] gives events asked for at once their numbers in that order', async () => {
    const log = await openLog(new MemoryDisk());
    const appended = await Promise.all(
      Array.from({ length: 25 }, () => log.append(helpAsked, testLearner)),
    );
    const seqs = appended.map(({ document }) => parseEventId(document._id).seq);
    expect(seqs).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(await seqsOf(log)).toEqual(seqs);
  });

  it('[EVT1] goes on after a restart with the same store and the next number', async () => {
    const disk = new MemoryDisk();
    const before = await openLog(disk);
    await before.appendAll([
      { payload: helpAsked, learner: testLearner },
      { payload: helpAsked, learner: testLearner },
    ]);
    disk.losePower();
    const after = await openLog(disk, 2);
    expect(after.current()).toEqual(before.current());
    const { document } = await after.append(helpAsked, testLearner);
    expect(parseEventId(document._id).seq).toBe(3);
  });

  it('[EVT1] begins a new store in the same segment when told that this one went back', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await log.append(helpAsked, testLearner);
    const before = log.current();
    await log.beginNewStore();
    const { document } = await log.append(helpAsked, testLearner);
    expect(parseEventId(document._id).seq).toBe(1);
    expect(log.current().store).not.toBe(before.store);
    const after = await openLog(disk, 2);
    expect(after.stores()).toEqual([before, log.current()]);
    expect(after.current()).toEqual(log.current());
  });

  it('[EVT2] has an event on disk by the time it is answered', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await log.append(helpAsked, testLearner);
    disk.losePower();
    expect(await seqsOf(await openLog(disk, 2))).toEqual([1]);
  });

  it('[EVT2] tells of events once they are durable', async () => {
    const log = await openLog(new MemoryDisk());
    const told = firstValueFrom(log.appended$);
    const appended = await log.append(helpAsked, testLearner);
    expect(await told).toEqual([appended]);
  });

  it('[EVT3] follows no counter that nobody can have counted up to', async () => {
    const log = await openLog(new MemoryDisk());
    log.observe(41);
    log.observe(Number.MAX_SAFE_INTEGER);
    log.observe(2 ** 31);
    expect((await log.append(helpAsked, testLearner)).document.lamport).toBe(42);
  });

  it('[EVT3] counts Lamport on from the highest it has seen, through a restart', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    log.observe(41);
    expect((await log.append(helpAsked, testLearner)).document.lamport).toBe(42);
    log.observe(7);
    const again = await openLog(disk, 2);
    expect((await again.append(helpAsked, testLearner)).document.lamport).toBe(43);
  });

  it("[EVT4] seals with the learner's key and signs with the station's", async () => {
    const identity = stationIdentity(seededRandomness(1));
    const log = await EventLog.open({ ...identity, storage: openMemoryStorage() });
    const { document } = await log.append(helpAsked, testLearner);
    expect(verifyEvent(document, createPublicKey(identity.signing.privateKey))).toBe(true);
    const opened = openEvent(document, identity.sealingKey(testLearner));
    expect(opened.payload).toEqual(helpAsked);
    expect(JSON.stringify(document)).not.toContain(testSitting);
  });

  it('[EVT4] refuses a learner without a key, and leaves no gap', async () => {
    const log = await openLog(new MemoryDisk());
    const stranger = learnerIdSchema.parse('ln-zzzzzzzzzzzz');
    const outcomes = await Promise.allSettled(
      [testLearner, stranger, null].map((learner) => log.append(helpAsked, learner)),
    );
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'key.missing' } },
      { status: 'fulfilled' },
    ]);
    expect(await seqsOf(log)).toEqual([1, 2]);
  });

  it('[EVT5] writes to the segment the hub has opened, and still reads the one before', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await log.append(helpAsked, testLearner);
    const first = log.current();
    await log.useSegment(secondSegment);
    await log.append(helpAsked, testLearner);
    expect(log.current()).toMatchObject({ segment: secondSegment, lastSeq: 1 });
    expect(log.stores()).toEqual([first, log.current()]);
    expect((await openLog(disk, 2)).current()).toEqual(log.current());
  });

  it('[EVT6] keeps events of a newer version for carrying, and counts them when read', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    const { document } = await log.append(helpAsked, testLearner);
    const store = log.store(log.current().store);
    const newer = { ...document, _id: store?.idOf(2) ?? '', v: 2, extra: true };
    await store?.database.putMany([newer]);

    const after = await openLog(disk, 2);
    expect(after.current().lastSeq).toBe(2);
    const reader = after.store(after.current().store);
    expect(await reader?.read(1, 10)).toMatchObject([newer]);
    expect(await reader?.readKnown(0)).toEqual({ documents: [document], unknown: 1 });
  });

  it('[STO4] says store.full on a full disk, and goes on without a gap once there is room', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await log.append(helpAsked, testLearner);
    disk.full = true;
    const two = [1, 2].map(() => ({ payload: helpAsked, learner: testLearner }));
    await expect(log.appendAll(two)).rejects.toMatchObject({ code: 'store.full' });
    expect(log.current().lastSeq).toBe(1);
    disk.full = false;
    await log.append(helpAsked, testLearner);
    expect(await seqsOf(log)).toEqual([1, 2]);
  });

  it('[STO4] gives no number twice when a failed write reached the disk all the same', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    disk.failAfterWriting = true;
    await expect(log.append(helpAsked, testLearner)).rejects.toMatchObject({ code: 'store.full' });
    disk.failAfterWriting = false;
    const after = await openLog(disk, 2);
    expect(after.current().lastSeq).toBe(1);
    const { document } = await after.append(helpAsked, testLearner);
    expect(parseEventId(document._id).seq).toBe(2);
  });

  it('[STO3] begins anew beside a segment that turns out damaged, and keeps the files', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await log.append(helpAsked, testLearner);
    const before = log.current();
    disk.damaged.add(before.segment);
    const { document } = await log.append(helpAsked, testLearner);
    expect(log.setAside).toEqual([`${before.segment}.set-aside-1`]);
    expect(disk.locations()).toContain(`${before.segment}.set-aside-1`);
    expect(log.current().store).not.toBe(before.store);
    expect(parseEventId(document._id).seq).toBe(1);
    disk.losePower();
    expect(await seqsOf(await openLog(disk, 2))).toEqual([1]);
  });

  it('[STO3] goes on writing where it was when an older segment is replaced', async () => {
    const log = await openLog(new MemoryDisk());
    await log.append(helpAsked, testLearner);
    const { segment } = log.current();
    await log.useSegment(secondSegment);
    await log.replaceDamaged(segment);
    await log.append(helpAsked, testLearner);
    expect(log.current()).toMatchObject({ segment: secondSegment, lastSeq: 1 });
  });

  it('[EVT7] refuses an event too large to carry, and takes the next', async () => {
    const log = await openLog(new MemoryDisk());
    const tooLarge = {
      type: 'attempt.recorded',
      response: { type: 'textEntry', text: 'ក'.repeat(30_000) },
    };
    const payload = { ...helpAsked, ...tooLarge } as const;
    await expect(
      // A payload no schema would let through: the log must hold even so.
      log.append(JSON.parse(JSON.stringify(payload)), testLearner),
    ).rejects.toMatchObject({ code: 'shape.invalid' });
    await log.append(helpAsked, testLearner);
    expect(await seqsOf(log)).toEqual([1]);
  });
});
