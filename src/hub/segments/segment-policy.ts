import * as z from 'zod';

const dayMs = 24 * 60 * 60 * 1000;

/** When a segment is full; whichever comes first. */
export const segmentPolicySchema = z.strictObject({
  /** Events a segment holds before the next is opened. */
  mostEvents: z.number().int().min(1),
  /** Lab days a segment is written to. */
  mostDays: z.number().int().min(1),
});
export type SegmentPolicy = z.infer<typeof segmentPolicySchema>;

/** About a month of a busy lab: a few MB on each station, and a dozen segments a year. */
export const usualSegmentPolicy: SegmentPolicy = { mostEvents: 100_000, mostDays: 31 };

/** The newest segment as it stands; dates as `YYYY-MM-DD`. */
export interface NewestSegment {
  readonly events: number;
  /** The lab day it was opened on. */
  readonly openedOn: string;
  readonly today: string;
}

/**
 * Whether a new segment is to be opened ([SEG2]). A clock that was set back far counts like one that
 * went on far, or a wrong date once written down would keep a segment open for years. An empty
 * segment is never followed by another.
 */
export function isFull(
  { events, openedOn, today }: NewestSegment,
  { mostEvents, mostDays }: SegmentPolicy,
): boolean {
  if (events === 0) return false;
  const days = Math.abs(Date.parse(today) - Date.parse(openedOn)) / dayMs;
  return events >= mostEvents || days >= mostDays;
}
