import * as z from 'zod';
import { ReanError, isReanError } from '../../../shared/errors.ts';
import { sequenceSchema } from '../../../shared/sequence.ts';
import type { Databases } from '../storage.ts';
import type { CouchAnswer, CouchClient, CouchRequest } from './couch-client.ts';
import { CouchDatabase } from './couch-database.ts';
import { couchFailure, isDatabaseGone, saidIn } from './couch-failure.ts';
import { couchPath } from './couch-paths.ts';

/** Revisions remembered of each document, as in LevelDB (ADR 3). */
const revisions = 20;

/** No client can name this: ids that begin with _ stop at the guard. */
const markName = '_rean';

const databaseName = /^[a-z][a-z0-9-]{0,63}$/;

/** Databases that only ever grow. */
const growing = /^(events|journal)-/;

const identitySchema = z.object({
  doc_count: z.number(),
  update_seq: sequenceSchema,
  /** When it was created; '0' before CouchDB 3.3. */
  instance_start_time: z.string().catch('0'),
});

const markSchema = z.looseObject({ epoch: z.string() });
const writtenSchema = z.object({ ok: z.literal(true) });
const whomSchema = z.looseObject({ names: z.array(z.string()), roles: z.array(z.string()) });
const grantedSchema = z.looseObject({ admins: whomSchema, members: whomSchema });

/** How a database was found: another creation, epoch, or fewer documents, is another database. */
export interface Identity {
  readonly created: string;
  /** What this hub last wrote into it; null for none. */
  readonly epoch: string | null;
  readonly documents: number;
}

export interface CouchStorageOptions {
  readonly client: CouchClient;
  /** Who alone may read the databases, beside CouchDB's own administrators. */
  readonly user: string;
  /** Before every database's name, so that sites can share a CouchDB. */
  readonly prefix: string;
  /** Written into each database that is made; none is where there is nothing to tell apart. */
  readonly epoch?: string | undefined;
  /** Told, before anybody is answered, of a database that is gone, or another than it was. */
  readonly onDamage?: ((damage: ReanError) => void) | undefined;
}

/** Databases in a CouchDB 3 ([CDB1]). */
export class CouchStorage implements Databases {
  readonly #options: CouchStorageOptions;
  readonly #open = new Map<string, Promise<CouchDatabase>>();
  readonly #known = new Map<string, Identity>();
  /** CouchDB did not answer: it may be another one that answers next. */
  #doubt = false;
  #closed = false;
  #assuring: Promise<void> | null = null;

  constructor(options: CouchStorageOptions) {
    this.#options = options;
  }

