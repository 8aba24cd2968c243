import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { Cards, LearnerState, Skills, Stuck } from '../../shared/contracts/documents/state.ts';
import { lessonKey } from '../lesson-progress.ts';
import { isMarkedType } from '../marking.ts';
import { skillAfter } from '../training/mastery.ts';
import { cardAfter, dayNumber } from '../training/review-card.ts';

type Payload<Type extends EventPayload['type']> = Extract<EventPayload, { type: Type }>;
/** An answer, in a lesson or a review. */
export type Attempt = Payload<'attempt.recorded'> | Payload<'review.answered'>;

/** What answers train, while events are folded. What they began as stays as it is. */
export class TrainingDraft {
  #skills: Skills;
  #cards: Cards;
  #stuck: Stuck | null;
  readonly #before: Pick<LearnerState, 'skills' | 'cards'>;

  constructor({ skills, cards, stuck }: Pick<LearnerState, 'skills' | 'cards' | 'stuck'>) {
    this.#skills = skills;
    this.#cards = cards;
    this.#stuck = stuck;
    this.#before = { skills, cards };
  }

  get training(): Pick<LearnerState, 'skills' | 'cards' | 'stuck'> {
    return { skills: this.#skills, cards: this.#cards, stuck: this.#stuck };
  }

  /** One event more, which may be no answer. What nobody marks is none either. */
  take({ envelope, payload }: OpenedEvent): void {
    if (!isAnswer(payload) || !isMarkedType(payload.response.type)) return;
    this.#stuck = stuckAfter(this.#stuck, payload);
    if (payload.trains === undefined) return;
    if (payload.attempt === 1) this.#train(payload);
    this.#remember(payload, envelope.clock.labDay.date);
  }

  #train(attempt: Attempt): void {
    const { pack } = placeOf(attempt);
    if (this.#skills === this.#before.skills) this.#skills = { ...this.#skills };
    for (const skill of new Set(attempt.trains?.skills)) {
      const key = lessonKey(pack, skill);
      this.#skills[key] = skillAfter(this.#skills[key], attempt.outcome === 'right');
    }
  }

  #remember(attempt: Attempt, date: string | null): void {
    const card = attempt.trains?.card ?? null;
    if (card === null) return;
    const before = this.#cards[card];
    const after = cardAfter(before, attempt, date === null ? null : dayNumber(date));
    if (after === undefined || after === before) return;
    if (this.#cards === this.#before.cards) this.#cards = { ...this.#cards };
    this.#cards[card] = after;
  }
}

export function isAnswer(payload: EventPayload): payload is Attempt {
  return payload.type === 'attempt.recorded' || payload.type === 'review.answered';
}

function placeOf(attempt: Attempt): Omit<Stuck, 'wrong'> {
  const { pack, version, lesson, item } = attempt.type === 'review.answered' ? attempt.of : attempt;
  return { pack, version, lesson, item };
}

/** A right answer, anywhere, says that the learner gets on ([HLP1]). */
function stuckAfter(before: Stuck | null, attempt: Attempt): Stuck | null {
  if (attempt.outcome === 'right') return null;
  return { ...placeOf(attempt), wrong: (before?.wrong ?? 0) + 1 };
}
