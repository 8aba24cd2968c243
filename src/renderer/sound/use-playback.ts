import { useEffect, useRef, useState } from 'react';
import { playBytes } from './play-bytes.ts';
import type { Heard } from './play-bytes.ts';

/** Hears one recording at a time; leaving the screen ends it. */
export function usePlayback<Name extends string>() {
  const [playing, setPlaying] = useState<Name | null>(null);
  const heard = useRef<Heard | null>(null);
  const turn = useRef(0);

  const stop = () => {
    turn.current += 1;
    heard.current?.stop();
    heard.current = null;
    setPlaying(null);
  };
  useEffect(
    () => () => {
      turn.current += 1;
      heard.current?.stop();
    },
    [],
  );

  const play = async (name: Name, bytes: Uint8Array) => {
    stop();
    const mine = turn.current;
    const isMine = () => turn.current === mine;
    setPlaying(name);
    const end = () => {
      if (isMine()) setPlaying(null);
    };
    try {
      const begun = await playBytes(bytes, end);
      if (isMine()) heard.current = begun;
      else begun.stop();
    } catch {
      end();
    }
  };
  return { playing, play: (name: Name, bytes: Uint8Array) => void play(name, bytes), stop };
}
