import * as z from 'zod';

/**
 * Slows down guessing ([SGN3]). Three tries are free; then each wrong one makes the next wait
 * longer. Waits run on the monotonic clock, so setting the PC's clock shortens none; wrong tries
 * are kept over restarts and the wait begins anew, so switching off shortens none either.
 */

const second = 1000;
/** By wrong tries in a row, from the third; the last is kept from there on. 11,880 picture codes at five minutes each take over a month of days and nights. */
const waits = [5, 15, 30, 60, 120, 300].map((seconds) => seconds * second);
const freeTries = 2;

/** People remembered at most; those with the fewest wrong tries are forgotten first. */
const remembered = 2000;

/** How long to wait after so many wrong tries in a row, ms. */
function waitAfter(wrongTries: number): number {
  if (wrongTries <= freeTries) return 0;
  return waits[Math.min(wrongTries - freeTries, waits.length) - 1] ?? 0;
}

/** Wrong tries in a row by person, and the monotonic moment (ms) the next try is free. */
export type Tries = ReadonlyMap<string, { readonly wrong: number; readonly freeAtMs: number }>;

/** How long this person has to wait yet, ms; 0 when a try is free. */
export function waitLeft(tries: Tries, person: string, nowMs: number): number {
  return Math.max(0, (tries.get(person)?.freeAtMs ?? 0) - nowMs);
}

export function afterWrong(tries: Tries, person: string, nowMs: number): Tries {
  const wrong = (tries.get(person)?.wrong ?? 0) + 1;
  const entries = [...tries].filter(([other]) => other !== person);
  if (entries.length >= remembered) {
    entries.sort(([, a], [, b]) => b.wrong - a.wrong).length = remembered - 1;
  }
  return new Map([...entries, [person, { wrong, freeAtMs: nowMs + waitAfter(wrong) }]]);
}

export function afterRight(tries: Tries, person: string): Tries {
  return new Map([...tries].filter(([other]) => other !== person));
}

/** As kept on disk: counts only, as moments of a monotonic clock mean nothing to the next process. */
export const savedTriesSchema = z.object({
  v: z.literal(1),
  wrong: z.record(z.string(), z.number().int().min(1)),
});
export type SavedTries = z.infer<typeof savedTriesSchema>;

export function savedTries(tries: Tries): SavedTries {
  return { v: 1, wrong: Object.fromEntries([...tries].map(([who, { wrong }]) => [who, wrong])) };
}

export function restoredTries(saved: SavedTries, nowMs: number): Tries {
  return new Map(
    Object.entries(saved.wrong).map(([who, wrong]) => [
      who,
      { wrong, freeAtMs: nowMs + waitAfter(wrong) },
    ]),
  );
}
