import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import { payloads } from '../factories/events.ts';
import { makeTlsSite } from '../factories/site-tls.ts';
import { healthOf, makeDiskSite, runHub } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { localDatabase, remoteDatabase } from '../factories/stock-pouchdb.ts';
import type { Remote, StockDatabase } from '../factories/stock-pouchdb.ts';
import { TestStore, keyIn } from '../factories/test-store.ts';

let site: DiskSite;
let hub: StartedHub;
let local: StockDatabase;

beforeAll(async () => {
  site = await makeDiskSite(11);
  hub = await runHub(site);
});
afterAll(async () => {
  await hub.close();
  await site.remove();
});
beforeEach(() => {
  local = localDatabase();
});
afterEach(() => local.destroy());

function station(index = 0): StationConfig {
  const found = site.stations[index];
  if (!found) throw new Error('no station');
  return found;
}

function remote(name: string, shown: Remote['shown'] = station().tls) {
  return remoteDatabase(name, { url: hub.url, ca: site.ca, shown });
}

const pulled = (family: string) => `${family}-${hub.hub.site.generation}`;

function storeOf(config: StationConfig) {
  const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
  return new TestStore(config, { random: seededRandomness(5), keyOf });
}

/** The status a refused client learns; 0 when it was not refused. */
function refusal(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => 0,
    (error: unknown) => Reflect.get(Object(error), 'status'),
  );
}

describe('a stock PouchDB 9 client with a station’s certificate', () => {
  it('[HUB3] pushes events, and pulls what the hub folds of them', async () => {
    const store = storeOf(station());
    const events = [
      store.record(payloads.started(), site.learner),
      store.record(payloads.attempt('a', 'right'), site.learner),
    ];
    await local.bulkDocs(events, { new_edits: false });
    const pushed = await local.replicate.to(remote('events-0001'));
    expect(pushed).toMatchObject({ ok: true, docs_written: 2, doc_write_failures: 0 });
    await hub.hub.settled();

    const state = localDatabase();
    const result = await state.replicate.from(remote(pulled('state')));
    expect(result).toMatchObject({ ok: true, docs_written: 1 });
    const { _rev, ...document } = await state.get(`learner:${site.learner}`);
    const opened = openLearnerState(
      stateDocumentSchema.parse(document),
      keyIn(site.keyring, site.learner),
    );
    expect(opened).toMatchObject({ attempts: 1, right: 1 });
    await state.destroy();
  });

  it('pulls directory and journal whole, in both directions of a sync', async () => {
    for (const family of ['directory', 'journal']) {
      const database = localDatabase();
      const { push, pull } = await database.sync(remote(pulled(family)));
      expect([push.ok, pull.ok, push.docs_written]).toEqual([true, true, 0]);
      const { doc_count: held } = await database.info();
      expect(held).toBe((await remote(pulled(family)).info()).doc_count);
      expect(held).toBeGreaterThan(4);
      await database.destroy();
    }
  });

  it('keeps a checkpoint whatever its hash begins with', async () => {
    const target = remote(pulled('directory'));
    for (const id of ['_local/_bc.d==', '_local/.bcd==']) {
      await target.put({ _id: id, last_seq: 1 });
      expect(await target.get(id)).toMatchObject({ _id: id, last_seq: 1 });
    }
  });

  it('goes on from its checkpoint', async () => {
    const target = remote(pulled('directory'));
    await local.replicate.from(target);
    expect(await local.replicate.from(target)).toMatchObject({ ok: true, docs_written: 0 });
  });

  it('[SYN6] sees a live change as soon as it is folded', async () => {
    await local.replicate.from(remote(pulled('state')));
    const live = local.replicate.from(remote(pulled('state')), { live: true, retry: true });
    const changed = new Promise((resolve) => {
      live.on('change', resolve);
    });
    const store = storeOf(station(1));
    const source = localDatabase();
    await source.bulkDocs([store.record(payloads.started(), site.learner, 50)], {
      new_edits: false,
    });
    await source.replicate.to(remote('events-0001', station(1).tls));
    await changed;
    live.cancel();
    expect((await local.get(`learner:${site.learner}`))['lamport']).toBe(50);
    await source.destroy();
  });

  it('[HUB8] is told ok for what is no event; the hub holds it in quarantine', async () => {
    await local.put({ _id: 'shopping-list', rice: '2 kg' });
    const pushed = await local.replicate.to(remote('events-0001'));
    expect(pushed).toMatchObject({ ok: true, docs_written: 1 });
    await hub.hub.settled();
    expect(await healthOf(hub, site)).toMatchObject({ quarantined: 1 });
  });
});

describe('a stock PouchDB 9 client is refused', () => {
  it('[HUB2] without a certificate, or with one of another site, though it names a station here', async () => {
    const otherSite = await makeTlsSite();
    const wrong = [null, await otherSite.station(station().station), otherSite.hub];
    await local.put({ _id: 'note' });
    for (const shown of wrong) {
      expect(await refusal(local.replicate.to(remote('events-0001', shown)))).toBe(401);
      expect(await refusal(local.replicate.from(remote(pulled('state'), shown)))).toBe(401);
    }
    expect((await local.allDocs()).rows).toHaveLength(1);
  });

  it('[HUB2] outside its databases', async () => {
    for (const name of ['quarantine', 'secrets', '_users', '_replicator', 'new-one']) {
      expect(await refusal(local.replicate.from(remote(name)))).toBeGreaterThanOrEqual(403);
      expect(await refusal(local.replicate.to(remote(name)))).toBeGreaterThanOrEqual(403);
    }
  });

  it('[HUB3] when it pulls events, or writes where only the hub writes', async () => {
    expect(await refusal(local.replicate.from(remote('events-0001')))).toBe(403);
    await local.put({ _id: 'note' });
    for (const family of ['state', 'directory', 'journal']) {
      expect(await refusal(local.replicate.to(remote(pulled(family))))).toBe(403);
      expect(await refusal(remote(pulled(family)).put({ _id: 'note' }))).toBe(405);
    }
  });

  it('[HUB5] as a whole, when one document is a later revision', async () => {
    await local.put({ _id: 'note' });
    const note = await local.get('note');
    await local.put({ ...note, more: true });
    expect(await refusal(local.replicate.to(remote('events-0001')))).toBe(400);
  });
});
