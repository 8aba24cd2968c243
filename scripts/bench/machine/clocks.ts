/**
 * Milliseconds on the kernel's monotonic clock: comparable between Node processes of one machine,
 * and never set (clock_gettime(2), CLOCK_MONOTONIC).
 */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
