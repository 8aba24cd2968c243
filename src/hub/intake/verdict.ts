import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { Segment } from '../../shared/ids.ts';
import type { EventRecord, FoldPlace } from './index-records.ts';
import type { Judgement, QuarantineReason } from './judge-event.ts';

/** One of the contents held under one event id. */
export interface JudgedLeaf {
  readonly segment: Segment;
  readonly rev: string;
  readonly document: unknown;
  readonly judgement: Judgement;
}

export interface HeldBack {
  readonly leaf: JudgedLeaf;
  readonly reason: QuarantineReason;
}

export interface Verdict {
  readonly record: EventRecord;
  /** The event to fold, when there is exactly one good content. */
  readonly event: OpenedEvent | null;
  readonly heldBack: readonly HeldBack[];
}

/**
 * Decides over everything held under one event id. A function of the set of contents: it does not
 * matter which came first ([HUB9]). Two good contents are a clone's, and none of them counts; a bad
 * one beside a good one does the good one no harm, or anybody could void another's work.
 */
export function decide(leaves: readonly JudgedLeaf[]): Verdict {
  const good = leaves.filter(({ judgement }) => judgement.verdict === 'good');
  const contents = new Set(good.map(({ judgement }) => judgement.hash));
  const bad = leaves.flatMap((leaf) =>
    leaf.judgement.verdict === 'bad' ? [{ leaf, reason: leaf.judgement.reason }] : [],
  );
  const segments = [...new Set(leaves.map(({ segment }) => segment))].sort();
  if (contents.size > 1) {
    const clones = good.map((leaf) => ({ leaf, reason: 'clone' as const }));
    return {
      record: { status: 'cloned', segments, fold: null },
      event: null,
      heldBack: [...bad, ...clones],
    };
  }
  const accepted = good.toSorted((a, b) => (a.rev < b.rev ? -1 : 1))[0];
  if (accepted) return accept(accepted, segments, bad);
  const newer = leaves.some(({ judgement }) => judgement.verdict === 'newer');
  const status = newer ? 'newer' : 'quarantined';
  return { record: { status, segments, fold: null }, event: null, heldBack: bad };
}

function accept(leaf: JudgedLeaf, segments: Segment[], heldBack: readonly HeldBack[]): Verdict {
  const event = leaf.judgement.verdict === 'good' ? leaf.judgement.event : null;
  const fold = event === null ? null : foldPlace(leaf, event);
  return { record: { status: 'good', segments, fold }, event, heldBack };
}

function foldPlace({ segment, rev }: JudgedLeaf, { envelope }: OpenedEvent): FoldPlace | null {
  const { learner, lamport } = envelope;
  return learner === null ? null : { segment, rev, learner, lamport };
}
