import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { StoredDocument } from '../storage.ts';
import type { CouchAnswer, CouchRequest } from './couch-client.ts';
import { CouchDatabase } from './couch-database.ts';

const pushSchema = z.object({
  docs: z.array(z.looseObject({ _id: z.string(), _deleted: z.boolean().optional() })),
});

/** Two copies of a cluster: writes and single documents come from one, lists from another that lags. */
class LaggingCluster {
  readonly #held = new Map<string, StoredDocument>();
  #lists: readonly StoredDocument[] = [];
  single = 0;

  /** The copy that lists are read from has heard of everything now. */
  catchUp(): void {
    this.#lists = [...this.#held.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
  }

  ask = ({ method, path, body }: CouchRequest): Promise<CouchAnswer> => {
    const { pathname, searchParams } = new URL(path, 'http://couch');
    if (method === 'POST') return Promise.resolve({ status: 201, json: this.#write(body) });
    if (pathname === '/db/_all_docs') return Promise.resolve(this.#list(searchParams));
    this.single += 1;
    const found = this.#held.get(decodeURIComponent(pathname.slice('/db/'.length)));
    const gone = { error: 'not_found', reason: 'deleted' };
    return Promise.resolve({ status: found ? 200 : 404, json: found ?? gone });
  };

  #write(body: unknown): unknown {
    return pushSchema.parse(body).docs.map(({ _deleted = false, ...document }) => {
      const { _id } = document;
      const before = this.#held.get(_id)?._rev ?? '0-';
      const _rev = `${Number.parseInt(before, 10) + 1}-${'a'.repeat(32)}`;
      if (_deleted) this.#held.delete(_id);
      else this.#held.set(_id, { ...document, _rev });
      return { ok: true, id: _id, rev: _rev };
    });
  }

  #list(asked: URLSearchParams): CouchAnswer {
    const key = (name: string) => z.string().parse(JSON.parse(asked.get(name) ?? '""'));
    const limit = Number(asked.get('limit') ?? Number.MAX_SAFE_INTEGER);
    const isDescending = asked.get('descending') === 'true';
    const [from, to] = isDescending
      ? [key('endkey'), key('startkey')]
      : [key('startkey'), key('endkey')];
    const within = this.#lists.filter(({ _id }) => _id >= from && _id <= to);
    const rows = isDescending ? within.toReversed() : within;
    return { status: 200, json: { rows: rows.slice(0, limit).map((doc) => ({ doc })) } };
  }
}

function opened() {
  const cluster = new LaggingCluster();
  const database = new CouchDatabase({
    name: 'db',
    at: 'db',
    ask: cluster.ask,
    onCount: () => undefined,
    onClose: () => undefined,
  });
  const list = async (limit = 100, descending = false) => {
    const found = await database.range({ from: 'a', to: 'z', limit, descending });
    return found.map(({ _id, at }) => `${_id} ${String(at)}`);
  };
  return { cluster, database, list };
}

describe('[CDB9] a list from a copy that lags', () => {
  it('has what was written, in its place, and asks for no more than what lacks', async () => {
    const { cluster, database, list } = opened();
    await database.putMany(['b', 'd', 'f'].map((_id) => ({ _id, at: 1 })));
    cluster.catchUp();
    await database.putMany(['a', 'c', 'g'].map((_id) => ({ _id, at: 2 })));
    expect(await list()).toEqual(['a 2', 'b 1', 'c 2', 'd 1', 'f 1', 'g 2']);
    expect(cluster.single).toBe(3);
    cluster.catchUp();
    expect(await list()).toHaveLength(6);
    expect(cluster.single).toBe(3);
  });

  it('has the newest body, and nothing that was deleted', async () => {
    const { cluster, database, list } = opened();
    await database.putMany(['a', 'b', 'c'].map((_id) => ({ _id, at: 1 })));
    cluster.catchUp();
    await database.putMany([
      { _id: 'a', _rev: `1-${'a'.repeat(32)}`, at: 2 },
      { _id: 'b', _rev: `1-${'a'.repeat(32)}`, _deleted: true },
    ]);
    expect(await list()).toEqual(['a 2', 'c 1']);
  });

  it('comes in pages, from either end', async () => {
    const { cluster, database, list } = opened();
    await database.putMany(['b', 'd'].map((_id) => ({ _id, at: 1 })));
    cluster.catchUp();
    await database.putMany(['a', 'c', 'e'].map((_id) => ({ _id, at: 2 })));
    expect(await list(2)).toEqual(['a 2', 'b 1']);
    expect(await list(1, true)).toEqual(['e 2']);
    expect(await list(4, true)).toEqual(['e 2', 'd 1', 'c 2', 'b 1']);
  });
});
