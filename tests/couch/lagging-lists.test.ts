import { expect, it, onTestFinished } from 'vitest';
import { CouchClient } from '../../src/sync/store/couch/couch-client.ts';
import type { CouchAnswer, CouchRequest } from '../../src/sync/store/couch/couch-client.ts';
import { clearCouch, couchAccount, couchStorage, freshPrefix } from '../factories/couch-server.ts';

/** Lists are answered as they were when `lag` was called, as by a copy that has not heard of more. */
class LaggingLists extends CouchClient {
  readonly #kept = new Map<string, CouchAnswer>();
  #lags = false;

  lag(): void {
    this.#lags = true;
  }

  override async ask(request: CouchRequest): Promise<CouchAnswer> {
    if (!request.path.includes('/_all_docs')) return super.ask(request);
    const kept = this.#kept.get(request.path);
    if (this.#lags && kept !== undefined) return kept;
    const answer = await super.ask(request);
    this.#kept.set(request.path, answer);
    return answer;
  }
}

it('[CDB9] lists of a copy that lags have what was written, and nothing that was deleted', async () => {
  const client = new LaggingLists(couchAccount());
  const prefix = freshPrefix();
  const storage = couchStorage(prefix, { client });
  onTestFinished(async () => {
    await storage.close();
    await clearCouch(prefix);
  });
  const database = await storage.open('directory');
  const list = async () =>
    (await database.range({ from: 'a', to: 'z' })).map(({ _id, at }) => [_id, at]);
  const [first, second] = await database.putMany(['b', 'c', 'd'].map((_id) => ({ _id, at: 1 })));
  if (!first?.ok || !second?.ok) throw new Error('not written');
  expect(await list()).toHaveLength(3);
  client.lag();
  await database.putMany([
    { _id: 'a', at: 2 },
    { _id: 'b', _rev: first.rev, at: 2 },
    { _id: 'c', _rev: second.rev, _deleted: true },
  ]);
  expect(await list()).toEqual([
    ['a', 2],
    ['b', 2],
    ['d', 1],
  ]);
});
