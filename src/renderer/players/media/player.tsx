import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PlayerPort } from '../port.ts';
import { Controls } from './controls.tsx';
import { Film } from './film.ts';
import { followScreen } from './follow-screen.ts';
import './player.css';

/** How long the controls stay after the last touch while it plays, ms. */
const stayMs = 4_000;

/** A film that fills its frame; the controls go away while it plays and nobody touches anything. */
export function Player({ port }: { readonly port: PlayerPort }) {
  const stage = useRef<HTMLDivElement>(null);
  const [film, setFilm] = useState<Film | null>(null);
  const { shown, touch } = useShown(film);
  useLayoutEffect(() => {
    if (stage.current === null) return undefined;
    const opened = new Film(stage.current, port);
    followScreen(opened, port);
    setFilm(opened);
    return () => opened.close();
  }, [port]);
  return (
    <div
      className={shown ? 'film' : 'film film--bare'}
      ref={stage}
      onPointerMove={touch}
      onPointerDown={touch}
      onKeyDown={touch}
      role="presentation"
    >
      {film !== null && port.screen === undefined && (
        <Controls film={film} tracks={port.launch.tracks} />
      )}
    </div>
  );
}

function useShown(film: Film | null) {
  const [shown, setShown] = useState(true);
  const touched = useRef(0);
  useEffect(() => {
    const look = () =>
      setShown(film === null || !film.playing || performance.now() - touched.current < stayMs);
    const looking = setInterval(look, 500);
    return () => clearInterval(looking);
  }, [film]);
  const touch = () => {
    touched.current = performance.now();
    setShown(true);
  };
  return { shown, touch };
}
