import { BehaviorSubject } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { ids } from '../../../tests/factories/events.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import {
  helpAsked,
  stationIdentity,
  testLearner,
  testStation,
} from '../../../tests/factories/station-identity.ts';
import { emptyLearnerState } from '../../domain/fold/fold-learner.ts';
import { generationSchema } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { sealLearnerState } from '../../sync/envelope/sealed-documents.ts';
import { EventLog } from '../../sync/log/event-log.ts';
import { MemoryDisk, openMemoryStorage } from '../../sync/store/memory-storage.ts';
import type { Replica } from '../replica/replica.ts';
import { StateReplica } from '../replica/state-replica.ts';
import { NoticeBoard } from '../status/notice-board.ts';
import { UnreadDocuments } from '../status/unread-documents.ts';
import { localDocument } from './local-documents.ts';
import { OwnEvents, foldedMarkSchema } from './own-events.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const generations = ['a', 'b'].map((letter) => generationSchema.parse(letter.repeat(16)));
const [generation, restored] = generations;

async function replicaOf(which = generation): Promise<Replica> {
  if (which === undefined) throw new Error('no generation');
  const storage = openMemoryStorage();
  const directory = await storage.open(`directory-${which}`);
  return { generation: which, directory, state: await storage.open(`state-${which}`) };
}

/** A station's events and replica on one disk; each `start` is a start of the station. */
async function bench() {
  const randomness = seededRandomness(9);
  const identity = stationIdentity(randomness);
  const disk = new MemoryDisk();
  const replica = await replicaOf();
  const replica$ = new BehaviorSubject<Replica | null>(replica);

  async function start() {
    const storage = openMemoryStorage(disk);
    const log = await EventLog.open({ ...identity, storage });
    const own = new OwnEvents({
      log,
      states: new StateReplica(replica$, silent, new UnreadDocuments(new NoticeBoard())),
      mark: localDocument(await storage.open('station-local'), 'folded', foldedMarkSchema),
      learnerKey: (learner) => (learner === testLearner ? identity.sealingKey(learner) : null),
      logger: silent,
    });
    const { store } = log.current();
    const record = (count: number) =>
      log.appendAll(
        Array.from({ length: count }, () => ({ payload: helpAsked, learner: testLearner })),
      );
    return { log, own, record, store: `${testStation}:${store}` };
  }

  async function fold(store: string, seq: number, into = replica): Promise<void> {
    const key = identity.sealingKey(testLearner);
    const document = sealLearnerState(
      emptyLearnerState(testLearner),
      { [store]: seq },
      key,
      randomness,
    );
    const held = await into.state.get(document._id);
    await into.state.put({ ...document, ...(held === null ? {} : { _rev: held._rev }) });
  }

  return { start, fold, replica$ };
}

const seqs = async (own: OwnEvents) =>
  (await own.of(testLearner))
    .map(({ envelope }) => Number(envelope._id.split(':')[2]))
    .sort((a, b) => a - b);

describe('OwnEvents', () => {
  it('[LSN9] holds what was recorded and not folded, through restarts', async () => {
    const { start, fold } = await bench();
    const before = await start();
    await before.record(5);
    expect(await seqs(before.own)).toEqual([1, 2, 3, 4, 5]);
    await fold(before.store, 3);
    await vi.waitFor(async () => expect(await seqs(before.own)).toEqual([4, 5]));
    const after = await start();
    await after.record(1);
    expect(await seqs(after.own)).toEqual([4, 5, 6]);
  });

  it('[LSN9] reads only what came after its mark when it starts', async () => {
    const { start, fold } = await bench();
    const before = await start();
    await before.record(4);
    await fold(before.store, 4);
    await vi.waitFor(async () => expect(await seqs(before.own)).toEqual([]));
    await before.own.close();
    const after = await start();
    const store = after.log.store(after.log.current().store);
    const read = vi.spyOn(store ?? { read: () => undefined }, 'read');
    expect(await seqs(after.own)).toEqual([]);
    expect(read).not.toHaveBeenCalled();
  });

  it('[LSN9] shows again what a hub restored from an older backup does not hold', async () => {
    const { start, fold, replica$ } = await bench();
    const { own, record, store } = await start();
    await record(4);
    await fold(store, 4);
    await vi.waitFor(async () => expect(await seqs(own)).toEqual([]));
    const older = await replicaOf(restored);
    await fold(store, 2, older);
    replica$.next(older);
    await vi.waitFor(async () => expect(await seqs(own)).toEqual([3, 4]));
  });

  it('gives nothing of a learner whose key is not held', async () => {
    const { start } = await bench();
    const { own, record } = await start();
    await record(1);
    expect(await own.of(ids.otherLearner)).toEqual([]);
  });
});
