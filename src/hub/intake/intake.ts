import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { seqOf, storeKeyOf } from '../../shared/event-id.ts';
import { isInRanges } from '../../shared/seq-range.ts';
import type { SeqRanges } from '../../shared/seq-range.ts';
import type { EventId, LearnerId, Segment } from '../../shared/ids.ts';
import type { EventFormat } from '../../sync/envelope/event.ts';
import { hasMovedOn } from '../../shared/sequence.ts';
import { viewWrites } from '../audit/views-taken.ts';
import type { ViewsTaken } from '../audit/views-taken.ts';
import type { Arrivals } from './arrivals.ts';
import { atStart, checkpointWrite, readCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { HubIndex, IndexWrite } from './hub-index.ts';
import { EventJudge, heldBackOf } from './event-judge.ts';
import type { Judged } from './event-judge.ts';
import { dirtyValue, eventOfNewerKey, indexKeys, indexPrefixes } from './index-records.ts';
import { JudgedAgain } from './judged-again.ts';
import type { Trust } from './judge-event.ts';
import { Ledger } from './ledger.ts';
import type { Dirty } from './ledger.ts';
import { planBatch, planGivingUp } from './plan-batch.ts';
import type { Known } from './plan-batch.ts';
import type { Quarantine } from '../quarantine/quarantine.ts';
import { RecentEvents } from './recent-events.ts';
import type { SegmentReader } from './segment-reader.ts';
import type { SegmentList } from '../segments/segment-list.ts';
import type { HeldBack } from './verdict.ts';

const pageSize = 500;

export interface IntakeOptions extends ViewsTaken {
  readonly segments: SegmentList;
  readonly index: HubIndex;
  readonly quarantine: Quarantine;
  readonly arrivals: Arrivals;
  readonly trust: Trust;
  /** What this hub understands of events. */
  readonly format: EventFormat;
  /** The app's version. */
  readonly version: string;
  /**
   * Told, before anything is written, under which ids something is held that a backup may not have
   * though it counts up to there: a clone's content, and what came after it was given up ([RET1]).
   */
  readonly distrusted: (ids: readonly EventId[]) => Promise<void>;
}

/** Events of a segment taken in so far by this run, in whole pages; it holds `of` in all. */
export interface CatchUp {
  readonly segment: Segment;
  readonly taken: number;
  readonly of: number;
}

/**
 * Takes pushed events from the segments into the index: judged, counted towards receipts, put into
 * each learner's order. One page is one atomic write with its checkpoint, so that a stop at any
 * instruction repeats at most that page, to the same end ([FLD5]).
 */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #ledger: Ledger;
  readonly #checkpoints: Map<Segment, Checkpoint>;
  readonly #recent = new RecentEvents();
  readonly #judge: EventJudge;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    options: IntakeOptions,
    ledger: Ledger,
    checkpoints: Map<Segment, Checkpoint>,
  ) {
    this.#options = options;
    this.#judge = new EventJudge({ ...options, isHeld: (id) => ledger.holds(id) });
    this.#ledger = ledger;
    this.#checkpoints = checkpoints;
  }

  static async open(options: IntakeOptions): Promise<Intake> {
    const { index, segments } = options;
    const checkpoints = new Map<Segment, Checkpoint>();
    for (const { segment } of segments.readers) {
      checkpoints.set(segment, await readCheckpoint(index, segment));
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
    return this.#recent.take(id);
  }

  /**
   * Up to which seq every event of a store is folded, or needs no folding: it is about nobody, or
   * in quarantine. One of a version not understood yet waits ([RET1]).
   */
  async foldedSeq(store: string): Promise<number> {
    const range = { prefix: indexPrefixes.newerOf(store), limit: 1 };
    const [newer] = await this.#options.index.range(range);
    const folded = this.#ledger.foldedSeq(store);
    return newer ? Math.min(folded, seqOf(eventOfNewerKey(newer[0])) - 1) : folded;
  }

  /** Takes in one page of each segment that moved. Resolves to whether there may be more. */
  async takePages(): Promise<boolean> {
    const { segments } = this.#options;
    let more = false;
    for (const { reader, over } of segments.moved()) {
      if (await this.#takePage(reader)) more = true;
      else segments.readToEnd(reader.segment, over);
    }
    return more;
  }

  /** Takes in everything that had been pushed when it was called. */
  async catchUp(told: (progress: CatchUp) => void = () => undefined): Promise<void> {
    for (const { reader } of this.#options.segments.moved()) {
      const { segment } = reader;
      const { updateSeq, documents } = await reader.info();
      const isBehind = () => hasMovedOn(updateSeq, this.#checkpoint(segment).since);
      for (let taken = 0; isBehind() && (await this.#takePage(reader));) {
        taken += pageSize;
        told({ segment, taken, of: documents });
      }
    }
  }

  /** Resolves once what is being taken in now, judged by what was known as it came, is taken in. */
  pageTaken(): Promise<void> {
    return this.#inTurn(() => Promise.resolve());
  }

  /**
   * Judges ids anew, as what people decided over their contents asks for; ids not taken in yet are
   * judged when they are.
   * @param more is written with the outcome, in one atomic write
   */
  judgeAgain(ids: readonly EventId[], more: readonly IndexWrite[]): Promise<void> {
    return this.#inTurn(async () => {
      const judged = await Promise.all([...new Set(ids)].map((id) => this.#judgeAgain(id)));
      await this.#carryOut(judged.flat(), more);
    });
  }

  /**
   * Waits no longer for events of these numbers, by store: what lies behind them counts ([HUB18]).
   * @param more is written with the outcome, in one atomic write
   */
  giveUp(ranges: ReadonlyMap<string, SeqRanges>, more: readonly IndexWrite[]): Promise<void> {
    return this.#inTurn(async () => {
      const plan = planGivingUp(ranges, this.#known());
      await this.#options.index.write([...plan.writes, ...more]);
      this.#ledger.commit(plan.stores, plan.dirty);
    });
  }

  /** Marks learners as folded, unless something came in since `seen` was read. */
  markFolded(seen: ReadonlyMap<LearnerId, Dirty>): Promise<void> {
    return this.#inTurn(async () => {
      const still = [...seen]
        .filter(([learner, dirty]) => this.#ledger.isStill(learner, dirty))
        .map(([learner]) => learner);
      await this.#options.index.write(
        still.map((learner) => ({ type: 'del', key: indexKeys.dirty(learner) })),
      );
      this.#ledger.noteFolded(seen);
    });
  }

  /**
   * Has learners folded from the start, into a new generation's database say.
   * @param more is written with it, in one atomic write
   */
  markAllForRefold(
    learners: readonly LearnerId[],
    more: readonly IndexWrite[] = [],
  ): Promise<void> {
    return this.#inTurn(async () => {
      const all = { added: 0, unfolded: null, from: '', late: '' };
      const dirty = new Map(learners.map((each) => [each, all]));
      const marks = learners.map((learner) => {
        const key = indexKeys.dirty(learner);
        return { type: 'put', key, value: dirtyValue(all) } as const;
      });
      await this.#options.index.write([...marks, ...more]);
      this.#ledger.commit(new Map(), dirty);
    });
  }

  #known(): Known {
    return {
      store: (key) => this.#ledger.store(key),
      dirty: (learner) => this.#ledger.dirty(learner),
    };
  }

  #wasGivenUp(id: EventId | undefined): boolean {
    if (id === undefined) return false;
    return isInRanges(this.#ledger.store(storeKeyOf(id)).givenUp, seqOf(id));
  }

  #checkpoint(segment: Segment): Checkpoint {
    return this.#checkpoints.get(segment) ?? atStart;
  }

  #takePage(reader: SegmentReader): Promise<boolean> {
    return this.#inTurn(async () => {
      const { segment } = reader;
      const { since } = this.#checkpoint(segment);
      const { moved, lastSeq, documents } = await reader.page(since, pageSize);
      if (moved.length === 0) return false;
      const judged = await Promise.all(moved.map((each) => this.#judge.judge(each, segment)));
      const checkpoint = { since: lastSeq, documents };
      await this.#carryOut(judged, [checkpointWrite(segment, checkpoint)]);
      this.#checkpoints.set(segment, checkpoint);
      return moved.length === pageSize;
    });
  }

  async #carryOut(judged: readonly Judged[], more: readonly IndexWrite[]): Promise<void> {
    const { quarantine, index, arrivals: came } = this.#options;
    const heldBack = await Promise.all(judged.map((each) => heldBackOf(each, came)));
    await quarantine.hold(heldBack.flat());
    const unexpected = judged.filter(
      ({ verdict, arrival }) => verdict.heldBack.some(isClone) || this.#wasGivenUp(arrival?.id),
    );
    await this.#options.distrusted(unexpected.flatMap(({ arrival }) => arrival?.id ?? []));
    const arrivals = judged.flatMap(({ arrival }) => arrival ?? []);
    const plan = planBatch(arrivals, this.#known());
    const views = judged.flatMap(({ verdict }) => viewWrites(verdict.event, this.#options));
    await index.write([...plan.writes, ...views, ...came.marks(arrivals), ...more]);
    came.forget(judged.map(({ moved }) => moved.id));
    this.#ledger.commit(plan.stores, plan.dirty);
    for (const { verdict } of judged) this.#recent.keep(verdict);
  }

  /** After an upgrade, events of a newer version may be understood at last ([EVT6]). */
  async #judgeNewerAgain(): Promise<void> {
    const { index } = this.#options;
    const judgedAgain = new JudgedAgain(index, this.#options);
    let after = await judgedAgain.next();
    while (after !== null) {
      const from = after === undefined ? {} : { after };
      const range = { prefix: indexPrefixes.newer, limit: pageSize, ...from };
      const keys = (await index.range(range)).map(([key]) => key);
      const judged = await Promise.all(keys.map((key) => this.#judgeAgain(eventOfNewerKey(key))));
      after = keys.at(-1) ?? null;
      await this.#carryOut(judged.flat(), [judgedAgain.mark(after)]);
    }
  }

  async #judgeAgain(id: EventId): Promise<readonly Judged[]> {
    const [segment] = (await this.#judge.recordOf(id))?.segments ?? [];
    return segment === undefined ? [] : [await this.#judge.judge({ id, only: null }, segment)];
  }

  /** Pages and marks are taken one after another: each plans on what the one before has written. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

function isClone({ reason }: HeldBack): boolean {
  return reason === 'clone';
}
