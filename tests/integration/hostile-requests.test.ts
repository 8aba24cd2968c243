import { connect as connectTcp } from 'node:net';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import { hubErrorSchema } from '../../src/shared/contracts/hub-api.ts';
import { payloads } from '../factories/events.ts';
import { call, healthOf, makeDiskSite, runHub } from '../factories/https-hub.ts';
import type { DiskSite, RawAnswer, RawCall } from '../factories/https-hub.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { TestStore, keyIn } from '../factories/test-store.ts';

let site: DiskSite;
let hub: StartedHub;

beforeAll(async () => {
  site = await makeDiskSite(12);
  hub = await runHub(site);
});
afterAll(async () => {
  await hub.close();
  await site.remove();
});

function station() {
  const [first] = site.stations;
  if (!first) throw new Error('no station');
  return first;
}

const seed = 20261122;
const random = seededRandomness(seed);
const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
  values[Math.floor(random.fraction() * values.length)] ?? values[0];
const junk = () => Buffer.from(random.bytes(Math.floor(random.fraction() * 40))).toString('latin1');

const methods = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'PATCH',
  'COPY',
  'OPTIONS',
  'MOVE',
] as const;
const queries = [
  '',
  '?since=now',
  '?since=-1',
  '?since=%7B%7D',
  '?limit=0',
  '?limit=1e9',
  '?feed=continuous',
  '?feed=longpoll&timeout=1',
  '?feed=eventsource',
  '?filter=_view&view=a/b',
  '?filter=_selector',
  '?open_revs=all',
  '?open_revs=[1]',
  '?open_revs=%5B%22x%22%5D',
  '?rev=1-a',
  '?rev=__proto__',
  '?attachments=true&include_docs=true',
  '?revs=true&revs=false',
  '?__proto__=1&constructor=2',
  '?doc_ids=%5B1%5D',
  '?heartbeat=0',
  '?batch=ok&new_edits=true',
] as const;
const bodies = [
  '',
  'null',
  '[]',
  '0',
  '"text"',
  '{',
  '{"docs":null}',
  '{"docs":{}}',
  '{"docs":[null]}',
  '{"docs":[{"_id":1}],"new_edits":false}',
  '{"docs":[{"_id":"a"}]}',
  '{"docs":[{"_id":"_design/a","_rev":"1-a","views":{"a":{"map":"function(){while(1);}"}}}],"new_edits":false}',
  '{"docs":[{"_id":"a","_rev":"1-a","_attachments":{"x":{"data":"!!"}}}],"new_edits":false}',
  '{"docs":[{"_id":"a","_rev":"x","_revisions":{"start":"a","ids":null}}],"new_edits":false}',
  '{"docs":[{"id":"a","rev":{}}]}',
  '{"docs":[{"id":["a"]}]}',
  '{"a":"b"}',
  '{"a":[{}]}',
  '{"a":["0-0","1","--"]}',
  '{"__proto__":["1-a"]}',
  '{"selector":{"a":{"$regex":"(a+)+$"}}}',
  '{"doc_ids":"all"}',
  '{"_id":"_local/other","_rev":"7","_attachments":{}}',
  '{"_rev":{"a":1}}',
  `{"docs":[{"_id":"deep","_rev":"1-a","v":${'['.repeat(60_000)}${']'.repeat(60_000)}}],"new_edits":false}`,
  '{"_id":"\\ud800"}',
] as const;

function hostilePath(): string {
  const { generation } = hub.hub.site;
  const database = pick([
    'events-0001',
    `state-${generation}`,
    `directory-${generation}`,
    `journal-${generation}`,
    'quarantine',
    '_users',
    '..',
    '%2e%2e',
    'constructor',
    '__proto__',
    encodeURIComponent(junk()),
  ]);
  const rest = pick([
    '',
    '/',
    '/_all_docs',
    '/_bulk_docs',
    '/_bulk_get',
    '/_changes',
    '/_compact',
    '/_design/a/_view/b',
    '/_ensure_full_commit',
    '/_find',
    '/_local/a',
    '/_local/a%2Fb',
    '/_local/__proto__',
    '/_missing_revs',
    '/_revs_diff',
    '/_security',
    '/_temp_view',
    '/site',
    '/site/attachment',
    '/null',
    '/undefined',
    '/%00',
    '/%ff',
    '/%ED%A0%80',
    `/${encodeURIComponent(junk())}`,
  ]);
  const special = pick([
    '/_all_dbs',
    '/_config',
    '/_node/nonode@nohost/_config/admins/a',
    '/_replicate',
    '/_session',
    '/_utils/',
    '/_uuids?count=1000000000',
    '/_log',
    '/_db_updates',
    '/_active_tasks',
    '/v1/notice?generation=x&directory=-1',
    '/v1/receipt',
    '/v1/keyring/../../_config',
    '/healthz/x',
    `/${encodeURIComponent(junk())}`,
  ]);
  return random.fraction() < 0.15 ? special : `/${database}${rest}${pick(queries)}`;
}

