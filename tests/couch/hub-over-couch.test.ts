import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import { receiptSchema } from '../../src/shared/contracts/hub-api.ts';
import type { ReanError } from '../../src/shared/errors.ts';
import {
  clearCouch,
  connectToCouch,
  couchAccount,
  couchStorage,
} from '../factories/couch-server.ts';
import { payloads } from '../factories/events.ts';
import { call, healthOf, makeDiskSite, runHub } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { TcpGate } from '../factories/tcp-gate.ts';
import { TestStore, keyIn } from '../factories/test-store.ts';

let site: DiskSite;
let hub: StartedHub | null;
let gate: TcpGate;
let store: TestStore;
let damage: ReanError[];

beforeEach(async () => {
  site = await makeDiskSite(21);
  gate = new TcpGate(connectToCouch);
  const url = `http://127.0.0.1:${await gate.listen()}/`;
  const vault = folderVault(site.folder);
  await vault.write(siteFiles.databases, { ...(await place()), url });
  store = new TestStore(kiosk(), {
    random: seededRandomness(5),
    keyOf: (learner) => keyIn(site.keyring, learner),
  });
  damage = [];
  hub = null;
});
afterEach(async () => {
  gate.open();
  await hub?.close();
  gate.close();
  await site.remove();
});

const place = () => readRequired(folderVault(site.folder), siteFiles.databases);

function kiosk() {
  const [station] = site.stations;
  if (!station) throw new Error('no station');
  return station;
}

async function start(): Promise<StartedHub> {
  hub = await runHub(site, { onDamage: (found) => damage.push(found) });
  return hub;
}

async function ask(path: string, body?: object) {
  const method = body === undefined ? 'GET' : 'POST';
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return call(hub?.url ?? '', site, { method, path, as: kiosk(), ...text });
}

const push = () => {
  const event = store.record(payloads.attempt('a', 'right'), site.learner);
  return ask('/events-0001/_bulk_docs', { docs: [event], new_edits: false });
};

async function receipted(): Promise<number> {
  const asked = { store: store.id, lastSeq: store.lastSeq, waiting: 0, appVersion: '0' };
  const { body } = await ask('/v1/receipt', asked);
  return receiptSchema.parse(JSON.parse(body)).contiguousSeq;
}

describe('[CDB1] a hub over CouchDB', () => {
  it('[CDB7] answers 503 while CouchDB is away, and goes on by itself', async () => {
    const running = await start();
    expect((await push()).status).toBe(201);
    gate.shut();
    expect((await push()).status).toBe(503);
    expect(await healthOf(running, site)).toMatchObject({ ok: false });
    gate.open();
    await expect.poll(async () => (await healthOf(running, site)).ok).toBe(true);
    store = new TestStore(kiosk(), {
      random: seededRandomness(6),
      keyOf: (learner) => keyIn(site.keyring, learner),
    });
    expect((await push()).status).toBe(201);
    expect(await receipted()).toBe(1);
    expect(damage).toEqual([]);
  });

  it('[CDB3] lets nobody in but its own account', async () => {
    await start();
    const { prefix } = await place();
    const { url } = couchAccount();
    for (const name of ['events-0001', 'quarantine']) {
      expect((await fetch(new URL(prefix + name, url))).status).toBe(401);
    }
  });

  it('[CDB6] [HUB4] gives away nothing of CouchDB, and takes no sequence it never gave', async () => {
    const { hub: running } = await start();
    const path = `/directory-${running.site.generation}`;
    const info = await ask(path);
    expect(Object.keys(JSON.parse(info.body)).sort()).toEqual(
      ['db_name', 'doc_count', 'instance_start_time', 'update_seq'].sort(),
    );
    expect(JSON.stringify(info)).not.toMatch(/couch|erlang|rean-[0-9a-f]{12}/i);
    for (const since of ['5', '2-g1AAAACTeJzL', '2-g1AAAACTeJzL.AAAAAAAAAAAAAAAAAAAAAA']) {
      expect((await ask(`${path}/_changes?since=${since}`)).status).toBe(400);
    }
    expect((await ask(`${path}/_changes?since=0`)).status).toBe(200);
  });

  it('[CDB5] does not start over databases that were made anew, and makes none that is gone', async () => {
    const { prefix } = await place();
    const behind = couchStorage(prefix);
    await behind.destroy('events-0001');
    await expect(start()).rejects.toMatchObject({ facts: { problem: 'missing' } });
    const anew = await behind.open('events-0001');
    await anew.put({ _id: 'something' });
    await expect(start()).rejects.toMatchObject({
      code: 'store.unopenable',
      facts: { database: 'events-0001', problem: 'replaced' },
    });
    await behind.close();
    await clearCouch(prefix);
    await expect(start()).rejects.toMatchObject({ facts: { problem: 'missing' } });
  });

  it('[CDB5] stops where CouchDB comes back with other databases', async () => {
    await start();
    expect((await push()).status).toBe(201);
    gate.shut();
    expect((await push()).status).toBe(503);
    const behind = couchStorage((await place()).prefix);
    await behind.destroy('events-0001');
    await behind.open('events-0001');
    await behind.close();
    gate.open();
    expect((await push()).status).toBe(503);
    expect(damage[0]).toMatchObject({ facts: { database: 'events-0001', problem: 'replaced' } });
  });
});
