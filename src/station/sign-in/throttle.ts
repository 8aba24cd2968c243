import * as z from 'zod';
import { waitAfter } from '../../domain/sign-in-waits.ts';
import type { Company } from '../../domain/sign-in-waits.ts';

/**
 * Slows down guessing ([SGN3], [SGN8]). Two tries are free; then each wrong one makes the next wait
 * longer. Waits run on the monotonic clock, so setting the PC's clock shortens none; wrong tries
 * are kept over restarts and the wait begins anew, so switching off shortens none either.
 */

/** People remembered at most; those with the fewest wrong tries are forgotten first. */
const remembered = 2000;

interface Counted {
  /** Wrong tries here that no record holds yet. */
  readonly unrecorded: number;
  /** All wrong tries in a row, the lab's included, when they were last looked at. */
  readonly total: number;
  /** The monotonic moment (ms) the next try is free. */
  readonly freeAtMs: number;
  /** When the last was made, by the PC's clock, ms since 1970. */
  readonly lastWallMs: number;
}

/** Staff's tries are on no record that a right one elsewhere could end: after so long they count no more. */
const staffKeptMs = 24 * 60 * 60_000;

/** By person. */
export type Tries = ReadonlyMap<string, Counted>;

/** A look at somebody's count: what is on record in the lab, and when. */
export interface Look {
  readonly person: string;
  readonly recorded: number;
  readonly company: Company;
  readonly nowMs: number;
}

/** How long this person has to wait yet, ms; 0 when a try is free. */
export function waitLeft(tries: Tries, person: string, nowMs: number): number {
  return Math.max(0, (tries.get(person)?.freeAtMs ?? 0) - nowMs);
}

/** All wrong tries in a row, as last looked at. */
export function wrongTries(tries: Tries, person: string): number {
  return tries.get(person)?.total ?? 0;
}

/** Wrong tries here that are on no record yet. */
export function unrecordedTries(tries: Tries, person: string): number {
  return tries.get(person)?.unrecorded ?? 0;
}

/** Tries elsewhere make this station wait from the moment it hears of them; where the count went down, it waits no longer than that count asks. */
export function afterLook(tries: Tries, look: Look): Tries {
  const before = tries.get(look.person);
  const total = look.recorded + (before?.unrecorded ?? 0);
  if (total === (before?.total ?? 0)) return tries;
  const due = look.nowMs + waitAfter(look.person, total, look.company);
  const grew = total > (before?.total ?? 0);
  const running = before?.freeAtMs ?? 0;
  const freeAtMs = grew ? Math.max(running, due) : Math.min(running, due);
  const { unrecorded, lastWallMs } = before ?? { unrecorded: 0, lastWallMs: 0 };
  return withPerson(tries, look.person, { unrecorded, total, freeAtMs, lastWallMs });
}

/** A try about to be checked. */
interface Wrong extends Omit<Look, 'recorded'> {
  readonly wallMs: number;
}

/** One more, not on record yet. @param atLeast what the hub counts with it */
export function afterWrong(tries: Tries, wrong: Wrong, atLeast = 0): Tries {
  const before = tries.get(wrong.person);
  const total = Math.max((before?.total ?? 0) + 1, atLeast);
  return withWrong(tries, wrong, { unrecorded: (before?.unrecorded ?? 0) + 1, total });
}

/** One more of somebody whom only the hub counts for the lab: what it says takes the place of the count here. */
export function afterTold(tries: Tries, wrong: Wrong, total: number): Tries {
  return withWrong(tries, wrong, { unrecorded: total, total });
}

function withWrong(
  tries: Tries,
  { person, company, nowMs, wallMs }: Wrong,
  counted: Pick<Counted, 'unrecorded' | 'total'>,
): Tries {
  const freeAtMs = nowMs + waitAfter(person, counted.total, company);
  return withPerson(tries, person, { ...counted, freeAtMs, lastWallMs: wallMs });
}

/** By the form of the id: their tries are on no record. */
export function isStaff(person: string): boolean {
  return person.startsWith('of-');
}

/** Without what staff tried wrongly more than a day ago ([SGN12]). */
export function withoutOld(tries: Tries, wallMs: number): Tries {
  const isOld = (person: string, { lastWallMs }: Counted) =>
    isStaff(person) && wallMs - lastWallMs > staffKeptMs;
  return new Map([...tries].filter(([person, counted]) => !isOld(person, counted)));
}

/** What was counted here is on record now; the wait goes on. */
export function afterRecord(tries: Tries, person: string): Tries {
  const before = tries.get(person);
  return before === undefined ? tries : withPerson(tries, person, { ...before, unrecorded: 0 });
}

/** As it was before this try, which was right but ends no count. */
export function afterOpened(tries: Tries, person: string, before: Tries): Tries {
  const counted = before.get(person);
  return counted === undefined ? afterRight(tries, person) : withPerson(tries, person, counted);
}

export function afterRight(tries: Tries, person: string): Tries {
  return new Map([...tries].filter(([other]) => other !== person));
}

function withPerson(tries: Tries, person: string, counted: Counted): Tries {
  const entries = [...tries].filter(([other]) => other !== person);
  if (entries.length >= remembered) {
    entries.sort(([, a], [, b]) => b.total - a.total).length = remembered - 1;
  }
  return new Map([...entries, [person, counted]]);
}

/** As kept on disk: counts only, as moments of a monotonic clock mean nothing to the next process. */
export const savedTriesSchema = z.object({
  v: z.literal(1),
  wrong: z.record(z.string(), z.number().int().min(1)),
  /** When the last of each staff member's was made, ms since 1970. */
  lastMs: z.record(z.string(), z.number()).default({}),
});
export type SavedTries = z.infer<typeof savedTriesSchema>;

export function savedTries(tries: Tries): SavedTries {
  const kept = [...tries].filter(([, { unrecorded }]) => unrecorded > 0);
  return {
    v: 1,
    wrong: Object.fromEntries(kept.map(([who, each]) => [who, each.unrecorded])),
    lastMs: Object.fromEntries(
      kept.filter(([who]) => isStaff(who)).map(([who, each]) => [who, each.lastWallMs]),
    ),
  };
}

/** @param now both clocks; a count from before the moments were kept is taken for a new one */
export function restoredTries(
  { wrong, lastMs }: SavedTries,
  company: Company,
  now: { readonly nowMs: number; readonly wallMs: number },
): Tries {
  return new Map(
    Object.entries(wrong).map(([who, count]) => [
      who,
      {
        unrecorded: count,
        total: count,
        freeAtMs: now.nowMs + waitAfter(who, count, company),
        lastWallMs: lastMs[who] ?? now.wallMs,
      },
    ]),
  );
}
