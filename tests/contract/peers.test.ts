import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  peerPaths,
  peerVectorSchema,
  storeKeySchema,
} from '../../src/shared/contracts/peer-api.ts';
import { storeKey } from '../../src/sync/peer/store-key.ts';
import { MemoryDisk } from '../../src/sync/store/memory-storage.ts';
import { payloads } from '../factories/events.ts';
import { copied, holds, until } from '../factories/peer-copies.ts';
import { PeerLab } from '../factories/peer-lab.ts';
import type { PeerStation } from '../factories/peer-lab.ts';

/** What the hub holds is asked for now and then, and kept. */
const knowsHeld = (who: PeerStation, { config, log }: PeerStation, seq: number) =>
  until(async () => {
    const held = (await who.memory.held.load())?.held ?? {};
    expect(held[`${config.station}:${log.current().store}`]).toBe(seq);
  });

let lab: PeerLab;

beforeEach(async () => {
  lab = await PeerLab.make(3);
});
afterEach(() => lab.stopAll());

describe('stations without their hub', () => {
  it('[PER1] hold each other’s events, as they were signed', async () => {
    const [a, b, c] = [await lab.start(0), await lab.start(1), await lab.start(2)];
    const ids = await a.record(30);
    await b.record(5);
    await Promise.all([holds(a, 5), holds(b, 30), holds(c, 35)]);
    const store = a.log.current().store;
    for (const id of ids) {
      expect(await c.copies.get(id)).toEqual(await a.log.store(store)?.database.get(id));
    }
  });

  it('[PER1] hand on what they hold of a station that is gone', async () => {
    const [a, b] = [await lab.start(0), await lab.start(1)];
    await a.record(12);
    await holds(b, 12);
    await a.stop();
    const c = await lab.start(2);
    await until(() => expect(copied(c)).toBe(12));
  });

  it('[PER1] keep copies over a restart', async () => {
    const [a, b] = [await lab.start(0), await lab.start(1)];
    await a.record(12);
    await holds(b, 12);
    await Promise.all([a.stop(), b.stop()]);
    expect(copied(await lab.start(1))).toBe(12);
  });

  it('[EVT3] count their events on from those of their peers, over a restart too', async () => {
    const [a, b] = [await lab.start(0), await lab.start(1)];
    await a.record(40);
    await holds(b, 40);
    await b.stop();
    const again = await lab.start(1);
    const appended = await again.log.append(payloads.started(), lab.lab.learner());
    expect(appended.document.lamport).toBe(41);
  });

  it('[PER5] say how many are together and what of their work others hold', async () => {
    const [a] = [await lab.start(0), await lab.start(1), await lab.start(2)];
    await a.record(3);
    await until(() => {
      expect(a.status?.away).toBe(true);
      expect(a.status?.together.size).toBe(2);
      expect(a.status?.copied).toBe(3);
    });
    await lab.hubOn();
    await until(() => expect(a.status).toMatchObject({ away: false, copied: 0 }));
  });

  it('[PER5] ask only for what they lack', async () => {
    const [a, b] = [await lab.start(0), await lab.start(1)];
    await a.record(3);
    await holds(b, 3);
    const before = lab.asked.length;
    await until(() => expect(lab.asked.length).toBeGreaterThan(before + 10));
    const later = lab.asked.slice(before).filter((asked) => asked.endsWith(peerPaths.events));
    expect(later).toEqual([]);
  });

  it('[PER5] ask nobody while the hub answers', async () => {
    lab.pace = { ...lab.pace, awayAfterMs: 5000 };
    await lab.hubOn();
    const [a] = [await lab.start(0), await lab.start(1)];
    await a.record(3);
    await lab.saved();
    expect(lab.asked).toEqual([]);
  });

  it('[SGN11] are asked at once where a sign-in has to hear them, though the hub answers', async () => {
    await lab.hubOn();
    const b = await lab.start(1);
    expect(await b.peers.listen(5000)).toBe(false);
    const a = await lab.start(0);
    await until(() => expect(b.replicator.status.reachable).toBe(true));
    const asked = lab.asked.length;
    await until(async () => expect(await b.peers.listen(5000)).toBe(true));
    expect(lab.asked.slice(asked)).toContain(
      `${b.config.station} → ${a.config.station} ${peerPaths.vector}`,
    );
  });

  it('[PER7] take no more copies than their share, ask for none meanwhile, and go on recording', async () => {
    lab.limits = { events: 10, characters: 1_000_000, stores: 10 };
    const [a, b] = [await lab.start(0), await lab.start(1)];
    await a.record(8);
    await holds(b, 8);
    await a.record(3);
    await b.record(1);
    await holds(a, 1);
    await until(() => expect(b.told).toContainEqual(['peer.copies-full', expect.anything()]));
    expect(copied(b)).toBe(8);
    await b.record(1);
    await holds(a, 2);
    // They are together all the same, and nothing is sent over and over.
    await until(() => expect(b.status?.together.size).toBe(1));
    const before = lab.asked.length;
    await until(() => expect(lab.asked.length).toBeGreaterThan(before + 10));
    const later = lab.asked.slice(before).filter((asked) => asked.startsWith(b.config.station));
    expect(later.filter((asked) => asked.endsWith(peerPaths.events))).toEqual([]);
    const failed = ['peer.failed', expect.objectContaining({ station: a.config.station })];
    expect(b.told).not.toContainEqual(failed);
    // Once the hub holds what is here, there is room again for what comes after.
    await lab.hubOn();
    await lab.saved();
    await holds(b, 0);
    await knowsHeld(b, a, 11);
    await lab.hubOff();
    await a.record(2);
    await holds(b, 2);
  });

  it('[PER7] take no copies while the disk has room for their own events only', async () => {
    lab.hasRoom = false;
    const [a, b] = [await lab.start(0), await lab.start(1)];
    await a.record(3);
    await until(() => expect(b.status?.together.size).toBe(1));
    expect(copied(b)).toBe(0);
    lab.hasRoom = true;
    await until(() => expect(copied(b)).toBe(3));
  });

  it('[EVT1] begin a new store where a peer holds more of theirs than their disk does', async () => {
    const [a, b] = [await lab.start(0), await lab.start(1)];
    await a.record(2);
    await holds(b, 2);
    const { station } = a.config;
    const image = lab.disk(station).copy();
    const before = a.log.current().store;
    await a.record(2);
    await holds(b, 4);
    await a.stop();
    lab.disks.set(station, image);
    const back = await lab.start(0);
    await until(() => expect(back.log.current().store).not.toBe(before));
    expect(copied(back)).toBe(2);
    await back.record(1);
    await holds(b, 5);
  });

  it('[EVT1] keep their store where a peer holds more of it than it said, and no more than they', async () => {
    const [a, b] = [await lab.start(0), await lab.start(1)];
    await a.record(5);
    await holds(b, 5);
    const { station } = b.config;
    const key = storeKey(a.config.station, a.log.current().store);
    lab.meddle = ({ path }, answer) => {
      if (path !== peerPaths.vector) return answer;
      const vector = peerVectorSchema.parse(JSON.parse(answer.text));
      if (vector.station !== station) return answer;
      const stores = { ...vector.stores, [key]: { after: 0, upTo: 2 } };
      return { ...answer, text: JSON.stringify({ ...vector, stores }) };
    };
    const asks = (what: string) =>
      lab.asked.filter((each) => each === `${a.config.station} → ${what}`);
    const events = `${station} ${peerPaths.events}`;
    await until(() => expect(asks(events)).not.toEqual([]));
    const rounds = asks(`${station} ${peerPaths.vector}`).length;
    await until(() =>
      expect(asks(`${station} ${peerPaths.vector}`).length).toBeGreaterThan(rounds + 1),
    );
    expect(a.log.stores()).toHaveLength(1);
    expect(copied(a)).toBe(0);
  });
});

