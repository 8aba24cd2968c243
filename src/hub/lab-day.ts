import type { LabDay } from '../shared/contracts/documents/event.ts';

const hoursAheadOfUtc = 7;

/**
 * The lab day as the hub tells it: its own date in Cambodia, unsure, as no staff member has
 * confirmed it yet.
 */
export function labDayAt(wallMs: number): LabDay {
  const local = new Date(wallMs + hoursAheadOfUtc * 3_600_000);
  return { date: local.toISOString().slice(0, 10), sure: false };
}
