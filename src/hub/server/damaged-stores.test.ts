import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { garbleTables } from '../../../tests/factories/garble-tables.ts';
import { call, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { TestStore, keyIn } from '../../../tests/factories/test-store.ts';
import type { ReanError } from '../../shared/errors.ts';

let site: DiskSite;

beforeEach(async () => {
  site = await makeDiskSite(31);
}, 60_000);
afterEach(() => site.remove());

/** Events pushed and folded, and every store closed twice: LevelDB makes tables when it opens. */
async function fill(): Promise<{ readonly store: TestStore; readonly generation: string }> {
  const [station] = site.stations;
  if (!station) throw new Error('no station');
  const random = seededRandomness(3);
  const store = new TestStore(station, { random, keyOf: (one) => keyIn(site.keyring, one) });
  const docs = Array.from({ length: 5 }, () => store.record(payloads.started(), site.learner));
  const hub = await runHub(site);
  const as = station;
  const body = JSON.stringify({ docs, new_edits: false });
  await call(hub.url, site, {
    method: 'POST',
    path: '/events-0001/_bulk_docs',
    as,
    body,
  });
  await hub.hub.settled();
  const { generation } = hub.hub.site;
  await hub.close();
  await (await runHub(site)).close();
  return { store, generation };
}

describe('[HUB12] a hub one of whose stores turns out damaged while it is read', () => {
  it('tells of it before it answers a station with less than there is', async () => {
    const { store, generation } = await fill();
    expect(await garbleTables(join(site.folder, 'db', `state-${generation}`))).toBeGreaterThan(0);
    const told: ReanError[] = [];
    const hub = await runHub(site, { onDamage: (damage) => told.push(damage) }).catch(() => null);
    const as = store.station;
    const path = `/state-${generation}/_changes`;
    if (hub) void call(hub.url, site, { path, as }).catch(() => undefined);
    await vi.waitUntil(() => told.length > 0);
    expect(told[0]).toMatchObject({
      code: 'store.unopenable',
      facts: { location: join(site.folder, 'db', `state-${generation}`) },
    });
    await hub?.close();
  });

  it('[FLD7] sets its index aside at once, so that the next start makes it anew', async () => {
    const { store } = await fill();
    await garbleTables(join(site.folder, 'index'));
    const told: string[] = [];
    const onDamage = ({ code }: ReanError) => void told.push(code);
    const broken = await runHub(site, { onDamage }).catch(() => null);
    await vi.waitUntil(() => told.length > 0);
    await broken?.close();
    expect(told[0]).toBe('store.unopenable');
    expect(await readdir(site.folder)).toContain('index.set-aside-1');

    const hub = await runHub(site);
    const as = store.station;
    const asked = { store: store.id, lastSeq: 5, waiting: 0, appVersion: '0' };
    const receipt = { method: 'POST', path: '/v1/receipt', as, body: JSON.stringify(asked) };
    const { body } = await call(hub.url, site, receipt);
    expect(JSON.parse(body)).toMatchObject({ contiguousSeq: 5 });
    await hub.close();
  });
});
