import type { SelfTestOutcome } from '../../shared/contracts/self-test.ts';

/** What a station measures of its PC comes to this ([SLF2]). Null stands for what the system won't say. */

const mebibyte = 1024 * 1024;
/** Below this Rean's window and a lesson do not fit beside the system ([IMG7]). */
const leastMemoryBytes = 1_700 * mebibyte;
const leastAvailableBytes = 256 * mebibyte;
/** A month of a lab's work, and what is kept back for it ([PER7]). */
const leastFreeBytes = 1024 * mebibyte;
/** Further from the hub's, a clock was reset: its battery is empty, or nobody has set it. */
const clockOffMs = 10 * 60_000;
/** From Rean's first release to where dates of certificates end making sense. */
const plausible = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2060, 0, 1) };

export function judgeMemory(
  totalBytes: number | null,
  availableBytes: number | null,
): SelfTestOutcome {
  if (totalBytes === null) return 'not-possible';
  const tooLittle = availableBytes !== null && availableBytes < leastAvailableBytes;
  return totalBytes < leastMemoryBytes || tooLittle ? 'fail' : 'pass';
}

export interface DiskMeasured {
  readonly freeBytes: number | null;
  /** Whether what was written came back as it was; null where it could not be tried. */
  readonly readBack: boolean | null;
  /** By its own word (SMART, or what eMMC says of its life); null where it says nothing to us. */
  readonly healthy: boolean | null;
}

/** A disk that says nothing of its health, as most to who is not root, is judged by room and by what comes back. */
export function judgeDisk({ freeBytes, readBack, healthy }: DiskMeasured): SelfTestOutcome {
  if (healthy === false || readBack === false) return 'fail';
  if (freeBytes !== null && freeBytes < leastFreeBytes) return 'fail';
  return readBack === null ? 'not-possible' : 'pass';
}

export interface FlushMeasured {
  /** Median time of a small write and its flush, ms. */
  readonly medianMs: number;
  /** Whether its disk turns; null where no disk is known for the folder. */
  readonly rotational: boolean | null;
  /** Options the file system is mounted with. */
  readonly mountOptions: readonly string[];
}

/**
 * Whether flushing does what it says, as far as it shows from here. A disk that turns needs a part of a turn for each flush,
 * 4 ms and more: one that is done in a tenth of that has only taken note. One without turning parts may be honest and
 * as quick; of it only a file system that was told not to flush is known.
 */
export function judgeFlush({ medianMs, rotational, mountOptions }: FlushMeasured): SelfTestOutcome {
  if (mountOptions.some((option) => option === 'nobarrier' || option === 'barrier=0'))
    return 'fail';
  if (rotational === null) return 'not-possible';
  return rotational && medianMs < quickestTurnMs ? 'fail' : 'pass';
}

/** An eighth of a turn at 15,000 a minute: no honest median is below. */
const quickestTurnMs = 0.5;

/** By the hub's clock where it is in touch; else only whether a clock could say so at all. @param wallMs since 1970 */
export function judgeClock(wallMs: number, hubOffsetMs: number | null): SelfTestOutcome {
  if (hubOffsetMs !== null) return Math.abs(hubOffsetMs) > clockOffMs ? 'fail' : 'pass';
  return wallMs < plausible.from || wallMs > plausible.to ? 'fail' : 'not-possible';
}

export interface HubMet {
  readonly reachable: boolean;
  /** What stands in the way, by code; null where nothing does. */
  readonly trouble: string | null;
}

/** The hub's certificate is the site's: a hub that is away could not show it; one that shows another is another. */
export function judgeHub({ reachable, trouble }: HubMet): SelfTestOutcome {
  if (reachable) return 'pass';
  const refuses = trouble === 'hub-certificate-mismatch' || trouble === 'hub-refused';
  return refuses ? 'fail' : 'not-possible';
}
