import { eventIdSchema } from '../../shared/ids.ts';
import type { EventId, Segment } from '../../shared/ids.ts';
import type { EventFormat } from '../../sync/envelope/event.ts';
import type { Arrivals } from './arrivals.ts';
import type { HubIndex } from './hub-index.ts';
import { eventRecordSchema, indexKeys } from './index-records.ts';
import type { EventRecord } from './index-records.ts';
import { judgeEvent } from './judge-event.ts';
import type { Trust } from './judge-event.ts';
import type { Arrival } from './plan-batch.ts';
import type { ToHold } from '../quarantine/quarantine.ts';
import type { Leaf, Moved } from './segment-reader.ts';
import type { SegmentList } from '../segments/segment-list.ts';
import { decide } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export interface Judged {
  readonly moved: Moved;
  readonly verdict: Verdict;
  /** Null for what is under no event's id. */
  readonly arrival: Arrival | null;
}

export interface EventJudgeOptions {
  readonly segments: SegmentList;
  readonly index: HubIndex;
  readonly trust: Trust;
  readonly format: EventFormat;
  /** False for what the index has no record of, without a look at the disk. */
  isHeld(id: EventId): boolean;
}

/** Gathers everything held under one id, in whatever segment, and has it decided over. */
export class EventJudge {
  readonly #options: EventJudgeOptions;

  constructor(options: EventJudgeOptions) {
    this.#options = options;
  }

  async judge(moved: Moved, segment: Segment): Promise<Judged> {
    const id = eventIdSchema.safeParse(moved.id);
    const { isHeld } = this.#options;
    const prior = id.success && isHeld(id.data) ? await this.recordOf(id.data) : null;
    const leaves = await this.#leaves(moved, segment, prior);
    const { trust, format } = this.#options;
    const judged = leaves.map(async (leaf) => {
      return { ...leaf, judgement: await judgeEvent(leaf.document, trust, format) };
    });
    const verdict = decide(await Promise.all(judged));
    const arrival = id.success ? { ...verdict, id: id.data, prior } : null;
    return { moved, verdict, arrival };
  }

  /** What the index holds of an event; null when it is new. */
  async recordOf(id: EventId): Promise<EventRecord | null> {
    const text = await this.#options.index.get(indexKeys.event(id));
    return text === null ? null : eventRecordSchema.parse(JSON.parse(text));
  }

  async #leaves(
    { id, only }: Moved,
    segment: Segment,
    prior: EventRecord | null,
  ): Promise<readonly Leaf[]> {
    const elsewhere = prior?.segments.filter((each) => each !== segment) ?? [];
    if (only && elsewhere.length === 0) return [only];
    const holding = [segment, ...elsewhere];
    const readers = this.#options.segments.readers.filter((reader) =>
      holding.includes(reader.segment),
    );
    return (await Promise.all(readers.map((reader) => reader.leavesOf(id)))).flat();
  }
}

/** What of a judged id goes to quarantine, with how it came. */
export function heldBackOf(
  { moved, verdict, arrival }: Judged,
  arrivals: Arrivals,
): Promise<readonly ToHold[]> {
  const prior = arrival?.prior ?? null;
  const toHold = verdict.heldBack.map(async ({ leaf, reason }) => ({
    hash: leaf.judgement.hash,
    reason,
    id: moved.id,
    rev: leaf.rev,
    segment: leaf.segment,
    ...(await arrivals.of(moved.id, leaf.rev, prior)),
    counted: prior?.fold?.rev === leaf.rev,
    document: leaf.document,
  }));
  return Promise.all(toHold);
}
