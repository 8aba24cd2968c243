import { staffIdSchema } from '../shared/ids.ts';

/** Which waits hold: a station that hears of no other's tries has to be stricter. */
export type Company = 'lab' | 'alone';

/** Wrong tries in a row that cost nothing, where others' are heard of. */
export const freeTries = 2;

const second = 1000;
const minute = 60 * second;

/**
 * Waits after so many wrong tries in a row, from the first; the last is kept from there on ([SGN3]).
 * 11,880 picture codes at five minutes each take over a month of days and nights. Eight stations cut off
 * from each other, at twenty minutes, allow two tries in the time of one.
 */
const waits: Readonly<Record<Company, readonly number[]>> = {
  lab: [0, 0, 5 * second, 15 * second, 30 * second, minute, 2 * minute, 5 * minute],
  alone: [
    5 * second,
    15 * second,
    30 * second,
    minute,
    2 * minute,
    5 * minute,
    10 * minute,
    20 * minute,
  ],
};

/** From so many wrong passphrases in a row on, staff are locked out for half an hour after each ([SGN12]). */
export const lockoutFrom = 10;
const lockoutMs = 30 * minute;

/**
 * How long somebody waits after so many wrong tries in a row, ms.
 * @param person id of a learner or of the staff
 */
export function waitAfter(person: string, wrongTries: number, company: Company): number {
  if (wrongTries === 0) return 0;
  if (wrongTries >= lockoutFrom && staffIdSchema.safeParse(person).success) return lockoutMs;
  const table = waits[company];
  return table[Math.min(wrongTries, table.length) - 1] ?? 0;
}
