import type { Language } from '../../../shared/ids.ts';
import { detailOf } from '../port.ts';
import type { PlayerPort } from '../port.ts';
import { FilmTeller } from './film-teller.ts';
import type { FilmSight } from './film-teller.ts';
import { hasPictures } from './picture-track.ts';
import { readPlace, startAt } from './seen.ts';
import type { Parts } from './seen.ts';

/** A film in its element, and what the port is told of it. */
export class Film {
  readonly video: HTMLVideoElement;
  readonly #teller: FilmTeller;
  readonly #listening = new AbortController();

  /** @param stage the element it is shown in */
  constructor(stage: HTMLElement, port: PlayerPort) {
    const video = elementOf(port);
    this.video = video;
    this.#teller = new FilmTeller(port, () => this.#sight());
    this.on('error', () => port.say(failure(video, port)));
    if (port.screen === undefined) this.on('click', () => this.toggle());
    this.on('loadedmetadata', () => void this.#begin(port));
    for (const name of ['timeupdate', 'play', 'pause', 'ended']) {
      this.on(name, () => this.#teller.note());
    }
    port.onLeaving(() => this.#teller.tellNow());
    stage.prepend(video);
    // A track that nobody shows is read only once it is hidden instead of disabled.
    for (const track of video.textTracks) if (track.kind === 'chapters') track.mode = 'hidden';
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

  /** @param times of usual */
  setSpeed(times: number): void {
    this.video.playbackRate = times;
  }

  /** Shows the words in one language, or none. */
  showWords(language: Language | null): void {
    for (const track of this.video.textTracks) {
      if (track.kind !== 'captions') continue;
      track.mode = track.language === language ? 'showing' : 'disabled';
    }
  }

  /** Shows the words in every language there is: a group reads whichever of them it can. */
  showAllWords(): void {
    for (const track of this.video.textTracks) {
      if (track.kind === 'captions') track.mode = 'showing';
    }
  }

  /** Where each chapter begins, s. */
  get chapters(): readonly number[] {
    const track = [...this.video.textTracks].find(({ kind }) => kind === 'chapters');
    return [...(track?.cues ?? [])].map(({ startTime }) => startTime);
  }

  close(): void {
    this.#listening.abort();
    this.#teller.close();
    this.video.pause();
    this.video.remove();
  }

  async #begin(port: PlayerPort): Promise<void> {
    const { video } = this;
    const { entry, place } = port.launch;
    // A film in pictures of an unknown kind would else be heard, and nothing be seen of it.
    if (video.videoWidth === 0 && (await hasPictures(entry))) {
      const detail = detailOf(`${new URL(entry).pathname}: its pictures are in an unknown codec`);
      return port.say({ kind: 'failed', reason: 'unplayable', detail });
    }
    video.currentTime = startAt(readPlace(place).at, video.duration);
    port.say({ kind: 'ready' });
  }

  #sight(): FilmSight {
    const { currentTime, played, duration } = this.video;
    return { at: currentTime, duration, playing: this.playing, played: partsOf(played) };
  }
}

const partsOf = (ranges: TimeRanges): Parts =>
  Array.from({ length: ranges.length }, (_, index) => [ranges.start(index), ranges.end(index)]);

/** The element, with its words and chapters. */
function elementOf({ launch }: PlayerPort): HTMLVideoElement {
  const video = document.createElement('video');
  video.className = 'film__picture';
  video.preload = 'auto';
  for (const { kind, language, url } of launch.tracks) {
    const track = document.createElement('track');
    track.kind = kind;
    track.srclang = language;
    track.src = url;
    video.append(track);
  }
  video.src = launch.entry;
  return video;
}

/** `MediaError.MEDIA_ERR_NETWORK`. */
const networkError = 2;

function failure({ error }: HTMLVideoElement, { launch }: PlayerPort) {
  const { code, message } = error ?? { code: 0, message: '' };
  const reason = code === networkError ? 'missing' : 'unplayable';
  const detail = detailOf(`${new URL(launch.entry).pathname}: ${code} ${message}`);
  return { kind: 'failed', reason, detail } as const;
}
