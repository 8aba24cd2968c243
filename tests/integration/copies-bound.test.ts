import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { StoreKey } from '../../src/shared/contracts/peer-api.ts';
import { asReanError } from '../../src/shared/errors.ts';
import { segmentSchema, storeIdSchema } from '../../src/shared/ids.ts';
import { EventLog } from '../../src/sync/log/event-log.ts';
import { PeerCopies, copiesLimits } from '../../src/sync/peer/peer-copies.ts';
import type { CopiesLimits } from '../../src/sync/peer/peer-copies.ts';
import { eventIdIn, storeKey } from '../../src/sync/peer/store-key.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { ids } from '../factories/events.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { helpAsked, stationIdentity, testLearner } from '../factories/station-identity.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';

/** The share of a station of eight that was left alone for two weeks, or a part of it. */
const part = Number(process.env['REAN_COPIES_PART'] ?? 1 / 16);
const limits: CopiesLimits = {
  events: Math.floor(copiesLimits.events * part),
  characters: Math.floor(copiesLimits.characters * part),
  stores: copiesLimits.stores,
};
const batch = 200;
/** What an answer takes when it is sealed and signed; most of it can't be compressed. */
const sealedBytes = 350;

const segment = segmentSchema.parse('events-0001');
const random = seededRandomness(7);
const stores = [1, 2, 3, 4].map((store) =>
  storeKey(ids.otherStation, storeIdSchema.parse(String(store).padStart(16, '0'))),
);

function eventsAfter(key: StoreKey, after: number) {
  return Array.from({ length: batch }, (_, at) => {
    const sealed = Buffer.from(random.bytes(sealedBytes)).toString('base64');
    const _rev = `1-${createHash('md5').update(sealed).digest('hex')}`;
    return { _id: eventIdIn(key, after + at + 1), _rev, v: 1, sealed };
  });
}

function addTo(copies: PeerCopies, key: StoreKey) {
  const after = copies.stores.get(key)?.upTo ?? 0;
  const events = eventsAfter(key, after);
  const characters = JSON.stringify(events).length;
  return copies.add({ key, segment, after, events, lamport: after + batch, characters });
}

/** From each store in turn, until one is refused; how many events came before that. */
async function fill(copies: PeerCopies) {
  for (let added = 0; ; added += 1) {
    const key = stores[added % stores.length];
    if (key === undefined) throw new Error('no store');
    const refusal = await addTo(copies, key).then(() => null, asReanError);
    if (refusal !== null) return { taken: added * batch, refusal };
  }
}

const held = ({ stores: runs }: PeerCopies) =>
  [...runs.values()].reduce((sum, { after, upTo }) => sum + upTo - after, 0);

async function bytesIn(folder: string, prefix: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = names
    .filter((name) => name.startsWith(prefix))
    .map(async (name) => (await stat(join(folder, name)).catch(() => null))?.size ?? 0);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

it('[PER7] copies stop at their share, go as the hub holds them, and leave own events alone', async () => {
  const folder = await temporaryFolder();
  const storage = await openLevelStorage(folder);
  const log = await EventLog.open({ ...stationIdentity(random), storage });
  const own = Array.from({ length: 50 }, () => ({ payload: helpAsked, learner: testLearner }));
  await log.appendAll(own);
  const { store } = log.current();
  const ownEvents = async () => (await log.store(store)?.read(0, 1000)) ?? [];
  const before = await ownEvents();

  const copies = await PeerCopies.open(storage, limits);
  const { taken, refusal } = await fill(copies);
  expect(refusal).toMatchObject({ code: 'store.full', facts: { what: 'copies' } });
  expect(taken).toBe(held(copies));
  expect(taken).toBeLessThanOrEqual(limits.events);
  expect(taken).toBeGreaterThan(limits.events * 0.7);
  // Nothing more is taken, whatever comes; a station's own events are.
  for (const key of stores) {
    await expect(addTo(copies, key)).rejects.toMatchObject({ code: 'store.full' });
  }
  expect(held(copies)).toBe(taken);
  expect(await bytesIn(folder, 'peers-')).toBeLessThan(limits.characters * 1.25);
  await log.appendAll(own);
  expect((await ownEvents()).slice(0, 50)).toEqual(before);

  // The hub holds one store whole and another half: exactly that goes, its oldest first.
  const [whole, half, third] = stores;
  if (!whole || !half || !third) throw new Error('no stores');
  const halfHeld = Math.floor((copies.stores.get(half)?.upTo ?? 0) / 2);
  const thirdBefore = copies.stores.get(third);
  const receipts = new Map([
    [whole, copies.stores.get(whole)?.upTo ?? 0],
    [half, halfHeld],
  ]);
  await copies.drop((key) => receipts.get(key) ?? 0);
  expect(copies.stores.has(whole)).toBe(false);
  expect(copies.stores.get(half)?.after).toBe(halfHeld);
  expect((await copies.read(half, 0, 1))[0]?._id).toBe(eventIdIn(half, halfHeld + 1));
  expect(copies.stores.get(third)).toEqual(thirdBefore);
  expect((await copies.read(third, 0, 1))[0]?._id).toBe(eventIdIn(third, 1));

  // There is room for as much again, and no more; then all of it goes, and its files.
  await fill(copies);
  expect(held(copies)).toBeLessThanOrEqual(limits.events);
  expect(await bytesIn(folder, 'peers-')).toBeLessThan(limits.characters * 2);
  await copies.drop(() => Number.MAX_SAFE_INTEGER);
  expect(copies.stores.size).toBe(0);
  expect(await bytesIn(folder, 'peers-')).toBeLessThan(100_000);
  expect((await ownEvents()).slice(0, 50)).toEqual(before);
  expect(await ownEvents()).toHaveLength(100);
  await storage.close();
});
