import type { PlayerPort } from '../port.ts';
import { isSeen, joinParts, readPlace, writePlace } from './seen.ts';
import type { Parts } from './seen.ts';

/** A place is told when it is so far from the last one, s of film, while it plays. */
const tellEvery = 2;
/** Nothing is told sooner after the last time, ms: whoever drags through a film passes through hundreds of places. */
const pauseMs = 1_000;

/** A film as it stands now. */
export interface FilmSight {
  /** s of film */
  readonly at: number;
  readonly duration: number;
  readonly playing: boolean;
  /** What was played since it was opened. */
  readonly played: Parts;
}

/** Tells the port where a film is, whether it plays, and when enough was seen ([PCE6]). */
export class FilmTeller {
  readonly #port: Pick<PlayerPort, 'say'>;
  readonly #look: () => FilmSight;
  readonly #before: Parts;
  #at: number | null = null;
  #playing = false;
  // Said once an opening, though it was said in an earlier one: that may never have come to be on record.
  #done = false;
  #toldMs = -Infinity;
  #waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(port: Pick<PlayerPort, 'launch' | 'say'>, look: () => FilmSight) {
    this.#port = port;
    this.#look = look;
    this.#before = readPlace(port.launch.place).seen;
  }

  /** Something moved: what is new is told now, or once a second has passed since the last time. */
  note(): void {
    if (this.#waiting !== null || !this.#isNew(this.#look())) return;
    const waitMs = this.#toldMs + pauseMs - performance.now();
    if (waitMs <= 0) return this.#tell();
    this.#waiting = setTimeout(() => {
      this.#waiting = null;
      this.#tell();
    }, waitMs);
  }

  /** What is new is told without waiting: its learner leaves. */
  tellNow(): void {
    this.close();
    this.#tell();
  }

  close(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
  }

  #isNew({ at, playing }: FilmSight): boolean {
    if (playing !== this.#playing || this.#at === null) return true;
    return playing ? Math.abs(at - this.#at) >= tellEvery : at !== this.#at;
  }

  #tell(): void {
    this.#toldMs = performance.now();
    const { at, duration, playing, played } = this.#look();
    if (playing !== this.#playing) this.#port.say({ kind: 'playing', playing });
    this.#playing = playing;
    const seen = joinParts(this.#before, played);
    if (at !== this.#at) this.#port.say({ kind: 'place', place: writePlace(at, seen) });
    this.#at = at;
    if (this.#done || !isSeen(seen, duration)) return;
    this.#done = true;
    this.#port.say({ kind: 'result', score: null, passed: null, completed: true });
  }
}
