import { viewingsAfter } from '../../domain/fold/fold-viewings.ts';
import { compareOrder, inOrder, orderOf } from '../../domain/order.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { AttendedViewing, Order, Viewings } from '../../shared/contracts/documents/state.ts';
import type { LearnerId, ViewingId } from '../../shared/ids.ts';
import type { Summaries } from '../learners/summary-index.ts';

/** A viewing as it is recorded of several learners. */
export interface HeldViewing {
  /** As it was last said of anybody. */
  readonly film: AttendedViewing;
  readonly touched: Order;
  readonly people: ReadonlyMap<LearnerId, AttendedViewing>;
}

export interface HeldViewingSources {
  readonly summaries: Pick<Summaries, 'all'>;
  /** What this station recorded of a learner and no fold holds yet. */
  readonly ownEvents: (learner: LearnerId) => Promise<readonly OpenedEvent[]>;
}

/** What is recorded of films shown to these learners, here and elsewhere, newest first. */
export async function heldViewings(
  { summaries, ownEvents }: HeldViewingSources,
  learners: Iterable<LearnerId>,
): Promise<ReadonlyMap<ViewingId, HeldViewing>> {
  const held = new Map<
    ViewingId,
    { film: AttendedViewing; people: Map<LearnerId, AttendedViewing> }
  >();
  for (const learner of learners) {
    const folded = summaries.all.get(learner)?.viewings ?? [];
    const own = await ownEvents(learner);
    for (const attended of withOwn(folded, own)) {
      const before = held.get(attended.viewing);
      const people = before?.people ?? new Map<LearnerId, AttendedViewing>();
      people.set(learner, attended);
      const isLater =
        before === undefined || compareOrder(attended.touched, before.film.touched) > 0;
      held.set(attended.viewing, { film: isLater ? attended : before.film, people });
    }
  }
  const newest = [...held].toSorted(([, a], [, b]) => compareOrder(b.film.touched, a.film.touched));
  return new Map(newest.map(([id, each]) => [id, { ...each, touched: each.film.touched }]));
}

function withOwn(
  folded: readonly AttendedViewing[],
  own: readonly OpenedEvent[],
): readonly AttendedViewing[] {
  if (own.length === 0) return folded;
  const before: Viewings = Object.fromEntries(folded.map((each) => [each.viewing, each]));
  const after = inOrder(own).reduce(
    (viewings, { envelope, payload }) => viewingsAfter(viewings, payload, orderOf(envelope)),
    before,
  );
  return Object.values(after);
}
