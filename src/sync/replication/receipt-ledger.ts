import type { Receipt } from '../../shared/contracts/hub-api.ts';
import type { Generation, StoreId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import { areWithin } from '../../shared/seq-range.ts';
import type { EventLog, StoreState } from '../log/event-log.ts';
import type { Kept, ReceiptsMemory } from './sync-memory.ts';

type Here = Pick<StoreState, 'lastSeq' | 'missing'>;

/** A wall clock further off than this from the last receipt is wrong, not late. */
const plausibleAgeMs = 366 * 24 * 60 * 60 * 1000;

const nothing: ReceiptsMemory = {
  v: 1,
  stores: {},
  lastWallMs: null,
  alike: {},
  alikeIn: null,
  parted: {},
};

/** What the hub has said it holds of this station's events ([SYN3]). */
export class ReceiptLedger {
  readonly #kept: Kept<ReceiptsMemory>;
  readonly #clock: Clock;
  #memory: ReceiptsMemory;
  #lastAtMs: number | null;
  /** Store → the seq pushed up to since the last receipt, durable at the hub or not. */
  readonly #pushed = new Map<StoreId, number>();
  /** Store → the receipt's seq at which what comes after it was last sent a second time. */
  readonly #resent = new Map<StoreId, number>();
  /** Parted store → up to where all of it has been sent since. */
  readonly #anew = new Map<StoreId, number>();
  /** Store → up to where the hub holds all of it but what a person gave up and isn't here either. */
  readonly #past = new Map<StoreId, number>();
  #generation: Generation | null = null;

  private constructor(kept: Kept<ReceiptsMemory>, clock: Clock, memory: ReceiptsMemory) {
    this.#kept = kept;
    this.#clock = clock;
    this.#memory = memory;
    this.#lastAtMs = recall(memory.lastWallMs, clock);
  }

  static async open(kept: Kept<ReceiptsMemory>, clock: Clock): Promise<ReceiptLedger> {
    return new ReceiptLedger(kept, clock, (await kept.load()) ?? nothing);
  }

  /** When the last receipt came, on the monotonic clock, ms; null if never or not known ([SYN9]). */
  get lastAtMs(): number | null {
    return this.#lastAtMs;
  }

  /** The hub durably holds every event of this store up to here, or has it given up and it isn't here. */
  confirmed(store: StoreId): number {
    return this.#past.get(store) ?? this.#memory.stores[store] ?? 0;
  }

  /** Where pushing goes on: from the start in a store that parted from the hub's. */
  cursor(store: StoreId): number {
    if (this.#isToSendAnew(store)) return this.#anew.get(store) ?? 0;
    return Math.max(this.confirmed(store), this.#pushed.get(store) ?? 0);
  }

  /** Every event of a store after the cursor, up to this one, is at the hub. */
  async notePushed({ store, lastSeq }: StoreState, seq: number): Promise<void> {
    if (this.cursor(store) <= this.#alikeUpTo(store)) this.#setAlike(store, seq);
    if (!this.#isToSendAnew(store)) this.#pushed.set(store, seq);
    else if (seq < lastSeq) this.#anew.set(store, seq);
    else await this.#keepParted(store, this.#generation);
  }

  /**
   * Events of which it is to be looked whether the hub holds them: those that receipts cover, and
   * that were not pushed from here since. Receipts count events, and can't tell whose they are.
   */
  toCompare({
    store,
    lastSeq,
  }: StoreState): { readonly after: number; readonly upTo: number } | null {
    const [after, upTo] = [this.#alikeUpTo(store), Math.min(this.confirmed(store), lastSeq)];
    return upTo > after && !this.hasParted(store) ? { after, upTo } : null;
  }

  /** Whether the hub holds, or held, something else under this store's numbers. */
  hasParted(store: StoreId): boolean {
    return this.#memory.parted[store] !== undefined;
  }

  /** The hub holds what is here, up to this seq. */
  async noteAlike(store: StoreId, seq: number): Promise<void> {
    this.#setAlike(store, seq);
    await this.#kept.save(this.#memory);
  }

  /** The hub holds something else: all that is here has to be sent, whatever receipts say. */
  notePartedWays(store: StoreId): Promise<void> {
    return this.#keepParted(store, null);
  }

  /**
   * Lets what was sent and is still not covered be sent once more: a hub that was restored may have
   * lost it. Only once, as a store with a gap in it is never covered.
   */
  resendOnce(stores: readonly StoreState[]): void {
    for (const { store, lastSeq } of stores) {
      const confirmed = this.confirmed(store);
      if (confirmed >= lastSeq || this.#resent.get(store) === confirmed) continue;
      this.#resent.set(store, confirmed);
      this.#pushed.delete(store);
    }
  }

  /** Events that no receipt covers; a store set aside and not gone through counts as one ([STO6]). */
  waiting(log: Pick<EventLog, 'stores' | 'unsalvaged'>): number {
    const uncovered = log.stores().map(({ store, lastSeq }) => {
      return lastSeq - (this.#isToSendAnew(store) ? this.cursor(store) : this.confirmed(store));
    });
    return uncovered.reduce((sum, count) => sum + Math.max(0, count), log.unsalvaged.length);
  }

  /** More may be on this disk than before: events that were given up, say. They are sent ([HUB18]). */
  lookAnew(): void {
    for (const store of this.#past.keys()) {
      this.#pushed.delete(store);
      this.#resent.delete(store);
    }
    this.#past.clear();
  }

  /**
   * Takes the hub's word as it is, lower than before too: it may have been restored.
   * @param here the store as it is on this disk; null where it isn't
   */
  async record(receipt: Receipt, here: Here | null): Promise<void> {
    const { store, contiguousSeq, generation } = receipt;
    if (this.#memory.alikeIn !== generation) this.#beginGeneration(generation);
    const held = heldOf(receipt, here);
    if (held.contiguousSeq < this.confirmed(store)) this.#pushed.delete(store);
    if (held.contiguousSeq > contiguousSeq) this.#past.set(store, held.contiguousSeq);
    else this.#past.delete(store);
    this.#generation = generation;
    this.#lastAtMs = this.#clock.monotonicMs();
    const lastWallMs = this.#clock.wallMs();
    const moved = this.#memory.stores[store] !== contiguousSeq;
    const stores = { ...this.#memory.stores, [store]: contiguousSeq };
    this.#memory = { ...this.#memory, stores, lastWallMs };
    if (moved) await this.#kept.save(this.#memory);
  }

  /** Stores that are on this disk no longer. */
  async forget(gone: readonly StoreId[]): Promise<void> {
    const { stores, alike, parted } = this.#memory;
    this.#memory = {
      ...this.#memory,
      stores: without(stores, gone),
      alike: without(alike, gone),
      parted: without(parted, gone),
    };
    await this.#kept.save(this.#memory);
  }

  /** Keeps the time of the last receipt for the next start. */
  async close(): Promise<void> {
    if (this.#memory.lastWallMs !== null) await this.#kept.save(this.#memory);
  }

  #alikeUpTo(store: StoreId): number {
    return this.#memory.alike[store] ?? 0;
  }

  /** Kept with the next receipt: without it, it is looked once more. */
  #setAlike(store: StoreId, seq: number): void {
    this.#memory = { ...this.#memory, alike: { ...this.#memory.alike, [store]: seq } };
  }

  /** Each generation of the hub is sent all of it once. */
  #isToSendAnew(store: StoreId): boolean {
    const sent = this.#memory.parted[store];
    if (sent === undefined) return false;
    return sent === null || (this.#generation !== null && sent !== this.#generation);
  }

  async #keepParted(store: StoreId, sent: Generation | null): Promise<void> {
    this.#anew.delete(store);
    this.#memory = { ...this.#memory, parted: { ...this.#memory.parted, [store]: sent } };
    await this.#kept.save(this.#memory);
  }

  /** A hub that was restored may hold less than before, or what another brought it. */
  #beginGeneration(generation: Generation): void {
    // What was sent before the first receipt of all was sent to this one.
    const isFirst = this.#memory.alikeIn === null && this.#generation === null;
    const alike = isFirst ? this.#memory.alike : {};
    this.#memory = { ...this.#memory, alike, alikeIn: generation };
    this.#past.clear();
    if (this.#generation === null) return;
    this.#pushed.clear();
    this.#anew.clear();
  }
}

/**
 * What a receipt says of a store here. What a person gave up does not count against it where it is not
 * here either; where it is, it has to be sent ([HUB18]).
 */
export function heldOf(
  { past, contiguousSeq, foldedSeq, backedUpSeq }: Receipt,
  here: Here | null,
): Pick<Receipt, 'contiguousSeq' | 'foldedSeq' | 'backedUpSeq'> {
  const { missing, lastSeq } = here ?? { missing: [], lastSeq: 0 };
  const lacking = past?.givenUp.filter(({ from }) => from <= lastSeq) ?? [];
  if (past === undefined || !areWithin(lacking, missing)) {
    return { contiguousSeq, foldedSeq, backedUpSeq };
  }
  return { ...past, contiguousSeq: past.upTo };
}

/** A wall clock reading as a monotonic one; null where the wall clock can't be right. */
function recall(wallMs: number | null, clock: Clock): number | null {
  if (wallMs === null) return null;
  const age = clock.wallMs() - wallMs;
  return age >= 0 && age <= plausibleAgeMs ? clock.monotonicMs() - age : null;
}

function without<Value>(
  stores: Readonly<Record<string, Value>>,
  gone: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(stores).filter(([store]) => !gone.includes(store)));
}
