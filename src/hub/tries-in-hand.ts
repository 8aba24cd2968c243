import { waitAfter } from '../domain/sign-in-waits.ts';
import type { TryAnswer, TryRequest } from '../shared/contracts/try-api.ts';
import type { StationId } from '../shared/ids.ts';
import type { Clock } from '../shared/ports.ts';

interface InHand {
  /** That told of the first of them. */
  readonly station: StationId;
  readonly tries: number;
  /** Whose the newest of them is, until it is told to have been a right number: it is taken back once. */
  readonly newest: StationId | null;
  /** Monotonic moments, ms. */
  readonly freeAtMs: number;
  readonly lastMs: number;
}

const minute = 60_000;
/**
 * Of a learner it bridges the time until a try is on record everywhere; a learner may have sat down where
 * the hub was away. Staff's tries are on no record: theirs count for a day, while the hub runs.
 */
const keptMs = { learner: 10 * minute, staff: 24 * 60 * minute } as const;
/** One station can push out what it began itself, and nothing of another's: ids may be made up. */
const mostOfOneStation = 500;
/** Of what a station has heard of staff's tries no more counts: one more locks out ([SGN12]). */
const mostKnownOfStaff = 9;

/**
 * Tries at sign-ins of the whole lab, counted before they are checked: of several in one instant the
 * first is made, and the others wait ([SGN11]). In memory: what lasts is each station's own.
 */
export class TriesInHand {
  readonly #clock: Clock;
  readonly #held = new Map<string, InHand>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param station that tells of it */
  take(station: StationId, { person, secret, step, known }: TryRequest): TryAnswer {
    const key = `${person}/${secret}`;
    const nowMs = this.#clock.monotonicMs();
    const held = this.#heldOf(person, key, nowMs);
    if (step === 'fits') this.#end(station, person, key);
    if (step === 'opens' && held?.newest === station) {
      this.#keep(key, { ...held, tries: held.tries - 1, newest: null, freeAtMs: nowMs });
    }
    if (step !== 'begins') return { tries: 0, waitMs: 0 };
    const waitMs = Math.max(0, (held?.freeAtMs ?? 0) - nowMs);
    if (held !== null && waitMs > 0) return { tries: held.tries, waitMs };
    const tries =
      1 + (isStaff(person) ? triesOfStaff(held, known) : Math.max(held?.tries ?? 0, known));
    const freeAtMs = nowMs + waitAfter(person, tries, 'lab');
    const first = held?.station ?? station;
    this.#keep(key, { station: first, tries, newest: station, freeAtMs, lastMs: nowMs });
    return { tries, waitMs: 0 };
  }

  /** That staff signed in is kept: another station may remember tries from before. */
  #end(station: StationId, person: string, key: string): void {
    this.#held.delete(key);
    const nowMs = this.#clock.monotonicMs();
    if (!isStaff(person)) return;
    this.#keep(key, { station, tries: 0, newest: null, freeAtMs: nowMs, lastMs: nowMs });
  }

  #heldOf(person: string, key: string, nowMs: number): InHand | null {
    const held = this.#held.get(key);
    if (held === undefined) return null;
    const isOver = nowMs - held.lastMs > keptMs[isStaff(person) ? 'staff' : 'learner'];
    return isOver ? null : held;
  }

  #keep(key: string, inHand: InHand): void {
    this.#held.delete(key);
    this.#held.set(key, inHand);
    const ofIt = [...this.#held].filter(([, { station }]) => station === inHand.station);
    const [oldest] = ofIt;
    if (ofIt.length > mostOfOneStation && oldest) this.#held.delete(oldest[0]);
  }
}

/** What the hub holds counts before what a station remembers. */
function triesOfStaff(held: InHand | null, known: number): number {
  return held?.tries ?? Math.min(known, mostKnownOfStaff);
}

/** By the form of the id, whoever it is, or nobody. */
export function isStaff(person: string): boolean {
  return !person.startsWith('ln-');
}
