import * as z from 'zod';
import { foreignEventSchema } from '../../shared/contracts/documents/event.ts';
import {
  mostTwins,
  quarantineItemSchema,
  quarantinePageSize,
} from '../../shared/contracts/quarantine.ts';
import type {
  Decided,
  QuarantineFilter,
  QuarantineItem,
  QuarantinePage,
} from '../../shared/contracts/quarantine.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { eventIdSchema } from '../../shared/ids.ts';
import type { EventId, LearnerId, StationId } from '../../shared/ids.ts';
import type { HubIndex } from '../intake/hub-index.ts';
import { eventRecordSchema, indexKeys } from '../intake/index-records.ts';
import type { EventRecord } from '../intake/index-records.ts';
import { contentHashOf } from '../intake/judge-event.ts';
import type { SegmentList } from '../segments/segment-list.ts';
import type { Decisions } from './decisions.ts';
import { documentOf } from './quarantine.ts';
import type { Quarantine, Quarantined } from './quarantine.ts';

export interface HeldListOptions {
  readonly quarantine: Quarantine;
  readonly decisions: Decisions;
  readonly segments: SegmentList;
  readonly index: HubIndex;
}

/** Whether who asks may see what says it is of this learner; null is of nobody that can be read. */
export type Sees = (learner: LearnerId | null) => Promise<boolean>;

const everything: Sees = () => Promise.resolve(true);

/** What is held back, as people look at it: page by page, with what each content says of itself. */
export class HeldList {
  readonly #options: HeldListOptions;

  constructor(options: HeldListOptions) {
    this.#options = options;
  }

  /** Contents nobody has decided over. */
  async open(): Promise<number> {
    const { quarantine } = this.#options;
    return Math.max(0, (await quarantine.count()) - (await this.#decided()));
  }

  /** A page of what is open, or of what was decided over, and beside it the twins of its clones. */
  async page(
    wanted: QuarantineFilter,
    after: string | null,
    sees: Sees = everything,
  ): Promise<QuarantinePage> {
    const found: Quarantined[] = [];
    let next = after;
    for (let more = true; more && found.length < quarantinePageSize;) {
      const page = await this.#options.quarantine.page(next, quarantinePageSize);
      more = page.length === quarantinePageSize;
      for (const held of page) {
        if (found.length === quarantinePageSize) break;
        next = held._id;
        if (this.#isWanted(held, wanted) && (await sees(learnerOf(held)))) found.push(held);
      }
    }
    const twins: Quarantined[] = [];
    for (const twin of await this.#twinsOf(found)) {
      if (await sees(learnerOf(twin))) twins.push(twin);
    }
    return {
      items: await Promise.all(found.map((held) => this.#describe(held))),
      twins: await Promise.all(twins.map((held) => this.#describe(held))),
      next: found.length === quarantinePageSize ? next : null,
      open: await this.open(),
      decided: await this.#decided(),
    };
  }

  /** One content with all that is known of it; null when it isn't held. */
  async show(
    hash: string,
  ): Promise<{ readonly item: QuarantineItem; readonly held: Quarantined } | null> {
    const held = await this.#options.quarantine.get(hash);
    return held && { item: await this.#describe(held), held };
  }

  #isWanted(held: Quarantined, { state, reason, origin }: QuarantineFilter): boolean {
    if ((this.#options.decisions.of(held._id) === null) !== (state === 'open')) return false;
    if (reason !== undefined && held.reason !== reason) return false;
    return origin === undefined || originOf(held) === origin;
  }

  /** Other contents held under the numbers of these, whatever was decided over them ([HUB16]). */
  async #twinsOf(found: readonly Quarantined[]): Promise<readonly Quarantined[]> {
    const seen = new Set(found.map(({ _id }) => _id));
    const twins: Quarantined[] = [];
    const clones = found.filter(({ reason }) => reason === 'clone');
    for (const id of new Set(clones.flatMap(({ id: each }) => eventIdOf(each) ?? []))) {
      for (const hash of (await this.#contentsOf(id)).slice(0, mostTwins)) {
        const twin = seen.has(hash) ? null : await this.#options.quarantine.get(hash);
        seen.add(hash);
        if (twin) twins.push(twin);
      }
    }
    return twins;
  }

  async #contentsOf(id: EventId): Promise<readonly string[]> {
    const segments = (await this.#recordOf(id))?.segments ?? [];
    const readers = this.#options.segments.readers.filter((each) =>
      segments.includes(each.segment),
    );
    const leaves = (await Promise.all(readers.map((reader) => reader.leavesOf(id)))).flat();
    return leaves.map(({ document }) => contentHashOf(document));
  }

  async #describe(held: Quarantined): Promise<QuarantineItem> {
    const decided = this.#options.decisions.of(held._id);
    return { ...describeHeld(held, decided), counts: await this.#counts(held, decided) };
  }

  /** Which content of its number counts now. */
  async #counts(held: Quarantined, decided: Decided | null): Promise<QuarantineItem['counts']> {
    const id = eventIdOf(held.id);
    const record = id && (await this.#recordOf(id));
    if (record?.status !== 'good') return 'none';
    // What is about nobody is folded nowhere; there the decision says it.
    const isThis = record.fold ? record.fold.rev === held.rev : decided?.kind === 'release';
    return isThis ? 'this' : 'other';
  }

  async #recordOf(id: EventId): Promise<EventRecord | null> {
    const text = await this.#options.index.get(indexKeys.event(id));
    return text === null ? null : eventRecordSchema.parse(JSON.parse(text));
  }

  /** Decided over, of what is held. */
  #decided(): Promise<number> {
    const { decisions, quarantine } = this.#options;
    return quarantine.countOf(decisions.all().keys());
  }
}

function eventIdOf(id: string): EventId | null {
  return eventIdSchema.safeParse(id).data ?? null;
}

function originOf({ id }: Quarantined): StationId | null {
  const event = eventIdOf(id);
  return event && parseEventId(event).station;
}

/** Whose record a content says it is; null where it says nothing of one that can be read. */
export function learnerOf(held: Quarantined): LearnerId | null {
  return describeHeld(held, null).learner;
}

/** What can be said of a content without opening it. */
function describeHeld(held: Quarantined, decided: Decided | null): Omit<QuarantineItem, 'counts'> {
  const claimed = foreignEventSchema.safeParse(documentOf(held)).data ?? {};
  const { type, learner, recordedMs } = quarantineItemSchema.shape;
  const clock: unknown = Reflect.get(claimed, 'clock');
  const claimedMs: unknown = z.looseObject({ wallMs: z.unknown() }).safeParse(clock).data?.wallMs;
  const { reason, carrier, cameMs, counted, wallMs, length: bytes } = held;
  return {
    content: held._id,
    reason,
    event: eventIdOf(held.id),
    origin: originOf(held),
    type: type.safeParse(Reflect.get(claimed, 'type')).data ?? null,
    learner: learner.safeParse(Reflect.get(claimed, 'learner')).data ?? null,
    recordedMs: recordedMs.safeParse(claimedMs).data ?? null,
    carrier,
    cameMs,
    wallMs,
    counted,
    bytes,
    decided,
  };
}
