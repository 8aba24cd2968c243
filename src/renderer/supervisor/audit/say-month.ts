import type { Language } from '../../../shared/ids.ts';
import { monthName } from '../../../shared/khmer/dates.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';

/** @param month `YYYY-MM` */
export function sayMonth(month: string, language: Language): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${monthName(number, language)} ${formatDigits(year, language)}`;
}
