/** So many months back can be chosen. */
const mostMonths = 36;

/** Months, newest first, up to the one a date lies in. @param date begins `YYYY-MM` */
export function monthsUpTo(date: string): readonly string[] {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return Array.from({ length: mostMonths }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** The days of a month, `YYYY-MM`, from 1. */
export function daysOf(month: string): readonly number[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  // Day 0 is the last of the month before.
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, before) => before + 1);
}

/** A month's first and last date, or one day of it, `YYYY-MM-DD`. */
export function datesOf(
  month: string,
  day: number | null,
): { readonly from: string; readonly to: string } {
  const dateOf = (each: number) => `${month}-${String(each).padStart(2, '0')}`;
  if (day !== null) return { from: dateOf(day), to: dateOf(day) };
  return { from: dateOf(1), to: dateOf(daysOf(month).length) };
}
