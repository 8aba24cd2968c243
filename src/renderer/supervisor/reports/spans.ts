import type { ReportChoice } from '../../../shared/contracts/ipc/report-views.ts';

/** Days of a report, both of them counted. */
export type Span = Pick<ReportChoice, 'from' | 'to'>;

export const wholeSpan: Span = { from: null, to: null };

const dayMs = 86_400_000;
const mostMonths = 12;

/** The last so many days, today among them. @param today `YYYY-MM-DD` */
export function lastDays(today: string, days: number): Span {
  return { from: isoDay(Date.parse(today) - (days - 1) * dayMs), to: today };
}

/** A month, `YYYY-MM`, from its first day to its last. */
export function monthSpan(month: string): Span {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: isoDay(Date.UTC(year, number, 0)) };
}

/** The months up to today's, the newest first. */
export function lastMonths(today: string): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: mostMonths }, (_, back) =>
    isoDay(Date.UTC(year, month - 1 - back, 1)).slice(0, 7),
  );
}

const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
