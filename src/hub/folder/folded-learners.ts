import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { indexKeys } from '../intake/index-records.ts';

/** Learners remembered: more than sit in a lab at a time. */
const mostLearners = 64;
const mostSnapshots = 4;

/** The fold of a learner's events up to some place in their order. */
export interface Snapshot {
  readonly state: LearnerState;
  /** Stores these events are of, as in folded vectors. */
  readonly stores: ReadonlySet<string>;
}

/** A learner as last written to `state`, and on the way there. */
export interface FoldedLearner {
  readonly key: SealingKey;
  /** The document's revision; null where there is none. */
  readonly rev: string | null;
  readonly written: LearnerState;
  /** Oldest first. States share what did not change between them. */
  readonly snapshots: readonly Snapshot[];
}

/**
 * What the folder remembers of learners it folded lately: their documents are not read again, and an
 * event that comes late has them folded from a little before it, not from the start ([FLD8]). It is
 * of this run alone and may be forgotten at any time.
 */
export class FoldedLearners {
  readonly #held = new Map<LearnerId, FoldedLearner>();

  /** Null for one not remembered, or remembered from under another key. */
  of(learner: LearnerId, { id, secret }: SealingKey): FoldedLearner | null {
    const held = this.#held.get(learner);
    return held?.key.id === id && held.key.secret === secret ? held : null;
  }

  keep(learner: LearnerId, folded: FoldedLearner): void {
    // Taken out first, so that it stands last: the one folded longest ago is forgotten.
    this.#held.delete(learner);
    this.#held.set(learner, { ...folded, snapshots: thinned(folded.snapshots) });
    if (this.#held.size <= mostLearners) return;
    const [oldest] = this.#held.keys();
    if (oldest !== undefined) this.#held.delete(oldest);
  }

  /** The newest snapshot was written, as this revision. */
  noteWritten(learner: LearnerId, rev: string): void {
    const held = this.#held.get(learner);
    const newest = held?.snapshots.at(-1);
    if (held && newest) this.#held.set(learner, { ...held, rev, written: newest.state });
  }

  forget(learner: LearnerId): void {
    this.#held.delete(learner);
  }

  forgetAll(): void {
    this.#held.clear();
  }
}

/** Those that still hold when everything from `from` on, a key of the learner's order, may have changed. */
export function before(snapshots: readonly Snapshot[], from: string): readonly Snapshot[] {
  return snapshots.filter(({ state: { learner, last } }) => {
    return last !== null && indexKeys.order(learner, last) < from;
  });
}

/** Few of many, the closer the later: most events that come late are not very late. */
function thinned(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  if (snapshots.length <= mostSnapshots) return snapshots;
  const places = snapshots.map(({ state }) => state.last?.lamport ?? 0);
  const gapWithout = (at: number) => (places[at + 1] ?? 0) - (places[at - 1] ?? 0);
  const distance = (at: number) => 1 + (places.at(-1) ?? 0) - (places[at + 1] ?? 0);
  const inner = [...snapshots.keys()].slice(1, -1);
  const [least] = inner.toSorted(
    (a, b) => gapWithout(a) / distance(a) - gapWithout(b) / distance(b),
  );
  return thinned(snapshots.filter((_, at) => at !== least));
}
