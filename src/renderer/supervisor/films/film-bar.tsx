import {
  Eye,
  Maximize2,
  Minimize2,
  MonitorUp,
  PanelTop,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
} from 'lucide-react';
import type { OpenViewing } from '../../../shared/contracts/ipc/viewing-views.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import type { Language } from '../../../shared/ids.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';
import { Button } from '../../ui/button.tsx';
import { useCommand } from '../station.ts';
import type { BigScreenAt } from './use-big-screen.ts';

const useFilmsSay = createSayHook(filmsTexts);
const stepSeconds = 10;

interface FilmBarProps {
  readonly film: NonNullable<OpenViewing['film']>;
  readonly screen: BigScreenAt;
  readonly whole: boolean;
  /** Null where the film is not in this window. */
  readonly onWhole: ((whole: boolean) => void) | null;
}

/** What may be done with the film, wherever it is shown. */
export function FilmBar({ film, screen, whole, onWhole }: FilmBarProps) {
  const say = useFilmsSay();
  const language = useLanguage();
  const { run: drive } = useCommand('viewing.drive');
  const { at, duration, playing } = film;
  const step = (seconds: number) =>
    void drive({ do: 'go', to: Math.max(0, Math.min(duration, at + seconds)) });
  const place = { at: minutesAt(at, language), of: minutesAt(duration, language) };
  return (
    <div className="films__bar">
      <Button
        icon={playing ? Pause : Play}
        label={say(playing ? 'hold' : 'play')}
        tone="next"
        onPress={() => void drive({ do: playing ? 'hold' : 'play' })}
      />
      <Button icon={RotateCcw} label={say('back')} onPress={() => step(-stepSeconds)} />
      <Button icon={RotateCw} label={say('forward')} onPress={() => step(stepSeconds)} />
      <span className="films__place">{say('place', place)}</span>
      {whole && film.pause !== null && (
        <Button
          icon={Eye}
          label={say('question.show')}
          disabled={film.answerShown}
          onPress={() => void drive({ do: 'show-answer' })}
        />
      )}
      {onWhole !== null && (
        <Button
          icon={whole ? Minimize2 : Maximize2}
          label={say(whole ? 'whole.end' : 'whole')}
          onPress={() => onWhole(!whole)}
        />
      )}
      {screen.where === 'screen' && (
        <Button icon={PanelTop} label={say('to-here')} onPress={screen.toHere} />
      )}
      {screen.where === 'here' && !whole && (
        <Button icon={MonitorUp} label={say('to-screen')} onPress={screen.toScreen} />
      )}
    </div>
  );
}

/** Minutes and seconds, "3:05". @param seconds of film */
function minutesAt(seconds: number, language: Language): string {
  const whole = Math.floor(seconds);
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return formatDigits(text, language);
}
