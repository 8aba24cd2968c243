/** Days of a lab's calendar, as `YYYY-MM-DD`. No time zone takes part. */

const dayMs = 86_400_000;

/** Monday is 1, Sunday 7. */
export function weekdayOfDate(date: string): number {
  return new Date(Date.parse(date)).getUTCDay() || 7;
}

/** @param days may be negative */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}
