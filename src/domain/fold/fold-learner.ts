import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import {
  mostRenewed,
  noAnswers,
  noDays,
  noTries,
  noCards,
  noHelp,
  noPieces,
  noSkills,
  noTimeHere,
  noViewings,
  noneRenewed,
} from '../../shared/contracts/documents/state.ts';
import type {
  LearnerState,
  Order,
  Seat,
  SignInTries,
} from '../../shared/contracts/documents/state.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { isMarkedType } from '../marking.ts';
import { inOrder, isAfter, orderOf } from '../order.ts';
import { withWrongTries } from '../sign-in-tries.ts';
import { daysAfter } from './days-here.ts';
import { helpAfter } from './fold-help.ts';
import { leftAfter } from './fold-left.ts';
import { AnswersDraft } from './fold-answers.ts';
import { LessonsDraft } from './fold-lessons.ts';
import { PiecesDraft } from './fold-pieces.ts';
import { TrainingDraft, isAnswer } from './fold-training.ts';
import type { Attempt } from './fold-training.ts';
import { timeHereAfter } from './time-here.ts';
import { viewingsAfter } from './fold-viewings.ts';

/**
 * Goes up with every change that folds the same events to another state, so that a hub knows to fold
 * everybody anew ([FLD8]).
 */
export const foldVersion = 12;

/** What a seat says is open while its learner goes through what is due: no lesson's key is like it. */
export const reviewSeat = 'review';

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
    days: noDays,
    answered: noAnswers,
    wrongTries: noTries,
    renewed: noneRenewed,
    shown: noneRenewed,
    pieces: noPieces,
    skills: noSkills,
    cards: noCards,
    stuck: null,
    viewings: noViewings,
    board: null,
    timeHere: noTimeHere,
    help: noHelp,
    left: null,
    last: null,
  };
}

/** Folds a learner's events: a function of their set, whatever order they come in ([FLD1]). */
export function foldLearner(learner: LearnerId, events: Iterable<OpenedEvent>): LearnerState {
  return applyEvents(emptyLearnerState(learner), inOrder(events));
}

/** {@link applyEvents} for one. */
export function applyEvent(state: LearnerState, event: OpenedEvent): LearnerState {
  return applyEvents(state, [event]);
}

/**
 * More events, in order, on top of a state, which stays as it is. Equals a full fold when they are
 * later in order than all before them; an earlier one asks for a refold ([FLD2]). Events of other
 * learners change nothing.
 */
export function applyEvents(state: LearnerState, events: Iterable<OpenedEvent>): LearnerState {
  const own = [...events].filter(({ envelope }) => envelope.learner === state.learner);
  if (own.length === 0) return state;
  // One copy that is written to: a copy for each event costs more than folding it.
  const lessons = new LessonsDraft(state.lessons);
  const pieces = new PiecesDraft(state.pieces);
  const training = new TrainingDraft(state);
  const answers = new AnswersDraft(state.answered);
  const draft = { ...state, lessons: lessons.lessons };
  for (const event of own) take(draft, { lessons, pieces, training, answers }, event);
  return { ...draft, pieces: pieces.pieces, answered: answers.days, ...training.training };
}

interface Drafts {
  readonly lessons: LessonsDraft;
  readonly pieces: PiecesDraft;
  readonly training: TrainingDraft;
  readonly answers: AnswersDraft;
}

function take(
  draft: LearnerState,
  { lessons, pieces, training, answers }: Drafts,
  event: OpenedEvent,
): void {
  const { envelope, payload } = event;
  const order = orderOf(envelope);
  if (isAnswer(payload)) count(draft, payload);
  if (payload.type === 'language.chosen') draft.language = payload.language;
  if (payload.type === 'board.chosen') draft.board = payload.board;
  draft.days = daysAfter(draft.days, event);
  draft.wrongTries = triesAfter(draft.wrongTries, payload);
  if (payload.type === 'sign-in.renewed') {
    draft.renewed = [...draft.renewed, payload.handover].slice(-mostRenewed);
  }
  if (payload.type === 'sign-in.shown' && !draft.shown.includes(payload.handover)) {
    draft.shown = [...draft.shown, payload.handover].slice(-mostRenewed);
  }
  draft.viewings = viewingsAfter(draft.viewings, payload, order);
  draft.timeHere = timeHereAfter(draft.timeHere, event);
  const { seat, help } = draft;
  draft.left = leftAfter(draft, event);
  draft.help = helpAfter(help, { seat, stuck: training.training.stuck }, event);
  draft.seat = seatAfter(seat, event, order);
  // Whoever answered has taken the hand down, too.
  if (draft.help !== help && draft.help.open === null) draft.seat = withHandDown(draft.seat);
  lessons.take(event, order);
  draft.activeMs += pieces.take(event, order);
  training.take(event);
  answers.take(event);
  if (isAfter(order, draft.last)) draft.last = order;
}

function count(draft: LearnerState, attempt: Attempt): void {
  draft.activeMs += attempt.activeMs;
  // Looking at something, or reading it aloud, takes time but is no try at a question.
  if (!isMarkedType(attempt.response.type)) return;
  draft.attempts += 1;
  if (attempt.outcome === 'right') draft.right += 1;
}

/** Sitting down ends the count; each sign-in a learner had is counted by its number ([SGN8]). */
function triesAfter(tries: SignInTries, payload: OpenedEvent['payload']): SignInTries {
  if (payload.type === 'sitting.started') return noTries;
  if (payload.type !== 'sign-in.failed') return tries;
  return withWrongTries(tries, payload.secret, payload.tries);
}

function withHandDown(seat: Seat | null): Seat | null {
  return seat?.helpAsked === true ? { ...seat, helpAsked: false } : seat;
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
    case 'piece.opened':
      return { ...seat, lesson: `${payload.pack}/${payload.piece}` };
    case 'review.opened':
      return { ...seat, lesson: reviewSeat };
    case 'lesson.left':
    case 'lesson.completed':
    case 'piece.left':
    case 'review.left':
      return { ...seat, lesson: null };
    case 'help.asked':
      return { ...seat, helpAsked: true };
    case 'help.ended':
      return { ...seat, helpAsked: false };
    case 'attempt.recorded':
    case 'review.answered':
    case 'piece.saved':
    case 'piece.reported':
    case 'piece.failed':
    case 'screen.kept':
      return seat;
  }
}
