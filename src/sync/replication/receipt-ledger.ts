import type { Receipt } from '../../shared/contracts/hub-api.ts';
import type { Generation, StoreId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { StoreState } from '../log/event-log.ts';
import type { Kept, ReceiptsMemory } from './sync-memory.ts';

/** A wall clock further off than this from the last receipt is wrong, not late. */
const plausibleAgeMs = 366 * 24 * 60 * 60 * 1000;

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
  #generation: Generation | null = null;

  private constructor(kept: Kept<ReceiptsMemory>, clock: Clock, memory: ReceiptsMemory) {
    this.#kept = kept;
    this.#clock = clock;
    this.#memory = memory;
    this.#lastAtMs = recall(memory.lastWallMs, clock);
  }

  static async open(kept: Kept<ReceiptsMemory>, clock: Clock): Promise<ReceiptLedger> {
    const none: ReceiptsMemory = { v: 1, stores: {}, lastWallMs: null };
    return new ReceiptLedger(kept, clock, (await kept.load()) ?? none);
  }

  /** When the last receipt came, on the monotonic clock, ms; null if never or not known ([SYN9]). */
  get lastAtMs(): number | null {
    return this.#lastAtMs;
  }

  /** The hub durably holds every event of this store up to here. */
  confirmed(store: StoreId): number {
    return this.#memory.stores[store] ?? 0;
  }

  /** Where pushing goes on. */
  cursor(store: StoreId): number {
    return Math.max(this.confirmed(store), this.#pushed.get(store) ?? 0);
  }

  notePushed(store: StoreId, seq: number): void {
    this.#pushed.set(store, seq);
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

  /** Events that no receipt covers. */
  waiting(stores: readonly StoreState[]): number {
    const uncovered = stores.map(({ store, lastSeq }) => lastSeq - this.confirmed(store));
    return uncovered.reduce((sum, count) => sum + Math.max(0, count), 0);
  }

  /** Takes the hub's word as it is, lower than before too: it may have been restored. */
  async record({ store, contiguousSeq, generation }: Receipt): Promise<void> {
    if (this.#generation !== null && this.#generation !== generation) this.#pushed.clear();
    if (contiguousSeq < this.confirmed(store)) this.#pushed.delete(store);
    this.#generation = generation;
    this.#lastAtMs = this.#clock.monotonicMs();
    const lastWallMs = this.#clock.wallMs();
    const moved = this.confirmed(store) !== contiguousSeq;
    const stores = { ...this.#memory.stores, [store]: contiguousSeq };
    this.#memory = { v: 1, stores, lastWallMs };
    if (moved) await this.#kept.save(this.#memory);
  }

  /** Stores that are on this disk no longer. */
  async forget(gone: readonly StoreId[]): Promise<void> {
    const kept = Object.entries(this.#memory.stores).filter(([store]) => !isAmong(store, gone));
    this.#memory = { ...this.#memory, stores: Object.fromEntries(kept) };
    await this.#kept.save(this.#memory);
  }

  /** Keeps the time of the last receipt for the next start. */
  async close(): Promise<void> {
    if (this.#memory.lastWallMs !== null) await this.#kept.save(this.#memory);
  }
}

/** A wall clock reading as a monotonic one; null where the wall clock can't be right. */
function recall(wallMs: number | null, clock: Clock): number | null {
  if (wallMs === null) return null;
  const age = clock.wallMs() - wallMs;
  return age >= 0 && age <= plausibleAgeMs ? clock.monotonicMs() - age : null;
}

function isAmong(store: string, stores: readonly StoreId[]): boolean {
  return stores.some((each) => each === store);
}
