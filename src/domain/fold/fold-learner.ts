import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { LearnerState, Order, Seat } from '../../shared/contracts/documents/state.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { inOrder, isAfter, orderOf } from '../order.ts';
import { applyToLessons } from './fold-lessons.ts';

/**
 * Goes up with every change that folds the same events to another state, so that a hub knows to fold
 * everybody anew ([FLD8]).
 */
export const foldVersion = 1;

/** The state of a learner of whom nothing has been recorded. */
export function emptyLearnerState(learner: LearnerId): LearnerState {
  return {
    learner,
    language: null,
    seat: null,
    lessons: {},
    attempts: 0,
    right: 0,
    activeMs: 0,
    last: null,
  };
}

/** Folds a learner's events: a function of their set, whatever order they come in ([FLD1]). */
export function foldLearner(learner: LearnerId, events: Iterable<OpenedEvent>): LearnerState {
  return inOrder(events).reduce(applyEvent, emptyLearnerState(learner));
}

/**
 * One more event on top of a state. Equals a full fold when the event is later in order than all
 * before it; an earlier one asks for a refold ([FLD2]). Events of other learners change nothing.
 */
export function applyEvent(state: LearnerState, event: OpenedEvent): LearnerState {
  const { envelope, payload } = event;
  if (envelope.learner !== state.learner) return state;
  const order = orderOf(envelope);
  return {
    ...state,
    ...countsAfter(state, payload),
    language: payload.type === 'language.chosen' ? payload.language : state.language,
    seat: seatAfter(state.seat, event, order),
    lessons: applyToLessons(state.lessons, payload, order),
    last: isAfter(order, state.last) ? order : state.last,
  };
}

function countsAfter(state: LearnerState, payload: EventPayload) {
  if (payload.type !== 'attempt.recorded') return {};
  // Looking at something takes time but is no try at a question.
  const asked = payload.response.type !== 'present';
  return {
    attempts: state.attempts + (asked ? 1 : 0),
    right: state.right + (asked && payload.outcome === 'right' ? 1 : 0),
    activeMs: state.activeMs + payload.activeMs,
  };
}

function seatAfter(seat: Seat | null, event: OpenedEvent, order: Order): Seat | null {
  const { payload } = event;
  if (payload.type === 'sitting.started') {
    const { station } = parseEventId(event.envelope._id);
    // A learner who moves leaves the first seat by sitting down at the second.
    return { station, sitting: payload.sitting, since: order, lesson: null, helpAsked: false };
  }
  if (seat === null || !('sitting' in payload) || payload.sitting !== seat.sitting) return seat;
  switch (payload.type) {
    case 'sitting.ended':
      return null;
    case 'lesson.opened':
      return { ...seat, lesson: `${payload.pack}/${payload.lesson}` };
    case 'lesson.left':
    case 'lesson.completed':
      return { ...seat, lesson: null };
    case 'help.asked':
      return { ...seat, helpAsked: true };
    case 'help.ended':
      return { ...seat, helpAsked: false };
    case 'attempt.recorded':
      return seat;
  }
}
