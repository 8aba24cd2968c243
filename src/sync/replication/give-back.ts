import * as z from 'zod';
import { vectorSchema } from '../../shared/contracts/documents/state.ts';
import type { Keyring } from '../../shared/contracts/keyring.ts';
import { mostReturnedEntries, mostReturnedKeys } from '../../shared/contracts/recovery-api.ts';
import type { ReturnRequest } from '../../shared/contracts/recovery-api.ts';
import { isReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { canonicalHash } from '../envelope/canonical.ts';
import type { Database } from '../store/storage.ts';
import type { HubClient } from '../transport/hub-client.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { Replica } from './replicas.ts';

/** What a station can bring back of the keys. */
export interface HeldKeys {
  /** What its keyrings are wrapped to: X25519, raw 32 bytes, base64. */
  readonly wrappingKey: string;
  /** Keys and verifiers of those learners, as far as it has them. */
  learners(wanted: readonly LearnerId[]): Keyring['learners'];
}

export interface GiveBackParts {
  readonly hub: HubClient;
  readonly audit: AuditTrail;
  /** What was pulled of the generation before; null for a fresh station. */
  readonly former: Replica | null;
  readonly heldKeys?: HeldKeys;
  readonly logger: Log;
}

const statePage = 200;
const noKeys: HeldKeys = { wrappingKey: '', learners: () => [] };

/**
 * Brings a hub of a new generation what this station holds of the one before: the journal's entries
 * that the hub lacks, keys of learners they enrol, and how far events had been folded ([REC1]). To be
 * done before anything is pulled into the place of it.
 */
export async function giveBack(parts: GiveBackParts, signal: AbortSignal): Promise<void> {
  const { hub, audit, former, heldKeys = noKeys, logger } = parts;
  const window = await hub.recovery(signal);
  const journal = former && new FormerJournal(former.journal, logger);
  const head = (await journal?.head()) ?? null;
  if (head !== null) await audit.remember(head);
  if (window === null) return;
  const { wrappingKey } = heldKeys;
  const empty = { entries: [], keys: [], wrappingKey, folded: {}, last: false };
  const send = (request: Partial<ReturnRequest>) => hub.giveBack({ ...empty, ...request }, signal);
  let taken = 0;
  for await (const entries of journal?.since(window) ?? []) {
    taken += (await send({ entries })).taken;
  }
  const { lacks } = await send({});
  const held = heldKeys.learners(lacks);
  for (let from = 0; from < held.length; from += mostReturnedKeys) {
    await send({ keys: held.slice(from, from + mostReturnedKeys) });
  }
  await send({ folded: former ? await foldedIn(former.state, logger) : {}, last: true });
  logger.info('sync.gave-back', { entries: taken, keys: held.length });
}

/** As it lies: a hub of a newer version may have written it. */
interface Entry {
  readonly _id: string;
}

/** A journal as it was pulled; what of it can't be read any more is not brought back. */
class FormerJournal {
  readonly #journal: Database;
  readonly #logger: Log;

  constructor(journal: Database, logger: Log) {
    this.#journal = journal;
    this.#logger = logger;
  }

  async head(): Promise<string | null> {
    const newest = { from: 'hub-', to: 'hub-~', descending: true, limit: 1 };
    const [entry] = await this.#read(newest);
    return entry ? canonicalHash(entry) : null;
  }

  /** Those after the entry the hub has, where that is in here too; else all. */
  async *since({
    hubSeq,
    head,
  }: {
    readonly hubSeq: number;
    readonly head: string;
  }): AsyncGenerator<Entry[]> {
    const [same] = hubSeq === 0 ? [] : await this.#read({ from: idOf(hubSeq), to: idOf(hubSeq) });
    let next = same && canonicalHash(same) === head ? hubSeq + 1 : 1;
    for (;;) {
      const range = { from: idOf(next), to: 'hub-~', limit: mostReturnedEntries };
      const entries = await this.#read(range);
      if (entries.length > 0) yield [...entries];
      if (entries.length < mostReturnedEntries) return;
      next = Number(entries.at(-1)?._id.slice('hub-'.length)) + 1;
    }
  }

  async #read(range: Parameters<Database['range']>[0]): Promise<readonly Entry[]> {
    const stored = await orNothing(this.#logger, () => this.#journal.range(range));
    return stored.map(({ _rev, ...entry }) => entry);
  }
}

const foldedSchema = z.looseObject({ folded: vectorSchema });

/** Store → how far the hub had folded it, as its state says in the clear. */
async function foldedIn(state: Database, logger: Log): Promise<Record<string, number>> {
  const highest: Record<string, number> = {};
  for (let from = ''; ;) {
    const range = { from, to: '\uffff', limit: statePage };
    const page = await orNothing(logger, () => state.range(range));
    for (const document of page) {
      const folded = foldedSchema.safeParse(document).data?.folded ?? {};
      for (const [store, seq] of Object.entries(folded)) {
        highest[store] = Math.max(highest[store] ?? 0, seq);
      }
    }
    if (page.length < statePage) return highest;
    from = `${page.at(-1)?._id ?? ''}\u0000`;
  }
}

async function orNothing<Item>(
  logger: Log,
  read: () => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  try {
    return await read();
  } catch (error) {
    if (!isReanError(error, 'store.unopenable')) throw error;
    logger.error('sync.not-given-back', error.facts);
    return [];
  }
}

function idOf(hubSeq: number): string {
  return `hub-${String(hubSeq).padStart(12, '0')}`;
}
