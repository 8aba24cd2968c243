const firstMs = 100;
const longestMs = 8_000;

/**
 * How long to wait before the station's process is started again, ms ([WIN7]): doubling, capped, so
 * that one crash is hardly seen and a crash at every start does not eat an old PC.
 *
 * @param crashes how many times in a row it ended without having been ready for a while
 */
export const restartDelayMs = (crashes: number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.min(crashes, 16));
