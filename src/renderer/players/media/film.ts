import type { PlayerPort } from '../port.ts';
import { isSeen, joinParts, readPlace, startAt, writePlace } from './seen.ts';
import type { Parts } from './seen.ts';

/** How often a place is told while it plays, s of film. */
const tellEvery = 2;

/** A film in its element: tells the port where it is, whether it plays, and when enough was seen ([PCE6]). */
export class Film {
  readonly video: HTMLVideoElement;
  readonly #port: PlayerPort;
  readonly #before: Parts;
  readonly #listening = new AbortController();
  #told = -Infinity;
  #done = false;

  constructor(video: HTMLVideoElement, port: PlayerPort) {
    this.video = video;
    this.#port = port;
    const place = readPlace(port.launch.place);
    this.#before = place.seen;
    this.on('loadedmetadata', () => {
      video.currentTime = startAt(place.at, video.duration);
      this.#done = isSeen(this.#before, video.duration);
      port.say({ kind: 'ready' });
    });
    this.on('timeupdate', () => this.#tell(tellEvery));
    this.on('play', () => port.say({ kind: 'playing', playing: true }));
    for (const name of ['pause', 'ended']) {
      this.on(name, () => {
        port.say({ kind: 'playing', playing: false });
        this.#tell(0);
      });
    }
  }

  get playing(): boolean {
    return !this.video.paused && !this.video.ended;
  }

  get duration(): number {
    return Number.isFinite(this.video.duration) ? this.video.duration : 0;
  }

  /** Listens to the element until the film is closed. */
  on(name: string, listener: () => void): void {
    this.video.addEventListener(name, listener, { signal: this.#listening.signal });
  }

  toggle(): void {
    if (this.playing) this.video.pause();
    else void this.video.play();
  }

  /** @param seconds on, or back where negative */
  step(seconds: number): void {
    this.goTo(this.video.currentTime + seconds);
  }

  goTo(seconds: number): void {
    this.video.currentTime = Math.min(this.duration, Math.max(0, seconds));
  }

  close(): void {
    this.#listening.abort();
    this.video.pause();
  }

  #tell(every: number): void {
    const { currentTime, played, duration } = this.video;
    if (every > 0 && Math.abs(currentTime - this.#told) < every) return;
    this.#told = currentTime;
    const seen = joinParts(this.#before, partsOf(played));
    this.#port.say({ kind: 'place', place: writePlace(currentTime, seen) });
    if (this.#done || !isSeen(seen, duration)) return;
    this.#done = true;
    this.#port.say({ kind: 'result', score: null, passed: null, completed: true });
  }
}

const partsOf = (ranges: TimeRanges): Parts =>
  Array.from({ length: ranges.length }, (_, index) => [ranges.start(index), ranges.end(index)]);
