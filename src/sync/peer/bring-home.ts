import type { HeldVector } from '../../shared/contracts/hub-api.ts';
import type { StoreKey } from '../../shared/contracts/peer-api.ts';
import type { Generation, Segment } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { isReanError } from '../../shared/errors.ts';
import type { SeqRange } from '../../shared/seq-range.ts';
import { hasMovedOn } from '../../shared/sequence.ts';
import type { Sequence } from '../../shared/sequence.ts';
import { segmentToSendTo } from '../replication/segment-to-send-to.ts';
import type { HeldMemory, Kept } from '../replication/sync-memory.ts';
import type { HubClient } from '../transport/hub-client.ts';
import type { HubDatabase } from '../transport/hub-database.ts';
import type { CopiedRun } from './copies-database.ts';
import type { PeerCopies } from './peer-copies.ts';
import type { TwinReports } from './twin-reports.ts';

export interface BringHomeParts {
  readonly hub: HubClient;
  readonly copies: PeerCopies;
  readonly memory: Kept<HeldMemory>;
  readonly twins: TwinReports;
  /** How far `state` of a generation has been pulled here. */
  readonly statePulled: (generation: Generation) => Sequence;
  readonly logger: Log;
}

const pageEvents = 200;

/**
 * Brings the hub the copies it lacks, and lets go of those it holds. A copy goes only when the hub
 * holds its event durably and what is shown here has it folded, so that nothing vanishes from sight
 * ([PER6]).
 */
export class BringHome {
  readonly #parts: BringHomeParts;
  /** Up to where copies were brought to the hub in this generation: once is enough. */
  readonly #brought = new Map<StoreKey, number>();
  /** Stores of which the hub took no more; told of once each. */
  readonly #refused = new Set<StoreKey>();
  #generation: Generation | null = null;
  #held: ReadonlyMap<string, number>;

  private constructor(parts: BringHomeParts, held: HeldMemory['held']) {
    this.#parts = parts;
    this.#held = new Map(Object.entries(held));
  }

  static async open(parts: BringHomeParts): Promise<BringHome> {
    return new BringHome(parts, (await parts.memory.load())?.held ?? {});
  }

  /** What the hub was last known to hold of a store. */
  held(key: StoreKey): number {
    return this.#held.get(key) ?? 0;
  }

  /** The hub was away: it may have been restored meanwhile. */
  forget(): void {
    this.#brought.clear();
  }

  /** One look at what the hub holds, and what follows from it. @throws ReanError `hub.*`, `store.*` */
  async once(signal: AbortSignal): Promise<void> {
    const { hub, copies, twins } = this.#parts;
    let vector = await this.#ask(signal);
    if (copies.stores.size === 0 && twins.empty) return;
    const { segments } = await hub.hello(signal);
    await this.#bringTwins(segments, signal);
    const count = await this.#carryAll(segments, signal);
    if (count > 0) vector = await this.#ask(signal);
    await this.#drop(vector);
  }

  async #ask(signal: AbortSignal): Promise<HeldVector> {
    const { hub, memory } = this.#parts;
    const vector = await hub.vector(signal);
    if (vector.generation !== this.#generation) this.#brought.clear();
    this.#generation = vector.generation;
    const held = { ...vector.held };
    // No copy is wanted of what a person gave up: whoever has it brings it ([HUB18]).
    for (const [key, { upTo }] of Object.entries(vector.past)) held[key] = upTo;
    const moved = Object.entries(held).some(([key, seq]) => this.#held.get(key) !== seq);
    this.#held = new Map(Object.entries(held));
    if (moved) await memory.save({ v: 1, held });
    return vector;
  }

  /** What a clone signed twice: the hub asks for neither, and has to see both ([PER4]). */
  async #bringTwins(segments: readonly Segment[], signal: AbortSignal): Promise<void> {
    const { twins, logger } = this.#parts;
    const count = await twins.bring(async (segment, contents) => {
      const carried = this.#into(segment, segments, signal).carry(contents);
      await carried.catch((error: unknown) => {
        if (!isReanError(error, 'hub.protocol')) throw error;
        logger.error('peer.twins-refused', { count: contents.length });
      });
    });
    if (count > 0) logger.info('peer.twins-brought', { count });
  }

  #into(segment: Segment, segments: readonly Segment[], signal: AbortSignal): HubDatabase {
    return this.#parts.hub.database(segmentToSendTo(segment, segments), signal);
  }

  /** Everything copied that the hub does not hold, once each. */
  async #carryAll(segments: readonly Segment[], signal: AbortSignal): Promise<number> {
    const { copies, logger } = this.#parts;
    let count = 0;
    for (const [key, run] of copies.stores) {
      const carried = this.#carry(key, run, segments, signal);
      count += await carried.catch((error: unknown) => this.#noteRefused(key, error));
    }
    if (count > 0) logger.info('peer.copies-brought', { count });
    return count;
  }

  /** What a hub won't take of one store must not keep those of others from it. */
  #noteRefused(key: StoreKey, error: unknown): 0 {
    if (!isReanError(error, 'hub.protocol')) throw error;
    if (!this.#refused.has(key)) this.#parts.logger.error('peer.copies-refused', { store: key });
    this.#refused.add(key);
    return 0;
  }

  async #carry(
    key: StoreKey,
    { segment, after, upTo }: CopiedRun,
    segments: readonly Segment[],
    signal: AbortSignal,
  ): Promise<number> {
    const { copies } = this.#parts;
    const into = this.#into(segment, segments, signal);
    let seq = this.#brought.get(key) ?? after;
    let count = 0;
    while (seq < upTo) {
      const page = await copies.read(key, seq, pageEvents);
      const last = page.at(-1);
      if (last === undefined) break;
      // Of what the hub counts it may hold something else, after a disk was put back say.
      const isCounted = seqOf(last._id) <= this.held(key);
      const lacking = isCounted ? await into.lacking(page) : page;
      if (lacking.length > 0) await into.carry(lacking);
      seq = seqOf(last._id);
      count += lacking.length;
      this.#brought.set(key, seq);
    }
    return count;
  }

  async #drop({ generation, held, past, foldedBy }: HeldVector): Promise<void> {
    const { copies, statePulled } = this.#parts;
    if (foldedBy === null || hasMovedOn(foldedBy, statePulled(generation))) return;
    await copies.drop((key) => {
      const but = past[key];
      const run = copies.stores.get(key);
      const isThere = but && run && !but.givenUp.some((range) => overlaps(range, run));
      return isThere ? but.upTo : (held[key] ?? 0);
    });
  }
}

function overlaps({ from, to }: SeqRange, { after, upTo }: CopiedRun): boolean {
  return to > after && from <= upTo;
}

function seqOf(id: string): number {
  return Number(id.slice(id.lastIndexOf(':') + 1));
}
