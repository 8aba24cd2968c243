import { Subject } from 'rxjs';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { eventIdSchema } from '../../shared/ids.ts';
import type { EventId, LearnerId, Segment } from '../../shared/ids.ts';
import type { HubIndex, IndexWrite } from './hub-index.ts';
import { eventRecordSchema, indexKeys, indexPrefixes } from './index-records.ts';
import type { EventRecord } from './index-records.ts';
import { judgeEvent } from './judge-event.ts';
import type { Trust } from './judge-event.ts';
import { Ledger, storeKeyOf } from './ledger.ts';
import type { Dirty } from './ledger.ts';
import { planBatch } from './plan-batch.ts';
import type { Arrival } from './plan-batch.ts';
import type { Quarantine } from './quarantine.ts';
import type { Leaf, Moved, SegmentReader } from './segment-reader.ts';
import { decide } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const pageSize = 200;
/** Opened events kept at hand for the folder, which usually wants them at once. */
const recentLimit = 2000;

export interface IntakeOptions {
  readonly segments: readonly SegmentReader[];
  readonly index: HubIndex;
  readonly quarantine: Quarantine;
  readonly trust: Trust;
}

interface Judged {
  readonly moved: Moved;
  readonly verdict: Verdict;
  readonly arrival: Arrival | null;
}

