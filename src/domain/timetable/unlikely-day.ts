import { dateAfter } from './days.ts';

/** Labs close for a holiday, seldom for longer than this. */
const usualGapDays = 31;

/**
 * What is strange about a day that somebody is about to confirm ([TTB13]): before the last day on which
 * anybody was in the lab, or long after it. Null where nothing is, or nobody ever was there.
 * @param lastDay the last day with anybody in the lab, `YYYY-MM-DD`
 */
export function unlikelyDay(date: string, lastDay: string | null): 'before' | 'long-after' | null {
  if (lastDay === null) return null;
  if (date < lastDay) return 'before';
  return date > dateAfter(lastDay, usualGapDays) ? 'long-after' : null;
}
