import { useEffect, useMemo, useState } from 'react';

export interface ClipPlayer {
  readonly playing: boolean;
  play(): void;
  stop(): void;
}

/**
 * One recording at a time in this window: starting one stops the other, and leaving the screen
 * stops it.
 *
 * @param src address of the recording; null where there is none
 */
export function useClip(src: string | null): ClipPlayer | null {
  const [playing, setPlaying] = useState(false);
  const audio = useMemo(() => (src === null ? null : new Audio(src)), [src]);
  useEffect(() => {
    if (audio === null) return undefined;
    const begin = () => setPlaying(true);
    const end = () => setPlaying(false);
    audio.addEventListener('playing', begin);
    audio.addEventListener('pause', end);
    audio.addEventListener('error', end);
    return () => {
      audio.pause();
      audio.removeEventListener('playing', begin);
      audio.removeEventListener('pause', end);
      audio.removeEventListener('error', end);
      setPlaying(false);
    };
  }, [audio]);
  // Steady while it plays: whoever plays on `play` changing would else begin again and again.
  const controls = useMemo(() => (audio === null ? null : controlsOf(audio)), [audio]);
  return useMemo(() => (controls === null ? null : { playing, ...controls }), [controls, playing]);
}

/** Plays a recording once, in place of what is heard now; null plays nothing. */
export function hearOnce(src: string | null): void {
  if (src !== null) controlsOf(new Audio(src)).play();
}

/** Nothing is heard any more. */
export function hush(): void {
  heardNow?.pause();
}

let heardNow: HTMLAudioElement | null = null;

function controlsOf(audio: HTMLAudioElement): Pick<ClipPlayer, 'play' | 'stop'> {
  return {
    play() {
      if (heardNow !== audio) heardNow?.pause();
      heardNow = audio;
      audio.currentTime = 0;
      // A clip that can't be played leaves the words on the screen; its `error` event ends it.
      audio.play().catch(() => undefined);
    },
    stop: () => audio.pause(),
  };
}
