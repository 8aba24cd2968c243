import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { call, healthOf, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { TestStore, keyIn } from '../../../tests/factories/test-store.ts';
import type { StartedHub } from './start-hub.ts';

let site: DiskSite;

beforeAll(async () => {
  site = await makeDiskSite(21);
}, 60_000);
afterAll(() => site.remove());

function makeStore(seed: number): TestStore {
  const [station] = site.stations;
  if (!station) throw new Error('no station');
  const random = seededRandomness(seed);
  return new TestStore(station, { random, keyOf: (learner) => keyIn(site.keyring, learner) });
}

async function post(hub: StartedHub, store: TestStore, path: string, body: object) {
  const as = store.station;
  const asked = { method: 'POST', path, as, body: JSON.stringify(body) };
  return JSON.parse((await call(hub.url, site, asked)).body);
}

describe('[FLD7] a hub whose index is damaged', () => {
  it('sets it aside, and has everything again from the events', async () => {
    const store = makeStore(3);
    const docs = [
      store.record(payloads.started(), site.learner),
      store.record(payloads.attempt('a', 'right'), site.learner),
    ];
    let hub = await runHub(site);
    await post(hub, store, '/events-0001/_bulk_docs', { docs, new_edits: false });
    await hub.hub.settled();
    await hub.close();
    for (const name of await readdir(join(site.folder, 'index'))) {
      if (/^(MANIFEST|CURRENT)/.test(name)) await writeFile(join(site.folder, 'index', name), 'x');
    }

    hub = await runHub(site);
    const asked = { store: store.id, lastSeq: 2, waiting: 0, appVersion: '0' };
    expect(await post(hub, store, '/v1/receipt', asked)).toMatchObject({ contiguousSeq: 2 });
    await hub.hub.settled();
    expect(await healthOf(hub, site)).toMatchObject({ ok: true, unfolded: 0, quarantined: 0 });
    await hub.close();
    expect(await readdir(site.folder)).toContain('index.set-aside-1');
  }, 60_000);
});

describe('[FLD7] a hub whose segment lost what was at its end', () => {
  it('takes back its word, and has everything again from the station', async () => {
    const store = makeStore(4);
    const docs = [
      store.record(payloads.started(), site.learner),
      store.record(payloads.attempt('a', 'right'), site.learner),
    ];
    const segment = join(site.folder, 'db', 'events-0001');
    const earlier = join(site.folder, 'earlier');
    const asked = { store: store.id, lastSeq: 2, waiting: 0, appVersion: '0' };
    const push = (hub: StartedHub, from: number, to: number) =>
      post(hub, store, '/events-0001/_bulk_docs', {
        docs: docs.slice(from, to),
        new_edits: false,
      });

    let hub = await runHub(site);
    await push(hub, 0, 1);
    await hub.hub.settled();
    await hub.close();
    await cp(segment, earlier, { recursive: true });
    hub = await runHub(site);
    await push(hub, 1, 2);
    await hub.hub.settled();
    expect(await post(hub, store, '/v1/receipt', asked)).toMatchObject({ contiguousSeq: 2 });
    await hub.close();
    await rm(segment, { recursive: true });
    await cp(earlier, segment, { recursive: true });

    hub = await runHub(site);
    expect(await post(hub, store, '/v1/receipt', asked)).toMatchObject({ contiguousSeq: 1 });
    await push(hub, 0, 2);
    expect(await post(hub, store, '/v1/receipt', asked)).toMatchObject({ contiguousSeq: 2 });
    await hub.hub.settled();
    expect(await healthOf(hub, site)).toMatchObject({ ok: true, unfolded: 0, quarantined: 0 });
    await hub.close();
  }, 60_000);
});

describe('[HUB12] a hub that lost a database', () => {
  it('does not start on an empty one in its place', async () => {
    await rm(join(site.folder, 'db', 'events-0001'), { recursive: true });
    const failure = { code: 'store.unopenable', facts: { problem: 'missing' } };
    await expect(runHub(site)).rejects.toMatchObject(failure);
    expect(await readdir(join(site.folder, 'db'))).not.toContain('events-0001');
  });
});
