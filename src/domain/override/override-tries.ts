const second = 1000;
const minute = 60 * second;

/**
 * Waits after so many wrong codes in a row, from the first, ms; the last is kept from there on. Twenty codes of a
 * hundred million: at one try an hour, half a chance takes over two hundred years.
 */
const waits: readonly number[] = [
  0,
  0,
  5 * second,
  15 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  15 * minute,
  60 * minute,
];

/** How long to wait after so many wrong codes in a row, ms ([OVR4]). */
export function overrideWaitMs(wrongTries: number): number {
  return wrongTries === 0 ? 0 : (waits[Math.min(wrongTries, waits.length) - 1] ?? 0);
}
