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
