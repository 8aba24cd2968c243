import * as z from 'zod';
import { usedPart } from '../../domain/disk-level.ts';
import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import type { Generation, Segment } from '../../shared/ids.ts';
import type { StoreState } from '../log/event-log.ts';
import { firstLamport, nextLamport } from '../log/lamport.ts';
import type { Change, SharedDatabase, StoredDocument } from '../store/storage.ts';
import type { AuditTrail } from './audit-trail.ts';
import { compareStores } from './compare-stores.ts';
import { giveBack } from './give-back.ts';
import { segmentToSendTo } from './segment-to-send-to.ts';
import { nameOf } from './replicas.ts';
import type { Outcome, OutcomeOf, PullTarget, Step } from './replication-state.ts';
import type { StepParts } from './step-parts.ts';

const lamportSchema = z.looseObject({ lamport: z.number().int().min(0).catch(0) });

/** What each step of the machine does: one exchange with the hub, and its trace on this disk. */
export class Steps {
  readonly #parts: StepParts;
  /** Segments the hub takes events for; none before the first hello. */
  #segments: readonly Segment[] = [];
  /** How many set-aside stores had been gone through when receipts were last looked at. */
  #salvaged = 0;
  /** The keyring that lies on this disk in place of any before, as this run knows. */
  #kept: { readonly generation: Generation; readonly number: number } | null = null;

  constructor(parts: StepParts) {
    this.#parts = parts;
  }

  /** The number of the keyring kept here, of that generation of the hub; null where none is, or it isn't known. */
  keptKeyring(generation: Generation): number | null {
    return this.#kept?.generation === generation ? this.#kept.number : null;
  }

  run(step: Step, signal: AbortSignal): Promise<Outcome> {
    switch (step.kind) {
      case 'hello':
        return this.#hello(signal);
      case 'give-back':
        return this.#giveBack(signal);
      case 'confirm':
        return this.#confirm(signal);
      case 'push':
        return this.#push(signal);
      case 'pull':
        return this.#pull(step.target, signal);
      case 'keyring':
        return this.#keyring(signal);
      case 'switch':
        return this.#switch();
      case 'tidy':
        return this.#tidy(signal);
    }
  }

