import { rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BehaviorSubject } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dara, sokha } from '../../../tests/factories/desk-people.ts';
import { RecordingsAtHub } from '../../../tests/factories/recordings-at-hub.ts';
import { readingOf, recordingMaker, spoken } from '../../../tests/factories/sealed-recordings.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import { recordingName, recordingParts } from '../../shared/contracts/recording-copy.ts';
import { ReanError } from '../../shared/errors.ts';
import { generationSchema } from '../../shared/ids.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import { openMemoryStorage } from '../../sync/store/memory-storage.ts';
import type { Replica } from '../replica/replica.ts';
import type { UplinkStatus } from '../uplink/uplink.ts';
import { RecordingCopies } from './recording-copies.ts';
import { Recordings } from './recordings.ts';

const random = seededRandomness(43);
const keyOf = (learner: LearnerId) =>
  newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), random);
const keyring = new Map([sokha, dara].map((learner) => [learner, keyOf(learner)]));
const keyFor = (learner: LearnerId) => {
  const key = keyring.get(learner);
  if (key === undefined) throw new Error('no key');
  return key;
};
const idle: UplinkStatus = {
  phase: 'idle',
  hubReachable: true,
  waiting: 0,
  receiptAtMs: null,
  trouble: null,
  machine: null,
};

/** Other windows' tests may have the machine. */
const soon = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 20_000 });

const running: RecordingCopies[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
});

/** A station's recordings, and what has them brought to a hub that several may share. */
async function station(hub = new RecordingsAtHub(), lamport = 0) {
  const folder = join(await temporaryFolder(), 'recordings');
  const said: string[] = [];
  const say = (event: string, facts?: object) => said.push(`${event} ${JSON.stringify(facts)}`);
  const log = { info: say, warn: say, error: say };
  const disk = { ...nodeDisk(), freeBytes: () => Promise.resolve(2 ** 40) };
  const status$ = new BehaviorSubject(idle);
  const replica$ = new BehaviorSubject<Replica | null>(null);
  const erased = new Set<LearnerId>();
  const keys = () => ({ learnerKey: (learner: LearnerId) => keyring.get(learner) ?? null });
  const recordings = new Recordings({
    folder,
    disk,
    randomness: random,
    lamport: () => lamport,
    log,
  });
  const uplink = { status$, replica$, recordings: hub };
  const copies = new RecordingCopies({ recordings, uplink, keys, erased: () => erased, log });
  running.push(copies);
  const keep = async (item: string, what = item, learner = sokha) => {
    await recordings.keep(keyFor(learner), learner, readingOf(item, what));
    copies.bring(learner);
  };
  const last = (item: string, learner = sokha) =>
    copies.last(keyFor(learner), learner, readingOf(item));
  return { folder, hub, said, status$, replica$, erased, recordings, copies, keep, last };
}

const heldOf = (hub: RecordingsAtHub, learner = sokha) => [
  ...(hub.held.get(learner)?.values() ?? []),
];

