import { confirmedWithinDays } from '../../shared/contracts/lab-attendance.ts';
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
}
/** By the wrong day. */
export type MovedDays = ReadonlyMap<string, MovedDay>;

/**
 * Why one day can't be moved to another: `to` for a right day on which no sheet can be confirmed, `near`
 * for a wrong one on which the lab may have been open itself, so that nobody can tell the two apart.
 */
export function whyNotMoved(from: string, to: string, today: string): 'to' | 'near' | null {
  if (!isWithin(to, today)) return 'to';
  return isWithin(from, today) ? 'near' : null;
}

/** Whether sheets of that day can be confirmed ([ATT2]). */
function isWithin(day: string, today: string): boolean {
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
  return [day, ...[...moved.values()].flatMap(({ from, to }) => (to === day ? [from] : []))];
}

/**
 * What was recorded of a learner, each day as the one it counts on. Once a wrong day to come has come
 * itself, its records can't be told from those of before, and are of that day.
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
    return known === undefined || isWithin(day, today) ? day : known.to;
  });
}
