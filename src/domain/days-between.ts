import { dayNumber } from './training/review-card.ts';

/** How many days one date is after another, both `YYYY-MM-DD` and of the lab ([LAB1]); never below 0. */
export function daysBetween(earlier: string, later: string): number {
  return Math.max(0, dayNumber(later) - dayNumber(earlier));
}
