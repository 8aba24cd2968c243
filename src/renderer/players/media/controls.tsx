import {
  Captions,
  CaptionsOff,
  Gauge,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
  SkipForward,
} from 'lucide-react';
import { useEffect, useReducer, useState } from 'react';
import type { Launch } from '../../../shared/contracts/piece-bridge.ts';
import type { Language } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { playerTexts } from '../../i18n/texts/players.ts';
import { Button } from '../../ui/button.tsx';
import type { Film } from './film.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const useSay = createSayHook(playerTexts);
const stepSeconds = 10;
const speeds = [1, 1.25, 1.5, 0.75] as const;

type Tracks = Launch['launch']['tracks'];

/** Large and few: back, play, on, how fast, words, the next part; and the place in the film above. */
export function Controls({ film, tracks }: { readonly film: Film; readonly tracks: Tracks }) {
  const say = useSay();
  useMoves(film);
  const words = useWords(film, tracks);
  const [speed, setSpeed] = useState(0);
  const faster = () => {
    const next = (speed + 1) % speeds.length;
    film.setSpeed(speeds[next] ?? 1);
    setSpeed(next);
  };
  const { chapters } = film;
  return (
    <div className="film__controls" {...screenNamed('film')}>
      <Timeline film={film} />
      <div className="film__buttons">
        <Button
          icon={RotateCcw}
          label={say('back')}
          layout="stacked"
          onPress={() => film.step(-stepSeconds)}
        />
        <Button
          icon={film.playing ? Pause : Play}
          label={say(film.playing ? 'pause' : 'play')}
          layout="stacked"
          tone="next"
          first
          onPress={() => film.toggle()}
        />
        <Button
          icon={RotateCw}
          label={say('forward')}
          layout="stacked"
          onPress={() => film.step(stepSeconds)}
        />
        <Button
          icon={Gauge}
          label={say('speed', { times: speeds[speed] ?? 1 })}
          layout="stacked"
          onPress={faster}
        />
        {words.offered && (
          <Button
            icon={words.shown === null ? CaptionsOff : Captions}
            label={say(words.shown === null ? 'words.off' : `words.${words.shown}`)}
            layout="stacked"
            onPress={words.next}
          />
        )}
        {chapters.length > 0 && (
          <Button
            icon={SkipForward}
            label={say('part')}
            layout="stacked"
            onPress={() => film.goTo(nextOf(chapters, film.video.currentTime) ?? 0)}
          />
        )}
      </div>
    </div>
  );
}

function Timeline({ film }: { readonly film: Film }) {
  const say = useSay();
  return (
    <input
      className="film__place"
      type="range"
      aria-label={say('place')}
      min={0}
      max={Math.max(1, Math.floor(film.duration))}
      step={1}
      value={Math.floor(film.video.currentTime)}
      onChange={({ target }) => film.goTo(target.valueAsNumber)}
    />
  );
}

/** Draws again whenever the film moved. */
function useMoves(film: Film): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const moves = ['timeupdate', 'play', 'pause', 'ended', 'seeked', 'durationchange'];
    for (const name of moves) film.on(name, draw);
  }, [film]);
}

/** Words under the film: off, or one of the languages it has them in. */
function useWords(film: Film, tracks: Tracks) {
  const languages = tracks.flatMap(({ kind, language }) => (kind === 'captions' ? [language] : []));
  const [shown, setShown] = useState<Language | null>(languages[0] ?? null);
  useEffect(() => {
    film.showWords(shown);
  }, [film, shown]);
  const next = () => {
    const at = shown === null ? -1 : languages.indexOf(shown);
    setShown(languages[at + 1] ?? null);
  };
  return { offered: languages.length > 0, shown, next };
}

const nextOf = (chapters: readonly number[], now: number) =>
  chapters.find((start) => start > now + 1);
