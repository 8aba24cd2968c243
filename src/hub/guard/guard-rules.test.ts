import { describe, expect, it } from 'vitest';
import { stationIdSchema } from '../../shared/ids.ts';
import { bulkDocsSchema, firstRevisionsOnly, isPlain } from './bodies.ts';
import { permit } from './permit.ts';
import { isRefusal } from './refusal.ts';
import { readRoute } from './route.ts';

const station = stationIdSchema.parse('st-aaaaaaaa');
const generation = '0123456789abcdef';
const state = `state-${generation}`;
const databases = { push: new Set(['events-0001']), pull: new Set([state]) };

/** The status a request gets for what it asks: 0 when it may be served. */
function statusOf(method: string, url: string): number {
  const asked = readRoute(method, url);
  if (isRefusal(asked)) return asked.status;
  const { route } = asked;
  if (!('database' in route)) return 0;
  return permit(route, station, databases)?.status ?? 0;
}

describe('[HUB1] the guard lets through', () => {
  const served: [string, string][] = [
    ['GET', '/'],
    ['GET', '/healthz'],
    ['GET', '/v1/hello'],
    ['GET', '/v1/notice?generation=x'],
    ['POST', '/v1/receipt'],
    ['GET', '/events-0001'],
    ['GET', '/events-0001/'],
    ['GET', `/events-0001/st-aaaaaaaa%3A${generation}%3A000000000001`],
    ['POST', '/events-0001/_revs_diff'],
    ['POST', '/events-0001/_bulk_docs'],
    ['GET', '/events-0001/_local/abc.d%3D%3D'],
    ['PUT', '/events-0001/_local/abc.d%3D%3D'],
    ['GET', '/events-0001/_local/_bc.d%3D%3D'],
    ['PUT', '/events-0001/_local/_bc.d%3D%3D'],
    ['GET', `/${state}/_changes?since=0`],
    ['POST', `/${state}/_changes`],
    ['POST', `/${state}/_bulk_get?revs=true`],
    ['POST', `/${state}/_revs_diff`],
    ['GET', `/${state}/learner%3Aln-aaaaaaaaaaaa`],
    ['GET', '/v1/packs'],
    ['GET', '/v1/packs/org.rean.test/1.0.0/pack.json'],
    ['GET', `/v1/packs/blobs/${'a'.repeat(64)}`],
  ];
  it.each(served)('%s %s', (method, url) => expect(statusOf(method, url)).toBe(0));
});

describe('[HUB1] the guard refuses', () => {
  const refused: [number, string, string][] = [
    [412, 'PUT', '/events-0001'],
    [403, 'PUT', '/made-up'],
    [405, 'DELETE', '/events-0001'],
    [405, 'POST', '/events-0001'],
    [405, 'HEAD', '/events-0001'],
    [405, 'PUT', '/events-0001/doc'],
    [405, 'DELETE', '/events-0001/_local/x'],
    [405, 'COPY', '/events-0001/doc'],
    [403, 'GET', '/quarantine'],
    [403, 'GET', '/quarantine/_changes'],
    [404, 'GET', '/state-ffffffffffffffff'],
    [404, 'GET', '/events-0002'],
    [404, 'GET', '/_all_dbs'],
    [404, 'GET', '/_config'],
    [404, 'GET', '/_node/nonode@nohost/_config'],
    [404, 'GET', '/_utils'],
    [404, 'GET', '/_session'],
    [404, 'POST', '/_replicate'],
    [404, 'GET', '/__proto__'],
    [404, 'GET', '/events-0001/_all_docs'],
    [404, 'GET', '/events-0001/_design/a'],
    [404, 'GET', '/events-0001/_design%2Fa'],
    [404, 'GET', '/events-0001/_local%2Fa'],
    [404, 'GET', '/events-0001/a/attachment'],
    [404, 'POST', '/events-0001/_temp_view'],
    [404, 'POST', '/events-0001/_find'],
    [404, 'GET', '/events-0001/_security'],
    [404, 'GET', '/events-0001%2F..%2F_config'],
    [404, 'GET', '/events-0001/../_config'],
    [404, 'GET', '//events-0001'],
    [404, 'GET', '/EVENTS-0001'],
    [404, 'GET', '/v1'],
    [404, 'GET', '/v1/packs/org.rean.test/1.0.0/active.json'],
    [404, 'GET', '/v1/packs/org.rean.test/..%2F..%2Fx/pack.json'],
    [404, 'GET', '/v1/packs/blobs/..%2F..%2Ftrusted-keys.json'],
    [405, 'PUT', `/v1/packs/blobs/${'a'.repeat(64)}`],
    [404, 'GET', '/v1/'],
    [404, 'GET', '/v1/stations/x'],
    [405, 'POST', '/v1/hello'],
    [400, 'GET', '/%'],
    [400, 'GET', 'events-0001'],
    [400, 'OPTIONS', '*'],
    [400, 'GET', `/${'a'.repeat(5000)}`],
    [404, 'GET', '/events-0001/a%00b'],
    [403, 'GET', '/events-0001/_changes'],
    [403, 'POST', '/events-0001/_bulk_get'],
    [403, 'GET', `/events-0001/st-bbbbbbbb%3A${generation}%3A000000000001`],
    [403, 'POST', `/${state}/_bulk_docs`],
  ];
  it.each(refused)('with %i: %s %s', (status, method, url) =>
    expect(statusOf(method, url)).toBe(status),
  );
});

describe('[HUB3] a body of _bulk_docs', () => {
  const revision = { _rev: '1-abc', _revisions: { start: 1, ids: ['abc'] } };
  const accepts = (document: object, new_edits: unknown = false) => {
    const body = bulkDocsSchema.safeParse({ docs: [document], new_edits });
    return body.success && firstRevisionsOnly(body.data.docs) === null;
  };

  it('is a first revision carried as it is', () => {
    expect(accepts({ _id: 'a', ...revision, value: 1 })).toBe(true);
    expect(accepts({ _id: 'a', _rev: '1-abc' })).toBe(true);
  });

  const wrong: [string, object][] = [
    ['a design document', { _id: '_design/a', ...revision }],
    ['a local document', { _id: '_local/a', ...revision }],
    ['an attachment', { _id: 'a', ...revision, _attachments: {} }],
    ['a deletion', { _id: 'a', ...revision, _deleted: true }],
    ['no revision', { _id: 'a' }],
    ['a later revision', { _id: 'a', _rev: '2-abc' }],
    ['another history', { _id: 'a', ...revision, _rev: '1-abd' }],
    ['a longer history', { _id: 'a', _rev: '1-abc', _revisions: { start: 1, ids: ['abc', 'd'] } }],
    ['no id', revision],
  ];
  it.each(wrong)('is never %s', (_what, document) => expect(accepts(document)).toBe(false));

  it('makes no new edits', () => {
    expect(accepts({ _id: 'a', ...revision }, true)).toBe(false);
    expect(bulkDocsSchema.safeParse({ docs: [] }).success).toBe(false);
  });

  it('is nested no deeper than ours are, and hides nothing in a prototype', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(isPlain({ deep })).toBe(false);
    expect(isPlain(JSON.parse('{"a":{"__proto__":{"b":1}}}'))).toBe(false);
    expect(isPlain({ a: [{ b: { c: [1, 2, 'x', null] } }] })).toBe(true);
  });
});
