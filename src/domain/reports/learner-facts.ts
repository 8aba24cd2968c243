import type { LearnerState, SkillProgress, Stuck } from '../../shared/contracts/documents/state.ts';
import { mostAnswersLookedAt } from '../../shared/contracts/pack-manifest.ts';
import type { Mastery } from '../../shared/contracts/pack-manifest.ts';
import { daysHere } from '../fold/days-here.ts';
import { timedDays } from '../fold/time-here.ts';
import { dayNumber } from '../training/review-card.ts';
import type { NamePool } from './name-pool.ts';

/**
 * What reports need of a learner's state, and no more: a supervisor's station holds it of everybody, so
 * that a report of thousands opens no document. Lists of numbers, as objects would take ten times the
 * memory; days are days since 1970, names are numbers of a {@link NamePool} ([RPT5]).
 */
export interface LearnerFacts {
  readonly attempts: number;
  readonly right: number;
  readonly stuck: Stuck | null;
  /** Days on which they were here, each once, ascending. */
  readonly days: Uint16Array;
  /** Day and whole minutes in the lab, and so on: of the newest days ([ATT1]). */
  readonly minutes: Uint16Array;
  /** The same of months, by their first day: what was before those days. */
  readonly months: Uint32Array;
  /** Whole minutes in which they did something, since the beginning ([TSK1]). */
  readonly active: number;
  /** Lessons and pieces that were begun: which, and {@link notDone}, {@link doneUndated} or the day they were done. */
  readonly items: Uint32Array;
  /** Items met in lessons that are not done: lesson, item, and so on. */
  readonly met: Uint32Array;
  /** Items whose first answer was wrong: lesson, item, and two answers, 0 where there is none. */
  readonly missed: Uint32Array;
  /** Skills that were tried: which, and what {@link hasMastered} reads. */
  readonly skills: Uint32Array;
  /** Films they were there for. */
  readonly films: readonly { readonly day: number | null; readonly minutes: number }[];
}

export const notDone = 0;
export const doneUndated = 1;

const minuteMs = 60_000;
/** Whole minutes are taken of each day, so that days, months, learners and groups add up to one sum. */
const minutesIn = (ms: number) => Math.round(ms / minuteMs);

export function factsOf(state: LearnerState, pool: NamePool): LearnerFacts {
  const { attempts, right, stuck } = state;
  return {
    attempts,
    right,
    stuck,
    days: daysOf(state),
    minutes: Uint16Array.from(
      Object.entries(timedDays(state.timeHere)).flatMap(([day, [ms]]) => [
        dayNumber(day),
        minutesIn(ms),
      ]),
    ),
    months: Uint32Array.from(
      Object.entries(state.timeHere.months).flatMap(([month, [ms]]) => [
        dayNumber(`${month}-01`),
        minutesIn(ms),
      ]),
    ),
    active: minutesIn(state.activeMs),
    ...lessonFacts(state, pool),
    skills: Uint32Array.from(
      Object.entries(state.skills).flatMap(([key, { best }]) => [
        pool.numberOf(key),
        ...packed(best),
      ]),
    ),
    films: Object.values(state.viewings)
      .filter(({ there }) => there)
      .map(({ day, shownMs }) => ({
        day: day === null ? null : dayNumber(day),
        minutes: minutesIn(shownMs),
      })),
  };
}

function daysOf(state: LearnerState): Uint16Array {
  const days = Object.entries(daysHere(state)).flatMap(([month, bits]) => {
    const before = dayNumber(`${month}-01`) - 1;
    const numbers = Array.from({ length: 31 }, (_, at) => at + 1);
    return numbers.filter((day) => (bits >> (day - 1)) & 1).map((day) => before + day);
  });
  return Uint16Array.from(days).sort();
}

function lessonFacts(
  { lessons, pieces }: LearnerState,
  pool: NamePool,
): Pick<LearnerFacts, 'items' | 'met' | 'missed'> {
  const items: number[] = [];
  const met: number[] = [];
  const missed: number[] = [];
  for (const [key, lesson] of Object.entries(lessons)) {
    const number = pool.numberOf(key);
    const done = lesson.completedRuns > 0;
    items.push(number, standingOf(done, lesson.finished));
    const wrong = Object.entries(lesson.missed ?? {});
    for (const [item, [, answers]] of wrong) {
      const [first = 0, second = 0] = answers.map((answer) => pool.numberOf(answer));
      missed.push(number, pool.numberOf(item), first, second);
    }
    if (done) continue;
    // Begun anew since, what was answered wrong before was met as well.
    const all = new Set([...Object.keys(lesson.items), ...wrong.map(([item]) => item)]);
    for (const item of all) met.push(number, pool.numberOf(item));
  }
  for (const [key, { completed, finished }] of Object.entries(pieces)) {
    items.push(pool.numberOf(key), standingOf(completed, finished));
  }
  return {
    items: Uint32Array.from(items),
    met: Uint32Array.from(met),
    missed: Uint32Array.from(missed),
  };
}

const standingOf = (done: boolean, finished: number | undefined) =>
  done ? (finished ?? doneUndated) : notDone;

/** Four bits for each of the most that were right of n in a row, in two numbers. */
function packed(best: SkillProgress['best']): readonly [number, number] {
  const half = mostAnswersLookedAt / 2;
  const join = (some: readonly number[]) =>
    some.reduce((all, most, place) => all | (most << (place * 4)), 0);
  return [join(best.slice(0, half)), join(best.slice(half))];
}

/**
 * Whether a skill is mastered, by what its course asks for.
 * @param at where its number stands in `skills`
 */
export function hasMastered(skills: Uint32Array, at: number, { right, of }: Mastery): boolean {
  const half = mostAnswersLookedAt / 2;
  const bits = skills[at + (of > half ? 2 : 1)] ?? 0;
  return ((bits >> (((of - 1) % half) * 4)) & 15) >= right;
}