function hostileCall(): RawCall {
  const method = pick(methods);
  const type = pick(['application/json', 'multipart/related; boundary=x', 'text/plain', 'a/b; c']);
  const headers: Record<string, string> = { 'content-type': type };
  const as = station();
  if (random.fraction() < 0.1) headers['content-encoding'] = pick(['gzip', 'br', 'nonsense']);
  if (random.fraction() < 0.1) headers['accept'] = 'text/html';
  const path = hostilePath();
  return method === 'GET' || method === 'HEAD'
    ? { method, path, headers, as }
    : { method, path, headers, as, body: pick(bodies) };
}

/** Served, or refused with the hub's own words. */
function isProper({ method }: RawCall, { status, body }: RawAnswer): boolean {
  if (status < 400 || method === 'HEAD') return status < 500;
  return status < 500 && hubErrorSchema.safeParse(JSON.parse(body)).success;
}

function callAsNobody({ as: _as, ...asked }: RawCall): Promise<RawAnswer> {
  return call(hub.url, site, { ...asked, headers: {} });
}

describe('a hub under hostile requests', () => {
  it(`[HUB10] answers every one of them and goes on (seed ${seed})`, async () => {
    const unanswered: string[] = [];
    for (let count = 0; count < 1500; count += 1) {
      const asked = hostileCall();
      const answer = await call(hub.url, site, asked);
      if (!isProper(asked, answer)) unanswered.push(JSON.stringify([asked, answer]));
    }
    expect(unanswered).toEqual([]);
    expect(await healthOf(hub, site)).toMatchObject({ ok: true });
  });

  it('[HUB10] goes on when asked for the latest of revisions that are not there', async () => {
    const directory = `/directory-${hub.hub.site.generation}`;
    const as = station();
    for (const rev of ['1-a', '2-a', `1-${'a'.repeat(32)}`]) {
      const body = JSON.stringify({ docs: [{ id: 'site', rev }] });
      const path = `${directory}/_bulk_get?revs=true&latest=true`;
      const answer = await call(hub.url, site, { method: 'POST', path, as, body });
      // PouchDB says `missing`, CouchDB `error`.
      const missing = expect.not.objectContaining({ ok: expect.anything() });
      expect(JSON.parse(answer.body)).toEqual({ results: [{ id: 'site', docs: [missing] }] });
      for (const query of [`rev=${rev}`, `open_revs=["${rev}"]`]) {
        const asked = `${directory}/site?${encodeURI(query)}&latest=true`;
        expect((await call(hub.url, site, { path: asked, as })).status).toBeLessThan(500);
      }
    }
    expect(await healthOf(hub, site)).toMatchObject({ ok: true });
  });

  it('[HUB2] tells nobody without a certificate more than that it is well', async () => {
    for (let count = 0; count < 200; count += 1) {
      const answer = await callAsNobody(hostileCall());
      expect([401, 429]).toContain(answer.status);
    }
  });

  it('[IDN5] still serves a station at an address that others knock from', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 40; count += 1) {
      statuses.push((await call(hub.url, site, { path: '/v1/hello' })).status);
    }
    expect(statuses).toContain(429);
    const as = station();
    expect((await call(hub.url, site, { path: '/v1/hello', as })).status).toBe(200);
  });

  it('[HUB5] says what a body may measure, and reads no more than that', async () => {
    const as = station();
    const path = '/events-0001/_local/a';
    const body = JSON.stringify({ filler: 'x'.repeat(100_000) });
    const answer = await call(hub.url, site, { method: 'PUT', path, as, body });
    expect([answer.status, hubErrorSchema.parse(JSON.parse(answer.body)).error]).toEqual([
      413,
      'too_large',
    ]);
  });

  it('[HUB4] lets no answer be cached', async () => {
    for (const path of ['/healthz', '/', '/events-0001', '/nothing', '/v1/hello']) {
      const answer = await call(hub.url, site, { path, as: station() });
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['x-powered-by']).toBeUndefined();
    }
  });

  it('[HUB10] hangs up on what is no HTTP, and on plain HTTP', async () => {
    const { hostname, port } = new URL(hub.url);
    const said = await new Promise<string>((resolve) => {
      const socket = connect({ host: hostname, port: Number(port), ca: site.ca });
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('close', () => resolve(text));
      socket.write(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`);
    });
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    await new Promise<void>((resolve) => {
      const socket = connectTcp(Number(port), hostname);
      socket.on('error', () => resolve());
      socket.on('close', () => resolve());
      socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    });
    expect(await healthOf(hub, site)).toMatchObject({ ok: true });
  });

  it('still takes events and gives receipts for them afterwards', async () => {
    const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
    const store = new TestStore(station(), { random, keyOf });
    const docs = [store.record(payloads.started(), site.learner)];
    const as = station();
    const body = JSON.stringify({ docs, new_edits: false });
    const path = '/events-0001/_bulk_docs';
    expect((await call(hub.url, site, { method: 'POST', path, as, body })).status).toBe(201);
    const receipt = JSON.stringify({ store: store.id, lastSeq: 1, waiting: 1, appVersion: '0' });
    const asked = { method: 'POST', path: '/v1/receipt', as, body: receipt };
    const answer = await call(hub.url, site, asked);
    expect(JSON.parse(answer.body)).toMatchObject({ contiguousSeq: 1 });
  });
});
