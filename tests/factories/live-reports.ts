import { liveReportSchema } from '../../src/shared/contracts/live-seat.ts';
import type { LiveReport } from '../../src/shared/contracts/live-seat.ts';

/** What a seat says; nobody sits there unless a test says so. @param over `run` by one hex digit */
export function liveReport(over: Partial<LiveReport> = {}): LiveReport {
  const { run = 'a', ...rest } = over;
  return liveReportSchema.parse({
    v: 1,
    number: 1,
    sitting: null,
    waiting: 0,
    receiptAgeMs: null,
    wallMs: 1_800_000_000_000,
    appVersion: '0.1.0',
    diskUsedPart: 0.5,
    celsius: 50,
    ...rest,
    run: run.repeat(16 / run.length),
  });
}
