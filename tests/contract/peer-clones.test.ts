import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storeKey } from '../../src/sync/peer/store-key.ts';
import { payloads } from '../factories/events.ts';
import { PeerLab } from '../factories/peer-lab.ts';
import type { PeerStation } from '../factories/peer-lab.ts';

const until = (assertion: () => void | Promise<void>) =>
  vi.waitFor(assertion, { timeout: 15_000, interval: 10 });

const holds = (station: PeerStation, count: number) =>
  until(() => expect(copied(station)).toBe(count));

const tells = (station: PeerStation, event: string) =>
  until(() => expect(station.told.map(([told]) => told)).toContain(event));

const copied = ({ copies }: PeerStation) =>
  [...copies.stores.values()].reduce((sum, { after, upTo }) => sum + upTo - after, 0);

let lab: PeerLab;
let peer: PeerStation;
let clone: PeerStation;

/** A station's disk was copied, and both go on under the same numbers; a peer saw the first. */
beforeEach(async () => {
  lab = await PeerLab.make(2);
  const [first, second] = [await lab.start(0), await lab.start(1)];
  await first.record(3);
  await holds(second, 3);
  const image = lab.disk(first.config.station).copy();
  await first.record(1);
  await holds(second, 4);
  await first.stop();
  await second.stop();
  lab.disks.set(first.config.station, image);
  clone = await lab.start(0);
  await clone.log.append(payloads.ended(), lab.lab.learner());
  await clone.record(3);
  peer = await lab.start(1);
  await tells(peer, 'peer.clone');
});
afterEach(() => lab.stopAll());

describe('[PER4] of two contents under one id', () => {
  it('a station keeps the first', () => {
    expect(copied(peer)).toBe(4);
  });

  it('a station that went further under them begins a new store, which is copied like any', async () => {
    await until(() => expect(clone.log.stores()).toHaveLength(2));
    await tells(clone, 'peer.clone');
    await clone.record(5);
    await holds(peer, 4 + 5);
    const { store, lastSeq } = clone.log.current();
    expect(lastSeq).toBe(5);
    await clone.stop();
    expect(peer.copies.stores.get(storeKey(clone.config.station, store))?.upTo).toBe(5);
  });

  it('so does one that did not come as far as the other', async () => {
    await until(() => expect(clone.log.stores()).toHaveLength(2));
    const image = lab.disk(clone.config.station).copy();
    const { store } = clone.log.current();
    await clone.record(5);
    await holds(peer, 4 + 5);
    await clone.stop();
    lab.disks.set(clone.config.station, image);
    // It records before it hears of anybody.
    await peer.stop();
    const behind = await lab.start(0);
    await behind.record(2);
    expect(behind.log.current()).toMatchObject({ store, lastSeq: 2 });
    peer = await lab.start(1);
    await until(() => expect(behind.log.current().store).not.toBe(store));
    await behind.record(3);
    await holds(peer, 4 + 5 + 3);
  });

  it('the hub sees both when it is back, after a restart too, so that a person decides', async () => {
    await peer.stop();
    await clone.stop();
    const again = await lab.start(1);
    await lab.hubOn();
    await until(() => expect(again.told).toContainEqual(['peer.twins-brought', { count: 2 }]));
    await lab.hub.settled();
    const { items } = await lab.hub.parts.desk.list.page({ state: 'open' }, null);
    expect(items).toMatchObject([{ reason: 'clone' }, { reason: 'clone' }]);
    expect(new Set(items.map(({ event }) => event)).size).toBe(1);
    expect(items.map(({ carrier }) => carrier)).toContain(again.config.station);
  });
});
