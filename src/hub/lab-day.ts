import type { LabDay } from '../shared/contracts/documents/event.ts';

const hoursAheadOfUtc = 7;

/**
 * The lab day as the hub tells it: its own date in Cambodia, unsure, as no staff member has
 * confirmed it yet.
 */
export function labDayAt(wallMs: number): LabDay {
  return { date: labDateAt(wallMs), sure: false };
}

/** The date in Cambodia, `YYYY-MM-DD`. */
export function labDateAt(wallMs: number): string {
  return new Date(wallMs + hoursAheadOfUtc * 3_600_000).toISOString().slice(0, 10);
}
