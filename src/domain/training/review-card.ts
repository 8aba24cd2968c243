import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { AttemptOutcome } from '../../shared/contracts/documents/event.ts';
import type { ReviewCard } from '../../shared/contracts/documents/state.ts';

/** Nothing random and no steps of minutes: a card's next day is a function of its answers ([REV2]). */
const algorithm = new FSRSAlgorithm(
  generatorParameters({
    enable_fuzz: false,
    enable_short_term: false,
    maximum_interval: 365,
    request_retention: 0.9,
  }),
);

const dayMs = 24 * 60 * 60 * 1000;

/** Days since 1970 of a lab day's date, `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** What a finished item says of what it trains; null while there is another try. */
function gradeOf(outcome: AttemptOutcome, attempt: number): 1 | 2 | 3 | null {
  if (outcome === 'not-yet') return null;
  if (outcome === 'shown') return 1;
  return attempt === 1 ? 3 : 2;
}

/**
 * A card after one more answer ([REV2]).
 * @param day of the answer, days since 1970; null where no date was known: then it is the last one's
 */
export function cardAfter(
  before: ReviewCard | undefined,
  { outcome, attempt }: { readonly outcome: AttemptOutcome; readonly attempt: number },
  day: number | null,
): ReviewCard | undefined {
  const grade = gradeOf(outcome, attempt);
  if (grade === null) return before;
  const [oldStability, oldDifficulty, last = null, , reviews = 0] = before ?? [];
  const on = day ?? last;
  // A first answer on no known day can't be counted on from.
  if (on === null) return before;
  const memory =
    oldStability === undefined || oldDifficulty === undefined
      ? null
      : { stability: oldStability, difficulty: oldDifficulty };
  const passed = Math.max(0, on - (last ?? on));
  const { stability, difficulty } = algorithm.next_state(memory, passed, grade);
  const wait = algorithm.next_interval(stability, passed);
  return [shortened(stability), shortened(difficulty), on, on + wait, reviews + 1];
}

/** Four digits are kept: more say nothing, and are written hundreds of times. */
const shortened = (value: number) => Math.max(0.0001, Math.round(value * 10_000) / 10_000);

/** Whether a card is to be asked. One answered on a day that is yet to come was, on a wrong date. */
export function isDue([, , last, due]: ReviewCard, today: number): boolean {
  return due <= today || last > today;
}

/** How often a card was answered. */
export const timesAnswered = ([, , , , reviews]: ReviewCard): number => reviews;

/** The day from which on it is due, days since 1970. */
export const dueDay = ([, , , due]: ReviewCard): number => due;