  async #hello(signal: AbortSignal): Promise<Outcome> {
    const { hub, labClock, replicas } = this.#parts;
    const hello = await hub.hello(signal);
    await labClock.tell(hello);
    await this.#useSegments(hello.segments);
    await replicas.aim(hello.generation);
    // How far one was pulled can't be read from it when it is damaged.
    await replicas.replaceDamaged();
    return {
      kind: 'hello',
      generation: hello.generation,
      pulled: await replicas.pulled(),
      isNew: replicas.current?.generation !== hello.generation,
    };
  }

  async #giveBack(signal: AbortSignal): Promise<Outcome> {
    const { replicas } = this.#parts;
    await giveBack({ ...this.#parts, former: replicas.current }, signal);
    return { kind: 'give-back' };
  }

  async #confirm(signal: AbortSignal): Promise<Outcome> {
    const { log, replicas, audit, ledger } = this.#parts;
    const current = log.current();
    if (log.salvaged.length !== this.#salvaged) ledger.lookAnew();
    this.#salvaged = log.salvaged.length;
    const damaged = await replicas.replaceDamaged();
    let latest = await this.#receipt(current, signal);
    const others = log.stores().filter(({ store }) => store !== current.store);
    for (const store of others.filter((each) => this.#isUnsure(each))) {
      latest = await this.#receipt(store, signal);
    }
    await compareStores(
      {
        ...this.#parts,
        segments: this.#segments,
        read: (...asked) => this.#read(...asked),
      },
      signal,
    );
    const pull = new Set(damaged);
    if (audit.note(latest.auditHead)) pull.add('journal');
    const push = this.#storesToPush().length > 0;
    if (!push) ledger.resendOnce(log.stores());
    return { kind: 'confirm', generation: latest.generation, push, pull: [...pull] };
  }

  async #receipt({ store, lastSeq }: StoreState, signal: AbortSignal) {
    const { hub, log, ledger, labClock, appVersion, logger } = this.#parts;
    const waiting = ledger.waiting(log);
    const diskUsedPart = usedPart((await this.#parts.diskUse?.()) ?? null);
    const asked = { store, lastSeq, waiting, appVersion, diskUsedPart };
    const receipt = await hub.receipt(asked, signal);
    await labClock.tell(receipt);
    const state = log.stores().find((each) => each.store === store);
    await ledger.record(receipt, state ?? null);
    const here = state?.lastSeq ?? 0;
    const held = receipt.past?.upTo ?? receipt.contiguousSeq;
    if (held > here && log.current().store === store) {
      logger.error('sync.store-went-back', { store, here, hub: held });
      await log.beginNewStore();
    }
    return receipt;
  }

  async #push(signal: AbortSignal): Promise<Outcome> {
    const [state] = this.#storesToPush();
    if (!state) return { kind: 'push', more: false };
    const { hub, ledger, limits } = this.#parts;
    const { segment, store } = state;
    const after = ledger.cursor(store);
    const most = Math.min(limits.pushEvents, state.lastSeq - after);
    const events = await this.#read(state, after, most);
    const batch = firstBytes(events, limits.pushBytes);
    const into = segmentToSendTo(segment, this.#segments);
    if (batch.length > 0) await hub.database(into, signal).carry(batch);
    const upTo = batch.length > 0 ? seqOf(batch.at(-1), after) : state.lastSeq;
    await ledger.notePushed(state, upTo);
    return { kind: 'push', more: this.#storesToPush().length > 0 };
  }

  async #read(
    { segment, store }: StoreState,
    after: number,
    limit: number,
  ): Promise<readonly StoredDocument[]> {
    const { log } = this.#parts;
    try {
      return (await log.store(store)?.read(after, limit)) ?? [];
    } catch (error) {
      if (isReanError(error, 'store.unopenable')) await log.replaceDamaged(segment);
      throw error;
    }
  }

  async #pull(target: PullTarget, signal: AbortSignal): Promise<OutcomeOf<'pull'>> {
    const { hub, log, replicas, audit, limits } = this.#parts;
    const into = replicas.target;
    if (!into) throw new ReanError('unexpected', { what: 'pull before hello' });
    const remote = hub.database(nameOf(target, into.generation), signal);
    const since = await replicas.since(target);
    const { changes, lastSeq } = await remote.changes({ since, limit: limits.pullDocuments });
    const documents = await fetchAll(remote, changes);
    const lamport = target === 'state' ? await this.#lamportAfter(documents) : 0;
    if (documents.length > 0 || lastSeq !== since) {
      await replicas.save(target, { documents, lastSeq, lamport });
    }
    log.countFrom(lamport);
    if (target === 'directory') await this.#noteSegments(documents);
    const more = changes.length >= limits.pullDocuments;
    if (target === 'journal' && !more) await this.#checkAudit(audit, into.journal);
    return { kind: 'pull', target, seq: lastSeq, more };
  }

  /** How far the counter follows what a page of states says ([EVT3]). */
  async #lamportAfter(states: readonly StoredDocument[]): Promise<number> {
    const { log, replicas } = this.#parts;
    const follow = (await replicas.lamport()) === 0 ? firstLamport : nextLamport;
    return follow(log.lamport, lamportsOf(states));
  }

  async #keyring(signal: AbortSignal): Promise<OutcomeOf<'keyring'>> {
    const { hub, takeKeyring } = this.#parts;
    const { keyring, wrapped } = await hub.keyring(signal);
    const generation = this.#parts.replicas.target?.generation;
    const kept = await takeKeyring(wrapped);
    this.#kept = kept && generation ? { generation, number: keyring } : null;
    return { kind: 'keyring', number: keyring };
  }

  async #switch(): Promise<Outcome> {
    await this.#parts.replicas.switch();
    return { kind: 'switch' };
  }

  async #tidy(signal: AbortSignal): Promise<Outcome> {
    const { retention, replicas } = this.#parts;
    await retention.tidy({
      generation: replicas.current?.generation ?? null,
      newest: this.#segments.at(-1) ?? null,
      receipt: (store) => this.#receipt(store, signal),
      pullState: async () => {
        for (let more = true; more;) more = (await this.#pull('state', signal)).more;
      },
    });
    return { kind: 'tidy' };
  }

  async #checkAudit(audit: AuditTrail, journal: Parameters<AuditTrail['check']>[0]): Promise<void> {
    await audit.check(journal);
    if (audit.forked) this.#parts.logger.error('sync.hub-forked');
  }

  /** A segment opened while connected comes with the directory, not with a hello. */
  async #noteSegments(documents: readonly StoredDocument[]): Promise<void> {
    for (const { _rev, _revisions, ...document } of documents) {
      const parsed = readNewer(directoryDocumentSchema, document).data;
      if (parsed?.type === 'segments') await this.#useSegments(parsed.open);
    }
  }

  async #useSegments(segments: readonly Segment[]): Promise<void> {
    this.#segments = segments;
    const newest = segments.at(-1);
    if (newest) await this.#parts.log.useSegment(newest);
  }

  /** Whether the hub lacks events of a store, or may have lost them, as it was restored. */
  #isUnsure(state: StoreState): boolean {
    const { ledger } = this.#parts;
    return ledger.confirmed(state.store) < state.lastSeq || ledger.toCompare(state) !== null;
  }

  /** Stores with events not pushed since the last hello. */
  #storesToPush(): readonly StoreState[] {
    const { log, ledger } = this.#parts;
    return log.stores().filter(({ store, lastSeq }) => ledger.cursor(store) < lastSeq);
  }
}

/** A change whose document can't be had is no change pulled: nothing is skipped. */
async function fetchAll(
  remote: SharedDatabase,
  changes: readonly Change[],
): Promise<readonly StoredDocument[]> {
  const documents = await remote.fetchForCarrying(changes);
  const found = new Set(documents.map(({ _id }) => _id));
  const missing = changes.find(({ id }) => !found.has(id));
  if (missing) throw new ReanError('hub.protocol', { reason: 'document missing', id: missing.id });
  return documents;
}

/** As many from the front as fit, but one at least. */
function firstBytes(events: readonly StoredDocument[], most: number): readonly StoredDocument[] {
  let bytes = 0;
  const fits = events.findIndex((event) => (bytes += JSON.stringify(event).length) > most);
  return fits === -1 ? events : events.slice(0, Math.max(1, fits));
}

function lamportsOf(documents: readonly StoredDocument[]): readonly number[] {
  return documents.map((each) => lamportSchema.parse(each).lamport);
}

function seqOf(event: StoredDocument | undefined, otherwise: number): number {
  return event ? Number(event._id.slice(event._id.lastIndexOf(':') + 1)) : otherwise;
}
