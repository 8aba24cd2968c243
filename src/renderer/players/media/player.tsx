import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PlayerPort } from '../port.ts';
import { detailOf } from '../port.ts';
import { Controls } from './controls.tsx';
import { Film } from './film.ts';
import './player.css';

/** How long the controls stay after the last touch while it plays, ms. */
const stayMs = 4_000;
/** `MediaError.MEDIA_ERR_NETWORK`. */
const networkError = 2;

/** A film that fills its frame; the controls go away while it plays and nobody touches anything. */
export function Player({ port }: { readonly port: PlayerPort }) {
  const picture = useRef<HTMLVideoElement>(null);
  const [film, setFilm] = useState<Film | null>(null);
  useLayoutEffect(() => {
    if (picture.current === null) return undefined;
    const opened = new Film(picture.current, port);
    setFilm(opened);
    return () => opened.close();
  }, [port]);
  const { shown, touch } = useShown(film);
  const { entry, tracks } = port.launch;
  return (
    <div
      className={shown ? 'film' : 'film film--bare'}
      onPointerMove={touch}
      onPointerDown={touch}
      onKeyDown={touch}
      role="presentation"
    >
      <video
        className="film__picture"
        src={entry}
        preload="auto"
        ref={picture}
        onClick={() => film?.toggle()}
        onError={({ currentTarget }) => port.say(failure(currentTarget, entry))}
      >
        {tracks.map(({ kind, language, url }) => (
          <track key={url} kind={kind} srcLang={language} src={url} />
        ))}
      </video>
      {film !== null && <Controls film={film} tracks={tracks} />}
    </div>
  );
}

function failure(video: HTMLVideoElement, entry: string) {
  const { code, message } = video.error ?? { code: 0, message: '' };
  const reason = code === networkError ? 'missing' : 'unplayable';
  const detail = detailOf(`${new URL(entry).pathname}: ${code} ${message}`);
  return { kind: 'failed', reason, detail } as const;
}

function useShown(film: Film | null) {
  const [shown, setShown] = useState(true);
  const touched = useRef(performance.now());
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
