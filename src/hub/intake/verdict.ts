import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { LearnerId, Segment } from '../../shared/ids.ts';
import type { BoundEvent } from '../../sync/envelope/event.ts';
import type { EventRecord, FoldPlace } from './index-records.ts';
import type { QuarantineReason } from '../../shared/contracts/quarantine.ts';
import type { Judgement } from './judge-event.ts';

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
  /** That event as it is written, for the index. */
  readonly bound: BoundEvent | null;
  readonly heldBack: readonly HeldBack[];
}

/**
 * Decides over everything held under one event id. A function of the set of contents and of what
 * people decided over them: it does not matter which came first ([HUB9]). Of two good contents, which
 * are a clone's, none counts but one that a person released; a bad one beside a good one does the good
 * one no harm, or anybody could void another's work.
 */
export function decide(leaves: readonly JudgedLeaf[]): Verdict {
  const good = leaves.filter(isGood);
  const bad = leaves.flatMap((leaf) =>
    leaf.judgement.verdict === 'bad' ? [{ leaf, reason: leaf.judgement.reason }] : [],
  );
  const segments = [...new Set(leaves.map(({ segment }) => segment))].sort();
  const counted = counting(good);
  if (counted) {
    const isOther = ({ judgement }: GoodLeaf) => judgement.hash !== counted.judgement.hash;
    const others = good.length === 1 ? [] : good.filter(isOther);
    return accept(counted, segments, [...bad, ...others.map(asClone)]);
  }
  const heldBack = [...bad, ...good.map(asClone)];
  const newer = leaves.some(({ judgement }) => judgement.verdict === 'newer');
  const several = good.length > 1 && contentsOf(good).size > 1;
  const owner = erasedOwner(leaves);
  if (owner !== null) {
    const record = { status: 'erased' as const, owner, segments, fold: null };
    return { record, event: null, bound: null, heldBack };
  }
  const status = several ? 'cloned' : newer ? 'newer' : 'quarantined';
  return { record: { status, segments, fold: null }, event: null, bound: null, heldBack };
}

function erasedOwner(leaves: readonly JudgedLeaf[]): LearnerId | null {
  for (const { judgement } of leaves) {
    if (judgement.verdict === 'erased') return judgement.learner;
  }
  return null;
}

type GoodLeaf = JudgedLeaf & { readonly judgement: { readonly verdict: 'good' } };

function isGood(leaf: JudgedLeaf): leaf is GoodLeaf {
  return leaf.judgement.verdict === 'good';
}

function contentsOf(leaves: readonly GoodLeaf[]): ReadonlySet<string> {
  return new Set(leaves.map(({ judgement }) => judgement.hash));
}

/** The one that counts: the only content, or the one released last; never one that was rejected. */
function counting(good: readonly GoodLeaf[]): GoodLeaf | null {
  const several = good.length > 1 && contentsOf(good).size > 1;
  const candidates = good.filter(({ judgement: { decided } }) =>
    several ? decided?.kind === 'release' : decided?.kind !== 'reject',
  );
  if (candidates.length < 2) return candidates[0] ?? null;
  const inOrder = candidates.toSorted(
    (a, b) => releasedAt(b) - releasedAt(a) || (a.judgement.hash < b.judgement.hash ? -1 : 1) || 0,
  );
  const last = inOrder[0]?.judgement.hash;
  const same = inOrder.filter(({ judgement }) => judgement.hash === last);
  return same.toSorted((a, b) => (a.rev < b.rev ? -1 : 1))[0] ?? null;
}

function releasedAt({ judgement }: GoodLeaf): number {
  return judgement.decided?.hubSeq ?? 0;
}

function asClone(leaf: JudgedLeaf): HeldBack {
  return { leaf, reason: 'clone' };
}

function accept(leaf: GoodLeaf, segments: Segment[], heldBack: readonly HeldBack[]): Verdict {
  const { event, bound } = leaf.judgement;
  const fold = foldPlace(leaf, event);
  return { record: { status: 'good', segments, fold }, event, bound, heldBack };
}

function foldPlace({ segment, rev }: JudgedLeaf, { envelope }: OpenedEvent): FoldPlace | null {
  const { learner, lamport } = envelope;
  return learner === null ? null : { segment, rev, learner, lamport };
}
