import { mostAnswerDays } from '../../shared/contracts/documents/state.ts';
import type { AnswersByDay } from '../../shared/contracts/documents/state.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { isMarkedType } from '../marking.ts';
import { isAnswer } from './fold-training.ts';

const places = { right: 0, 'not-yet': 1, shown: 2 } as const;

/**
 * Answers by lab day while events are folded into them; those they began as stay as they are. Of the
 * newest days alone: an older one never comes back among them, so each that is kept is whole ([LPG2]).
 */
export class AnswersDraft {
  #days: AnswersByDay;
  readonly #before: AnswersByDay;

  constructor(before: AnswersByDay) {
    this.#days = before;
    this.#before = before;
  }

  get days(): AnswersByDay {
    return this.#days;
  }

  /** One event more, which may be no answer. What nobody marks is none either, nor what has no known day. */
  take({ envelope, payload }: OpenedEvent): void {
    const { date } = envelope.clock.labDay;
    if (date === null || !isAnswer(payload) || !isMarkedType(payload.response.type)) return;
    if (this.#days === this.#before) this.#days = { ...this.#days };
    const place = places[payload.outcome];
    const [right, notYet, shown] = this.#days[date] ?? [0, 0, 0];
    const counts: [number, number, number] = [right, notYet, shown];
    counts[place] += 1;
    this.#days[date] = counts;
    this.#keepNewest();
  }

  #keepNewest(): void {
    const days = Object.keys(this.#days);
    if (days.length <= mostAnswerDays) return;
    const oldest = days.reduce((first, each) => (each < first ? each : first));
    delete this.#days[oldest];
  }
}
