import { confirmedWithinDays } from '../../shared/contracts/lab-attendance.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { dateAfter } from '../timetable/days.ts';
import { onOtherDays } from './recorded-days.ts';
import type { RecordedDays } from './recorded-days.ts';
import type { PlacedMark } from './standing-mark.ts';

/**
 * Lab days that were confirmed wrong and stand for another since ([ATT12]). What was said and recorded on
 * such a day stays as it is, and counts on the right one.
 */

/** That all which was there of one day by then is of another. Dates are `YYYY-MM-DD`. */
export interface MovedDay {
  readonly from: string;
  readonly to: string;
  /** What was said of `from` later is of that day itself: it has come by then. */
  readonly hubSeq: number;
  /** Which day it was as this was said; of days that were moved by an earlier hub it isn't known. */
  readonly on?: string | undefined;
}
/** By the wrong day. */
export type MovedDays = ReadonlyMap<string, MovedDay>;

/**
 * Why one day can't be moved to another: `to` for a right day on which no sheet can be confirmed, `today` as
 * that goes on and gets records still, `same` where it counts as itself. A day that was moved may be moved
 * back to itself.
 */
export function whyNotMoved(
  { from, to }: Pick<MovedDay, 'from' | 'to'>,
  today: string,
  moved: MovedDays,
): 'to' | 'today' | 'same' | null {
  if ((moved.get(from)?.to ?? from) === to) return 'same';
  if (from !== to && !isWithin(to, today)) return 'to';
  return from === today ? 'today' : null;
}

/** Whether sheets of that day can be confirmed ([ATT2]), so that the lab may have been open on it. */
export function isWithin(day: string, today: string): boolean {
  return day <= today && day >= dateAfter(today, -confirmedWithinDays);
}

/** The day a word counts on. */
export function countedDay(
  { day, hubSeq }: Pick<PlacedMark, 'day' | 'hubSeq'>,
  moved: MovedDays,
): string {
  const known = moved.get(day);
  return known !== undefined && hubSeq < known.hubSeq ? known.to : day;
}

/** That day, and those whose words may count on it. */
export function daysOfWords(day: string, moved: MovedDays): readonly string[] {
  const others = [...moved.values()].filter(({ from, to }) => to === day && from !== day);
  return [day, ...others.map(({ from }) => from)];
}

type Said = Pick<PlacedMark, 'learner' | 'hubSeq'>;

/**
 * Whose words would go from one day to another, and who would have words of two days on the right one.
 * @param saidOn words by the day that they were said of, wherever they count
 */
export function wordsMoving(
  saidOn: (day: string) => Iterable<Said>,
  moved: MovedDays,
  { from, to }: Pick<MovedDay, 'from' | 'to'>,
): { readonly moving: ReadonlySet<LearnerId>; readonly clashing: ReadonlySet<LearnerId> } {
  const counting = new Map<LearnerId, string>();
  const clashing = new Set<LearnerId>();
  for (const { learner, hubSeq } of saidOn(from)) {
    const day = countedDay({ day: from, hubSeq }, moved);
    // Said of the wrong day, and, after that was moved, of the day itself once more.
    if ((counting.get(learner) ?? day) !== day) clashing.add(learner);
    counting.set(learner, day);
  }
  for (const day of daysOfWords(to, moved).filter((each) => each !== from)) {
    for (const { learner, hubSeq } of saidOn(day)) {
      const isThere = countedDay({ day, hubSeq }, moved) === to;
      if (isThere && counting.has(learner)) clashing.add(learner);
    }
  }
  return { moving: new Set(counting.keys()), clashing };
}

/**
 * What was recorded of a learner, each day as the one it counts on. Once a wrong day to come has come
 * itself, its records can't be told from those of before, and are of that day; a day that was over as it was
 * moved has no others.
 * @param today null while it is not known: then nothing is moved
 */
export function countedRecords(
  recorded: RecordedDays,
  moved: MovedDays,
  today: string | null,
): RecordedDays {
  if (moved.size === 0 || today === null) return recorded;
  return onOtherDays(recorded, (day) => {
    const known = moved.get(day);
    if (known === undefined) return day;
    const wasOver = known.on !== undefined && day <= known.on;
    return wasOver || !isWithin(day, today) ? known.to : day;
  });
}
