import type { PlayerPort } from '../port.ts';
import type { Film } from './film.ts';

/**
 * A film on a big screen ([GRP1]): it shows its words in every language, does what is asked elsewhere, stops by itself at its
 * pauses ([GRP4]), and tells where it is.
 */
export function followScreen(film: Film, port: PlayerPort): void {
  const { screen } = port;
  if (screen === undefined) return;
  const { video } = film;
  /** Up to where it was played without a jump. */
  let before = 0;
  let count = -1;
  const tell = (pause: number | null) => {
    // Until it is told where to go on it is nowhere yet.
    if (count < 0) return;
    const { playing, duration } = film;
    port.say({ kind: 'film', at: video.currentTime, duration, playing, pause });
  };
  film.on('timeupdate', () => {
    const at = video.currentTime;
    const pause = film.playing ? passedPause(screen.pauses, before, at) : null;
    if (pause === null) before = at;
    else {
      video.pause();
      before = screen.pauses[pause] ?? at;
      video.currentTime = before;
    }
    tell(pause);
  });
  // Whoever jumps over a pause is not stopped there.
  film.on('seeking', () => {
    before = video.currentTime;
  });
  for (const name of ['play', 'pause', 'ended', 'loadedmetadata']) film.on(name, () => tell(null));
  port.onDrive(({ playing, go }) => {
    if (go.count !== count) film.goTo(go.to);
    count = go.count;
    if (playing && !film.playing) void video.play();
    if (!playing && film.playing) video.pause();
  });
  film.showAllWords();
}

/** Which pause lies between two moments of playing, s; null where none does. */
export function passedPause(pauses: readonly number[], before: number, now: number): number | null {
  const found = pauses.findIndex((pause) => before < pause && now >= pause);
  return found === -1 ? null : found;
}