/**
 * Takes pushed events from the segments into the index: judged, counted towards receipts, put into
 * each learner's order. One page is one atomic write with its checkpoint, so that a stop at any
 * instruction repeats at most that page, to the same end ([FLD5]).
 */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #ledger: Ledger;
  readonly #checkpoints: Map<Segment, number>;
  readonly #newest = new Map<LearnerId, string>();
  readonly #recent = new Map<EventId, OpenedEvent>();
  #turn: Promise<unknown> = Promise.resolve();
  /** After every page taken in. */
  readonly moved$ = new Subject<void>();

  private constructor(options: IntakeOptions, ledger: Ledger, checkpoints: Map<Segment, number>) {
    this.#options = options;
    this.#ledger = ledger;
    this.#checkpoints = checkpoints;
  }

  static async open(options: IntakeOptions): Promise<Intake> {
    const { index, segments } = options;
    const checkpoints = new Map<Segment, number>();
    for (const { segment } of segments) {
      checkpoints.set(segment, Number((await index.get(indexKeys.checkpoint(segment))) ?? 0));
    }
    const intake = new Intake(options, await Ledger.load(index), checkpoints);
    await intake.#judgeNewerAgain();
    return intake;
  }

  get ledger(): Ledger {
    return this.#ledger;
  }

  /** An event opened a moment ago, once; null when it must be read. */
  takeRecent(id: EventId): OpenedEvent | null {
    const event = this.#recent.get(id) ?? null;
    this.#recent.delete(id);
    return event;
  }

  /** Whether pushed events are still waiting to be taken in. */
  async isBehind(): Promise<boolean> {
    for (const reader of this.#options.segments) {
      if ((await reader.updateSeq()) > this.#checkpoint(reader.segment)) return true;
    }
    return false;
  }

  /** Takes in one page of each segment. Resolves to whether there may be more. */
  async takePages(): Promise<boolean> {
    let more = false;
    for (const reader of this.#options.segments) {
      more = (await this.#takePage(reader)) || more;
    }
    return more;
  }

  /** Takes in everything that had been pushed when it was called. */
  async catchUp(): Promise<void> {
    for (const reader of this.#options.segments) {
      const target = await reader.updateSeq();
      while (this.#checkpoint(reader.segment) < target && (await this.#takePage(reader)));
    }
  }

  /** Marks learners as folded, unless something came in since `seen` was read. */
  markFolded(seen: ReadonlyMap<LearnerId, Dirty>): Promise<void> {
    return this.#inTurn(async () => {
      const still = [...seen]
        .filter(([learner, dirty]) => this.#ledger.dirty(learner) === dirty)
        .map(([learner]) => learner);
      await this.#options.index.write(
        still.map((learner) => ({ type: 'del', key: indexKeys.dirty(learner) })),
      );
      this.#ledger.clean(still);
    });
  }

  /** Has every learner with events folded from the start, into a new generation's database. */
  markAllForRefold(learners: readonly LearnerId[]): Promise<void> {
    return this.#inTurn(async () => {
      const dirty = new Map(learners.map((each) => [each, { added: 0, refold: true }]));
      await this.#options.index.write(
        learners.map((learner) => ({
          type: 'put',
          key: indexKeys.dirty(learner),
          value: JSON.stringify({ added: 0 }),
        })),
      );
      this.#ledger.commit(new Map(), dirty);
    });
  }

  #checkpoint(segment: Segment): number {
    return this.#checkpoints.get(segment) ?? 0;
  }

  #takePage(reader: SegmentReader): Promise<boolean> {
    return this.#inTurn(async () => {
      const { segment } = reader;
      const since = this.#checkpoint(segment);
      const { moved, lastSeq } = await reader.page(since, pageSize);
      if (lastSeq === since) return false;
      const judged = await Promise.all(moved.map((each) => this.#judge(each, segment)));
      const checkpoint = {
        type: 'put',
        key: indexKeys.checkpoint(segment),
        value: String(lastSeq),
      } as const;
      await this.#carryOut(judged, [checkpoint]);
      this.#checkpoints.set(segment, lastSeq);
      this.moved$.next();
      return moved.length === pageSize;
    });
  }

  async #carryOut(judged: readonly Judged[], more: readonly IndexWrite[]): Promise<void> {
    await this.#holdBack(judged);
    const arrivals = judged.flatMap(({ arrival }) => arrival ?? []);
    await this.#loadNewest(arrivals);
    const plan = planBatch(arrivals, {
      store: (key) => this.#ledger.store(key),
      dirty: (learner) => this.#ledger.dirty(learner),
      newestOrder: (learner) => this.#newest.get(learner) ?? null,
    });
    await this.#options.index.write([...plan.writes, ...more]);
    this.#ledger.commit(plan.stores, plan.dirty);
    for (const [learner, key] of plan.newest) this.#newest.set(learner, key);
    for (const { verdict } of judged) this.#keepRecent(verdict.event);
  }

  async #judge(moved: Moved, segment: Segment): Promise<Judged> {
    const id = eventIdSchema.safeParse(moved.id);
    const prior = id.success ? await this.#recordOf(id.data) : null;
    const elsewhere = prior?.segments.some((each) => each !== segment) ?? false;
    const leaves =
      moved.only && !elsewhere
        ? [moved.only]
        : await this.#leavesOf(moved.id, [segment, ...(prior?.segments ?? [])]);
    const verdict = decide(
      leaves.map((leaf) => ({
        ...leaf,
        judgement: judgeEvent(leaf.document, this.#options.trust),
      })),
    );
    const arrival = id.success ? { id: id.data, prior, record: verdict.record } : null;
    return { moved, verdict, arrival };
  }

  async #leavesOf(id: string, segments: readonly Segment[]): Promise<readonly Leaf[]> {
    const readers = this.#options.segments.filter(({ segment }) => segments.includes(segment));
    return (await Promise.all(readers.map((reader) => reader.leavesOf(id)))).flat();
  }

  async #recordOf(id: EventId): Promise<EventRecord | null> {
    const text = await this.#options.index.get(indexKeys.event(id));
    return text === null ? null : eventRecordSchema.parse(JSON.parse(text));
  }

  #holdBack(judged: readonly Judged[]): Promise<void> {
    const items = judged.flatMap(({ moved, verdict }) =>
      verdict.heldBack.map(({ leaf, reason }) => ({
        hash: leaf.judgement.hash,
        reason,
        id: moved.id,
        rev: leaf.rev,
        segment: leaf.segment,
        carrier: null,
        document: leaf.document,
      })),
    );
    return this.#options.quarantine.hold(items);
  }

  /** The newest order key of everybody whose order this batch may change. */
  async #loadNewest(arrivals: readonly Arrival[]): Promise<void> {
    for (const learner of new Set(arrivals.flatMap((arrival) => this.#learnersOf(arrival)))) {
      if (this.#newest.has(learner)) continue;
      const range = { prefix: indexPrefixes.order(learner), reverse: true, limit: 1 };
      const [newest] = await this.#options.index.range(range);
      this.#newest.set(learner, newest?.[0] ?? '');
    }
  }

  /** An event that fills a gap brings with it those that waited behind it, of other learners too. */
  #learnersOf({ id, prior, record }: Arrival): readonly LearnerId[] {
    const waiting = [...this.#ledger.store(storeKeyOf(id)).ahead.values()];
    const folds = [prior?.fold, record.fold, ...waiting.map(({ fold }) => fold)];
    return folds.flatMap((fold) => (fold ? [fold.learner] : []));
  }

  #keepRecent(event: OpenedEvent | null): void {
    if (event === null || event.envelope.learner === null) return;
    this.#recent.set(event.envelope._id, event);
    if (this.#recent.size <= recentLimit) return;
    const [oldest] = this.#recent.keys();
    if (oldest !== undefined) this.#recent.delete(oldest);
  }

  /** After an upgrade, events of a newer version may be understood at last ([EVT6]). */
  async #judgeNewerAgain(): Promise<void> {
    const entries = await this.#options.index.range({ prefix: indexPrefixes.newer });
    for (const [key] of entries) {
      const id = eventIdSchema.parse(key.slice(indexPrefixes.newer.length));
      const record = await this.#recordOf(id);
      const [segment] = record?.segments ?? [];
      if (!segment) continue;
      await this.#carryOut([await this.#judge({ id, only: null }, segment)], []);
    }
  }

  /** Pages and marks are taken one after another: each plans on what the one before has written. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