describe('copies of recordings at the hub', () => {
  it('[RAL6] are brought in the background, each once, and nothing of them is clear', async () => {
    const { hub, copies, keep, said } = await station();
    copies.start();
    await keep('letter');
    await soon(() => expect(heldOf(hub)).toHaveLength(1));
    await keep('other');
    await soon(() => expect(heldOf(hub)).toHaveLength(2));
    expect(hub.brought).toHaveLength(2);
    expect(heldOf(hub).join('')).not.toContain(spoken('letter'));
    expect(said).toEqual([]);
  });

  it('[RAL6] wait while the hub is away, and while answers of this station are on their way', async () => {
    const { hub, copies, keep, status$ } = await station();
    status$.next({ ...idle, hubReachable: false, waiting: 2 });
    copies.start();
    await keep('letter');
    status$.next({ ...idle, waiting: 2 });
    status$.next({ ...idle, waiting: 1 });
    await keep('other');
    await keep('third');
    expect(hub.brought).toEqual([]);
    status$.next(idle);
    await soon(() => expect(heldOf(hub)).toHaveLength(3));
  });

  it('[RAL6] come again to a hub that has lost them, and after a cut in the middle', async () => {
    const { hub, copies, keep, status$, replica$ } = await station();
    copies.start();
    hub.failure = new ReanError('hub.unreachable');
    await keep('letter');
    await keep('other', 'other', dara);
    status$.next({ ...idle, hubReachable: false });
    hub.failure = null;
    status$.next(idle);
    await soon(() => expect([heldOf(hub), heldOf(hub, dara)]).toMatchObject([[{}], [{}]]));
    hub.held.clear();
    const storage = openMemoryStorage();
    const [directory, state] = [await storage.open('d'), await storage.open('s')];
    replica$.next({ generation: generationSchema.parse('f'.repeat(16)), directory, state });
    await soon(() => expect([heldOf(hub), heldOf(hub, dara)]).toMatchObject([[{}], [{}]]));
    expect(hub.brought).toHaveLength(4);
  });

  it('[RAL7] that the hub won’t have hold up no other; a full hub is tried again', async () => {
    const { hub, copies, keep, said, status$ } = await station();
    copies.start();
    const bring = hub.bring.bind(hub);
    hub.bring = () => Promise.reject(new ReanError('hub.unreachable', { status: 507 }));
    await keep('letter');
    await soon(() => expect(said.join('')).toContain('hub.full'));
    hub.bring = (learner, name, sealed) =>
      learner === sokha
        ? Promise.reject(new ReanError('hub.protocol', { status: 409 }))
        : bring(learner, name, sealed);
    await keep('other', 'other', dara);
    status$.next({ ...idle, hubReachable: false });
    status$.next(idle);
    await soon(() => expect(heldOf(hub, dara)).toHaveLength(1));
    await soon(() => expect(said.join('')).toContain('409'));
    expect(said.join('')).not.toContain(sokha);
  });

  it('[RAL4] are not brought of whom the station knows to be erased, or the hub knows nothing', async () => {
    const { hub, copies, keep, erased } = await station();
    erased.add(sokha);
    hub.unknown.add(dara);
    await keep('letter');
    await keep('letter', 'letter', dara);
    copies.start();
    await keep('more');
    const other = await station(hub);
    other.copies.start();
    await other.keep('letter', 'elsewhere', sokha);
    await soon(() => expect(heldOf(hub)).toHaveLength(1));
    expect(hub.brought).toHaveLength(1);
  });

  it('[RAL6] are heard where the hub has a later one than this station, or this one is spoiled', async () => {
    const hub = new RecordingsAtHub();
    const here = await station(hub, 10);
    const there = await station(hub, 20);
    for (const each of [here, there]) each.copies.start();
    await here.keep('letter', 'first');
    await soon(() => expect(heldOf(hub)).toHaveLength(1));
    expect(await there.last('letter')).toMatchObject({ audio: spoken('first') });
    await there.keep('letter', 'second');
    await soon(() => expect(hub.brought).toHaveLength(2));
    expect(await here.last('letter')).toMatchObject({ audio: spoken('second') });
    expect(await here.last('other')).toBeNull();
    expect(await here.last('letter', dara)).toBeNull();
    // Only here, and later than what the hub has.
    hub.failure = new ReanError('hub.unreachable');
    await there.keep('letter', 'third');
    expect(await there.last('letter')).toMatchObject({ audio: spoken('third') });
    expect(await here.last('letter')).toMatchObject({ audio: spoken('first') });
    hub.failure = null;
    const [own] = await there.recordings.names(keyFor(sokha), sokha);
    await writeFile(join(there.folder, sokha, `${String(own)}.json`), 'spoiled');
    expect(await there.last('letter')).toMatchObject({ audio: spoken('second') });
  });

  it('[RAL6] that a hub gives in place of others are not heard', async () => {
    const { hub, copies, last } = await station();
    const make = recordingMaker();
    copies.start();
    const key = keyFor(sokha);
    const wanted = make(key, sokha, 'letter');
    const foreign = [
      make(key, sokha, 'other').sealed,
      make(keyFor(dara), dara, 'letter').sealed,
      '{}',
    ];
    for (const sealed of foreign) {
      await hub.bring(sokha, wanted.name, sealed);
      expect(await last('letter')).toBeNull();
    }
    const elsewhere = make(key, sokha, 'other');
    hub.file = () => Promise.resolve(elsewhere.sealed);
    const { place } = recordingParts(wanted.name);
    const disguised = recordingName({ ...recordingParts(elsewhere.name), place });
    hub.of = () => Promise.resolve([disguised]);
    expect(await last('letter')).toBeNull();
  });

  it('[RAL6] are brought of what was kept under the names of before, too', async () => {
    const { folder, hub, copies, keep, recordings, last } = await station();
    await keep('letter');
    const [name] = await recordings.names(keyFor(sokha), sokha);
    if (name === undefined) throw new Error('nothing was kept');
    const path = join(folder, sokha, `${name}.json`);
    const { id } = recordingParts(name);
    await rename(path, join(dirname(path), `000000000003-${id}.json`));
    copies.start();
    await soon(() => expect(heldOf(hub)).toHaveLength(1));
    expect(await last('letter')).toMatchObject({ audio: spoken('letter') });
    await keep('letter', 'again');
    expect(await recordings.names(keyFor(sokha), sokha)).toHaveLength(1);
  });
});
