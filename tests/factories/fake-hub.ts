import { Subject, firstValueFrom, race, take, timer } from 'rxjs';
import type { Generation, Segment } from '../../src/shared/ids.ts';
import { generationSchema, segmentSchema, siteIdSchema } from '../../src/shared/ids.ts';
import { openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { Database, Storage, StoredDocument } from '../../src/sync/store/storage.ts';
import type { HubRequest, HubResponse, Transport } from '../../src/sync/transport/transport.ts';
import { testStation } from './station-identity.ts';

export const generationA = generationSchema.parse('a'.repeat(16));
export const generationB = generationSchema.parse('b'.repeat(16));

const auditStart = '0'.repeat(64);
const longpollMs = 25;

type Handler = (request: HubRequest, body: string) => Promise<unknown>;

/**
 * A hub as far as a station can see it, in memory: takes events, gives receipts, serves what a test
 * puts into its databases. Folds nothing and checks nothing.
 */
export class FakeHub implements Transport {
  readonly storage: Storage = openMemoryStorage();
  /** `method path` of every request, in order. */
  readonly requests: string[] = [];
  generation: Generation = generationA;
  segments: readonly Segment[] = [segmentSchema.parse('events-0001')];
  keyring = 1;
  auditHead = auditStart;
  /** Answers every request with this instead, while it is set. */
  instead: ((request: HubRequest) => Promise<HubResponse> | null) | null = null;
  /** The receipts say this much less than is there. */
  receiptsLagBy = 0;
  /** What of a store the receipts call folded, and backed up, at most; null: they don't say. */
  foldedUpTo: number | null = null;
  backedUpTo: number | null = null;
  readonly #moved = new Subject<void>();

  async send(request: HubRequest): Promise<HubResponse> {
    this.requests.push(`${request.method} ${request.path.split('?')[0]}`);
    const instead = this.instead?.(request);
    if (instead) return instead;
    const answer = await this.#route(request);
    if (answer === null) return { status: 404, text: '{"error":"not_found","reason":"missing"}' };
    return { status: 200, text: JSON.stringify(answer) };
  }

  close(): void {}

  /** Puts documents into one of the present generation's databases, and tells those who wait. */
  async publish(
    name: 'directory' | 'journal' | 'state',
    ...documents: readonly { readonly _id: string; readonly [member: string]: unknown }[]
  ): Promise<void> {
    const database = await this.#open(`${name}-${this.generation}`);
    for (const document of documents) {
      const held = await database.get(document._id);
      await database.put({ ...document, ...(held ? { _rev: held._rev } : {}) });
    }
    this.#moved.next();
  }

  /** Begins another generation, as after a restore. */
  async beginGeneration(generation: Generation): Promise<void> {
    this.generation = generation;
    this.#moved.next();
    await Promise.all(
      ['directory', 'journal', 'state'].map((name) => this.#open(`${name}-${generation}`)),
    );
  }

  announce(): void {
    this.#moved.next();
  }

  /** Every event held, by id. */
  async events(): Promise<readonly StoredDocument[]> {
    const found = await Promise.all(
      this.segments.map(async (segment) => {
        return (await this.#open(segment)).range({ from: 'st-', to: 'st-~' });
      }),
    );
    return found.flat();
  }

  #open(name: string): Promise<Database> {
    return this.storage.open(name);
  }

  async #route(request: HubRequest): Promise<unknown> {
    const { pathname, searchParams } = new URL(request.path, 'https://hub.invalid');
    const handler = this.#api(pathname, searchParams) ?? this.#database(pathname, searchParams);
    return handler ? handler(request, request.body ?? '') : null;
  }

  #api(path: string, search: URLSearchParams): Handler | null {
    const api: Readonly<Record<string, Handler>> = {
      '/v1/hello': () => Promise.resolve(this.#hello()),
      '/v1/notice': () => this.#notice(search),
      '/v1/receipt': (_request, body) => this.#receipt(JSON.parse(body)),
      '/v1/keyring': () => Promise.resolve(this.#keyring()),
    };
    return api[path] ?? null;
  }

  #hello() {
    return {
      site: siteIdSchema.parse('site-abcdefgh'),
      name: { km: 'សាកល្បង' },
      station: testStation,
      kind: 'kiosk',
      generation: this.generation,
      segments: this.segments,
      ...this.#time(),
    };
  }

  #time() {
    return { hubWallMs: 1_000_000, labDay: { date: '2026-11-21', sure: true } };
  }

  #keyring() {
    const wrapped = { v: 1, station: testStation, ephemeral: '', sealed: '' };
    return { keyring: this.keyring, wrapped };
  }

  async #receipt({ store }: { readonly store: string }) {
    const seqs = (await this.events())
      .filter(({ _id }) => _id.includes(`:${store}:`))
      .map(({ _id }) => Number(_id.split(':')[2]))
      .sort((a, b) => a - b);
    const gap = seqs.findIndex((seq, index) => seq !== index + 1);
    const contiguous = gap === -1 ? seqs.length : gap;
    const contiguousSeq = Math.max(0, contiguous - this.receiptsLagBy);
    const { generation, auditHead, foldedUpTo, backedUpTo } = this;
    const folded = foldedUpTo === null ? {} : { foldedSeq: Math.min(foldedUpTo, contiguousSeq) };
    const backed = backedUpTo === null ? {} : { backedUpSeq: Math.min(backedUpTo, contiguousSeq) };
    const receipt = { v: 1, station: testStation, store, contiguousSeq, generation, auditHead };
    return { ...receipt, ...folded, ...backed, ...this.#time() };
  }

  async #notice(search: URLSearchParams) {
    const isNews = async () => {
      const seqs = await this.#seqs();
      const moved = Object.entries(seqs).some(
        ([name, seq]) => Number(seq) > Number(search.get(name)),
      );
      return moved || search.get('generation') !== this.generation;
    };
    if (!(await isNews())) {
      await firstValueFrom(race(this.#moved.pipe(take(1)), timer(longpollMs)));
    }
    return { generation: this.generation, ...(await this.#seqs()), keyring: this.keyring };
  }

  async #seqs() {
    const seqOf = async (name: string) =>
      (await (await this.#open(`${name}-${this.generation}`)).info()).updateSeq;
    return {
      directory: await seqOf('directory'),
      state: await seqOf('state'),
      journal: await seqOf('journal'),
    };
  }

  #database(path: string, search: URLSearchParams): Handler | null {
    const [, name = '', route = ''] = path.split('/');
    const known = [
      ...this.segments,
      ...['directory', 'journal', 'state'].map((each) => `${each}-${this.generation}`),
    ];
    if (!known.includes(name)) return null;
    const routes: Readonly<Record<string, Handler>> = {
      _bulk_docs: (_request, body) => this.#bulkDocs(name, JSON.parse(body)),
      _bulk_get: (_request, body) => this.#bulkGet(name, JSON.parse(body)),
      _changes: () => this.#changes(name, search),
      _revs_diff: (_request, body) => this.#revsDiff(name, JSON.parse(body)),
    };
    return routes[route] ?? null;
  }

  async #bulkDocs(name: string, { docs }: { readonly docs: readonly StoredDocument[] }) {
    await (await this.#open(name)).carry(docs);
    return [];
  }

  async #revsDiff(name: string, asked: Readonly<Record<string, readonly string[]>>) {
    const database = await this.#open(name);
    const lacking = Object.entries(asked).map(async ([id, revs]) => {
      const held = (await database.leavesOf(id)).map(({ _rev }) => _rev);
      const missing = revs.filter((rev) => !held.includes(rev));
      return missing.length === 0 ? [] : [[id, { missing }] as const];
    });
    return Object.fromEntries((await Promise.all(lacking)).flat());
  }

  async #bulkGet(name: string, body: { docs: readonly { id: string; rev: string }[] }) {
    const asked = body.docs.map(({ id, rev }) => ({ id, rev, seq: 0, deleted: false }));
    const found = await (await this.#open(name)).fetchForCarrying(asked);
    return { results: found.map((document) => ({ docs: [{ ok: document }] })) };
  }

  async #changes(name: string, search: URLSearchParams) {
    const limit = Number(search.get('limit'));
    const since = Number(search.get('since'));
    const { changes, lastSeq } = await (await this.#open(name)).changes({ since, limit });
    const results = changes.map(({ id, seq, rev, deleted }) => ({
      id,
      seq,
      changes: [{ rev }],
      deleted,
    }));
    return { results, last_seq: lastSeq };
  }
}
