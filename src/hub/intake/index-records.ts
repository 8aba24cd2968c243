import * as z from 'zod';
import type { EventEnvelope } from '../../shared/contracts/documents/event.ts';
import type { Order } from '../../shared/contracts/documents/state.ts';
import { eventIdSchema, learnerIdSchema, segmentSchema } from '../../shared/ids.ts';
import type { EventId, LearnerId, Segment } from '../../shared/ids.ts';
import type { BoundEvent } from '../../sync/envelope/event.ts';

/** What the hub's index holds: keys that sort as they are read, and values as JSON. */

/** Where one event's accepted content lies. */
const placeSchema = z.strictObject({
  segment: segmentSchema,
  rev: z.string(),
  learner: learnerIdSchema,
  lamport: z.number().int().min(1),
});
/** A place in a learner's order: what the folder folds. */
export type FoldPlace = z.infer<typeof placeSchema>;

export const eventRecordSchema = z.strictObject({
  /**
   * `good`: folded (or about nobody); `newer`: of a version not understood yet; `quarantined`: no
   * acceptable content; `cloned`: more than one acceptable content; `erased`: its learner was erased.
   */
  status: z.enum(['good', 'newer', 'quarantined', 'cloned', 'erased']),
  /** Whose it is, where that learner was erased. */
  owner: learnerIdSchema.optional(),
  /** Segments that hold a document of this id. */
  segments: z.array(segmentSchema).min(1),
  /** What is folded; null for what isn't, and for events about nobody. */
  fold: placeSchema.nullable(),
});
export type EventRecord = z.infer<typeof eventRecordSchema>;

/** An event held beyond a gap: folded once the events before it have come. */
export const aheadSchema = z.strictObject({ fold: placeSchema.nullable() });

export const dirtySchema = z.strictObject({
  /** Events indexed since the learner was last folded. */
  added: z.number().int().min(0),
  /** By store, the first seq that may not be folded; null: any of this learner's may not be. */
  unfolded: z.record(z.string(), z.number().int().min(1)).nullable().catch(null),
  /** The first key in the learner's order that changed since; '' for any. */
  from: z.string().catch(''),
});

/** Where an event lies that is to be folded. */
const orderPlaceSchema = z.object({ segment: segmentSchema, rev: z.string() });
type OrderPlace = z.infer<typeof orderPlaceSchema>;

type DirtyRecord = z.infer<typeof dirtySchema>;

export function dirtyValue({ added, unfolded, from }: DirtyRecord): string {
  return JSON.stringify({ added, unfolded, from });
}

/** Longer events are in their segment only: few are, and a page of them would fill the memory. */
const mostIndexed = 4096;

/**
 * The value of an order key: where the event lies, and the event itself, line by line, so that folding
 * reads neighbouring keys and nothing else. `event` is null where it is no longer at hand.
 */
export function orderValue({ segment, rev }: FoldPlace, event: BoundEvent | null): string {
  const place = JSON.stringify({ segment, rev });
  const text = event === null ? place : [place, event.sealed, event.sig, event.clear].join('\n');
  return text.length > mostIndexed ? place : text;
}

/** The event in an order key's value; null where it has to be read at {@link placeInOrderValue}. */
export function eventInOrderValue(value: string): BoundEvent | null {
  const [, sealed, sig, clear] = value.split('\n');
  return sealed === undefined || sig === undefined || clear === undefined
    ? null
    : { sealed, sig, clear };
}

export function placeInOrderValue(value: string): OrderPlace {
  const [place = ''] = value.split('\n', 1);
  return orderPlaceSchema.parse(JSON.parse(place));
}

const seqDigits = 12;
const lamportDigits = 16;

export const indexKeys = {
  checkpoint: (segment: Segment) => `checkpoint:${segment}`,
  vector: (store: string) => `vector:${store}`,
  givenUp: (store: string) => `given-up:${store}`,
  givenUpMark: 'gave-up',
  ahead: (store: string, seq: number) => `ahead:${store}:${String(seq).padStart(seqDigits, '0')}`,
  came: (store: string, seq: number) => `came:${store}:${String(seq).padStart(seqDigits, '0')}`,
  event: (id: EventId) => `event:${id}`,
  newer: (id: EventId) => `newer:${id}`,
  unopened: (learner: LearnerId, id: EventId) => `unopened:${learner}:${id}`,
  dirty: (learner: LearnerId) => `dirty:${learner}`,
  order: (learner: LearnerId, { lamport, id }: Order) =>
    `order:${learner}:${String(lamport).padStart(lamportDigits, '0')}:${id}`,
  generation: 'generation',
  decided: (hash: string) => `decided:${hash}`,
  decisions: 'decisions',
  /** Sorts as events are ordered. */
  view: ({ lamport, _id }: Pick<EventEnvelope, 'lamport' | '_id'>) =>
    `view:${String(lamport).padStart(lamportDigits, '0')}:${_id}`,
  viewNoted: (id: EventId) => `noted:${id}`,
  audit: (hubSeq: number, at: number) => `audit:${auditPlace(hubSeq, at)}`,
  auditOf: (person: string, hubSeq: number, at: number) =>
    `audit-of:${person}:${auditPlace(hubSeq, at)}`,
  /** Lines of a kind lie beside those of a person. */
  kind: (kind: string) => `kind=${kind}`,
  auditDay: (day: string) => `audit-day:${day}`,
  auditMark: 'audited',
  corrected: (learner: LearnerId) => `corrected:${learner}`,
  foldVersion: 'fold-version',
  judgedAgain: 'judged-again',
} as const;

export const indexPrefixes = {
  vector: 'vector:',
  givenUp: 'given-up:',
  ahead: 'ahead:',
  dirty: 'dirty:',
  newer: 'newer:',
  newerOf: (store: string) => `newer:${store}:`,
  cameOf: (store: string) => `came:${store}:`,
  event: 'event:',
  decided: 'decided:',
  order: (learner: LearnerId) => `order:${learner}:`,
  unopened: (learner: LearnerId) => `unopened:${learner}:`,
  view: 'view:',
  audit: 'audit:',
  auditOf: (person: string) => `audit-of:${person}:`,
  auditOfAll: 'audit-of:',
  auditDay: 'audit-day:',
  noted: 'noted:',
} as const;

function auditPlace(hubSeq: number, at: number): string {
  return `${String(hubSeq).padStart(seqDigits, '0')}:${String(at).padStart(3, '0')}`;
}

/** The event id at the end of an order key. */
export function eventOfOrderKey(key: string): EventId {
  const place = 'order:ln-000000000000:'.length + lamportDigits + 1;
  return eventIdSchema.parse(key.slice(place));
}

/** The event id at the end of a `newer:` key. */
export function eventOfNewerKey(key: string): EventId {
  return eventIdSchema.parse(key.slice(indexPrefixes.newer.length));
}