describe('when the hub is back', () => {
  it('[PER6] [HUB6] every event of a dead disk is there, once, and copies go', async () => {
    await lab.hubOn();
    const [a, b, c] = [await lab.start(0), await lab.start(1), await lab.start(2)];
    const before = await a.record(4);
    await lab.saved();
    await Promise.all([b, c].map((each) => knowsHeld(each, a, 4)));
    await Promise.all([holds(b, 0), holds(c, 0)]);
    await lab.hubOff();
    const alone = await a.record(20);
    await Promise.all([holds(b, 20), holds(c, 20)]);
    await a.stop();
    lab.disks.set(a.config.station, new MemoryDisk());
    const fresh = await lab.start(0);
    const later = await b.record(2);
    await holds(fresh, 22);
    await lab.hubOn();
    await lab.saved();
    await Promise.all([holds(fresh, 0), holds(b, 0), holds(c, 0)]);
    const held = await lab.held();
    expect(held.toSorted()).toEqual([...before, ...alone, ...later].toSorted());
    await lab.hub.settled();
    const names = lab.disk(b.config.station).locations();
    expect(names.filter((name) => name.startsWith('peers-'))).toHaveLength(1);
  });

  it('[PER6] copies come home with a station of whose own events some are lost for good', async () => {
    const [a, b] = [await lab.start(0), await lab.start(1)];
    const alone = await a.record(3);
    await holds(b, 3);
    await b.record(1);
    const store = b.log.store(b.log.current().store);
    const [event] = (await store?.read(0, 1)) ?? [];
    if (!store || !event) throw new Error('nothing recorded');
    await store.database.carry([{ ...event, _id: store.idOf(3) }]);
    await Promise.all([a.stop(), b.stop()]);
    const damaged = await lab.start(1);
    await lab.hubOn();
    await until(async () => expect(await lab.held()).toEqual(expect.arrayContaining([...alone])));
    expect(damaged.replicator.status.waiting).toBeGreaterThan(0);
    // What it lost is given up: then it has everything saved.
    const lost = storeKeySchema.parse(`${b.config.station}:${store.store}`);
    await until(() => expect(lab.hub.parts.gaps.missing).toBe(1));
    await lab.hub.parts.gaps.giveUp(lost, 'Sok', 'A dead sector');
    await lab.saved();
  });

  it('[HUB18] a station brings what was given up, where it has it after all', async () => {
    const a = await lab.start(0);
    const ids = await a.record(4);
    const { store } = a.log.current();
    const events = (await a.log.store(store)?.read(0, 4)) ?? [];
    await lab.hubOn();
    await lab.hub.parts.databases.segments.readers[0]?.carry(events.filter((_, at) => at !== 1));
    await lab.hub.parts.intake.catchUp();
    const lost = storeKeySchema.parse(`${a.config.station}:${store}`);
    expect(await lab.hub.parts.gaps.giveUp(lost, 'Sok', 'Too early')).toBe(1);
    await lab.saved();
    expect(await lab.held()).toEqual(ids);
    expect(lab.hub.parts.intake.ledger.held().get(lost)).toBe(4);
  });

  it('[PER6] nothing is copied that the hub is known to hold', async () => {
    await lab.hubOn();
    const [a, b] = [await lab.start(0), await lab.start(1)];
    await a.record(50);
    await lab.saved();
    await knowsHeld(b, a, 50);
    await holds(b, 0);
    await lab.hubOff();
    await a.record(1);
    await until(() => expect(copied(b)).toBe(1));
  });
});
