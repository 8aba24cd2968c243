import { applyEvents, emptyLearnerState } from '../../domain/fold/fold-learner.ts';
import { compareOrder, orderOf } from '../../domain/order.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { LearnerState, Vector } from '../../shared/contracts/documents/state.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { EventId, LearnerId } from '../../shared/ids.ts';

/** A learner as the hub last folded them, and how far into each store that reaches. */
export interface FoldedLearner {
  readonly state: LearnerState;
  readonly folded: Vector;
}

/** What is known of a learner no state document has come for yet. */
export function unknownLearner(learner: LearnerId): FoldedLearner {
  return { state: emptyLearnerState(learner), folded: {} };
}

/** True when the hub's fold already holds this event. */
export function isFolded(id: EventId, folded: Vector): boolean {
  const { station, store, seq } = parseEventId(id);
  return (folded[`${station}:${store}`] ?? 0) >= seq;
}

/**
 * A learner as this station shows them: the hub's state and on top of it this station's own events
 * that aren't folded there yet, each once ([LSN9]).
 */
export function liveState(base: FoldedLearner, own: Iterable<OpenedEvent>): LearnerState {
  const waiting = [...own]
    .filter(({ envelope }) => !isFolded(envelope._id, base.folded))
    .sort((a, b) => compareOrder(orderOf(a.envelope), orderOf(b.envelope)));
  return applyEvents(base.state, waiting);
}