  open(name: string): Promise<CouchDatabase> {
    if (!databaseName.test(name)) throw new ReanError('shape.invalid', { database: name });
    const held = this.#open.get(name);
    if (held) return held;
    if (this.#closed) return Promise.reject(new ReanError('store.closed', { database: name }));
    const opening = this.#reallyOpen(name);
    this.#open.set(name, opening);
    opening.catch(() => this.#open.delete(name));
    return opening;
  }

  async list(): Promise<readonly string[]> {
    const { prefix } = this.#options;
    const [startkey, endkey] = [prefix, `${prefix}\ufff0`].map((key) => JSON.stringify(key));
    const path = couchPath('_all_dbs', [], { startkey, endkey });
    const names = z.array(z.string()).parse(await this.#success({ method: 'GET', path }));
    return names
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length))
      .filter((name) => databaseName.test(name))
      .sort();
  }

  async destroy(name: string): Promise<void> {
    await (await this.#open.get(name)?.catch(() => null))?.close();
    this.#known.delete(name);
    const answer = await this.#ask({ method: 'DELETE', path: couchPath(this.#at(name)) });
    if (answer.status === 404 || answer.status === 200 || answer.status === 202) return;
    throw couchFailure(answer, { database: name });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const opened = await Promise.allSettled(this.#open.values());
    for (const each of opened) if (each.status === 'fulfilled') await each.value.close();
    this.#options.client.close();
  }

  /** How a database is found now. */
  async identify(name: string): Promise<Identity> {
    const at = this.#at(name);
    const info = identitySchema.parse(await this.#raw({ method: 'GET', path: couchPath(at) }));
    const path = couchPath(at, ['_local', markName]);
    const answer = await this.#options.client.ask({ method: 'GET', path });
    const held = answer.status === 404 ? null : markSchema.parse(this.#parsed(answer));
    return {
      created: info.instance_start_time,
      epoch: held?.epoch ?? null,
      documents: info.doc_count,
    };
  }

  /** Writes an epoch into a database; it is known by that from now on. */
  async mark(name: string, epoch: string): Promise<void> {
    const path = couchPath(this.#at(name), ['_local', markName]);
    const held = await this.#options.client.ask({ method: 'GET', path });
    const _rev = z.looseObject({ _rev: z.string() }).safeParse(held.json).data?._rev;
    writtenSchema.parse(await this.#success({ method: 'PUT', path, body: { epoch, _rev } }));
    this.#known.set(name, await this.identify(name));
  }

  async #reallyOpen(name: string): Promise<CouchDatabase> {
    const at = this.#at(name);
    const found = await this.#ask({ method: 'GET', path: couchPath(at) });
    const isNew = isDatabaseGone(found);
    if (isNew) await this.#create(at);
    else this.#parsed(found);
    await this.#settle(at);
    const { epoch } = this.#options;
    if (isNew && epoch !== undefined) await this.mark(name, epoch);
    else this.#known.set(name, await this.identify(name));
    const ask = (request: CouchRequest) => this.#askOf(name, request);
    const onCount = (documents: number) => this.#count(name, documents);
    return new CouchDatabase({ name, at, ask, onCount, onClose: () => this.#open.delete(name) });
  }

  async #create(at: string): Promise<void> {
    const answer = await this.#ask({ method: 'PUT', path: couchPath(at) });
    const there = saidIn(answer.json).error === 'file_exists';
    if (answer.status !== 201 && !there) throw couchFailure(answer, { database: at });
  }

  /** Who may read it, and how many revisions are kept: looked at each time, as set-up may be cut off. */
  async #settle(at: string): Promise<void> {
    const { user } = this.#options;
    const path = couchPath(at, ['_security']);
    const granted = grantedSchema.safeParse(await this.#success({ method: 'GET', path }));
    const whom = [granted.data?.admins, granted.data?.members];
    if (whom.some((each) => String(each?.names) !== user || each?.roles.length !== 0)) {
      const only = { names: [user], roles: [] };
      await this.#success({ method: 'PUT', path, body: { admins: only, members: only } });
    }
    const limit = couchPath(at, ['_revs_limit']);
    if ((await this.#success({ method: 'GET', path: limit })) === revisions) return;
    await this.#success({ method: 'PUT', path: limit, body: revisions });
  }

  async #askOf(name: string, request: CouchRequest): Promise<CouchAnswer> {
    const answer = await this.#ask(request);
    if (isDatabaseGone(answer)) this.#tell(couchFailure(answer, { database: name }));
    return answer;
  }

  async #ask(request: CouchRequest): Promise<CouchAnswer> {
    if (this.#doubt) await this.#assure();
    try {
      return await this.#options.client.ask(request);
    } catch (error) {
      if (request.signal?.aborted !== true) this.#doubt = true;
      throw error;
    }
  }

  /** After an outage: the same databases as before, with all that was in them ([CDB5]). */
  #assure(): Promise<void> {
    this.#assuring ??= this.#lookAtAll().finally(() => (this.#assuring = null));
    return this.#assuring;
  }

  async #lookAtAll(): Promise<void> {
    for (const [name, before] of this.#known) {
      const now = await this.identify(name).catch((error: unknown) => {
        if (isReanError(error, 'store.unopenable')) this.#tell(error);
        throw error;
      });
      if (!isSame(name, before, now)) throw this.#tell(replaced(name));
      this.#known.set(name, now);
    }
    this.#doubt = false;
  }

  #count(name: string, documents: number): void {
    const known = this.#known.get(name);
    if (known) this.#known.set(name, { ...known, documents });
  }

  #tell(damage: ReanError): ReanError {
    this.#options.onDamage?.(damage);
    return damage;
  }

  #at(name: string): string {
    return this.#options.prefix + name;
  }

  async #success(request: CouchRequest): Promise<unknown> {
    return this.#parsed(await this.#ask(request));
  }

  /** As `#success`, for use while in doubt. */
  async #raw(request: CouchRequest): Promise<unknown> {
    return this.#parsed(await this.#options.client.ask(request));
  }

  #parsed(answer: CouchAnswer): unknown {
    if (answer.status === 200 || answer.status === 201) return answer.json;
    throw couchFailure(answer, { place: this.#options.client.place });
  }
}

/** What was restored or made anew behind the hub's back. */
export function replaced(database: string): ReanError {
  return new ReanError('store.unopenable', { database, problem: 'replaced' });
}

function isSame(name: string, before: Identity, now: Identity): boolean {
  const { created, epoch, documents } = before;
  return (
    created === now.created &&
    epoch === now.epoch &&
    (!growing.test(name) || documents <= now.documents)
  );
}
