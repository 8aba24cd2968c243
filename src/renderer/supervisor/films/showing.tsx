import { MonitorPlay, MonitorUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { OpenViewing } from '../../../shared/contracts/ipc/viewing-views.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';
import { Button } from '../../ui/button.tsx';
import { workSign } from '../../ui/idle/use-idle.ts';
import { HubAway } from '../desk/hub-away.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useCommand, useStation } from '../station.ts';
import { EndPanel } from './end-panel.tsx';
import { FilmBar } from './film-bar.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { Stage } from './stage.tsx';
import { TherePanel } from './there-panel.tsx';
import { useBigScreen } from './use-big-screen.ts';

const useFilmsSay = createSayHook(filmsTexts);

interface ShowingProps {
  readonly viewing: OpenViewing;
  readonly status: StationStatus;
  /** Told whether something was recorded, as it ends. */
  readonly onDone: (recorded: boolean) => void;
}

/** A film that is being shown, or that was cut off: the film, its controls, and who is there ([GRP4]). */
export function Showing({ viewing, status, onDone }: ShowingProps) {
  const language = useLanguage();
  const { film, title } = viewing;
  useStillThere(film?.playing === true);
  return (
    <PlaceFrame
      screen={film === null || film.fault !== null ? 'film-cut-off' : 'film-shown'}
      title={inLanguage(title, language)}
      tools={<HubAway status={status} />}
      panel={
        <>
          {film !== null && film.pause !== null && (
            <QuestionPanel key={film.pause} viewing={viewing} pause={film.pause} />
          )}
          <TherePanel viewing={viewing} />
          <EndPanel viewing={viewing} onDone={onDone} />
        </>
      }
    >
      {film === null ? <CutOff viewing={viewing} /> : <Playing viewing={viewing} film={film} />}
    </PlaceFrame>
  );
}

function CutOff({ viewing }: { readonly viewing: OpenViewing }) {
  const say = useFilmsSay();
  const language = useLanguage();
  const resume = useCommand('viewing.resume');
  const time = sayDuration(viewing.shownMs, language);
  return (
    <div className="films__cut-off">
      <h2 className="films__heading">{say('waits')}</h2>
      <p>{say('waits.kept', { count: viewing.there.length, time })}</p>
      {resume.error !== undefined && <CommandTrouble error={resume.error} />}
      <Button
        icon={MonitorPlay}
        label={say('resume')}
        tone="next"
        disabled={resume.pending}
        onPress={() => void resume.run(undefined)}
      />
    </div>
  );
}

type OpenFilm = NonNullable<OpenViewing['film']>;

function Playing({ viewing, film }: { readonly viewing: OpenViewing; readonly film: OpenFilm }) {
  const say = useFilmsSay();
  const screen = useBigScreen();
  const [whole, setWhole] = useState(false);
  if (film.fault !== null) return <Failed fault={film.fault} />;
  const bar = (
    <FilmBar
      film={film}
      screen={screen}
      whole={whole}
      onWhole={screen.where === 'here' ? setWhole : null}
    />
  );
  if (screen.where === 'here') {
    return (
      <div className={whole ? 'films__playing films__playing--whole' : 'films__playing'}>
        <HereStage />
        {bar}
        {!whole && <p className="form__soft">{say('here.only')}</p>}
      </div>
    );
  }
  return (
    <div className="films__playing">
      <div className="films__away" data-viewing={viewing.viewing}>
        {screen.where === 'screen' && (
          <>
            <MonitorUp aria-hidden="true" />
            <p>{say('on-screen')}</p>
          </>
        )}
      </div>
      {bar}
    </div>
  );
}

/** The film in this window: it does not play on where nobody sees it. */
function HereStage() {
  const station = useStation();
  useEffect(
    () => () => {
      station.call('viewing.drive', { do: 'hold' }).catch(() => undefined);
    },
    [station],
  );
  return <Stage />;
}

function Failed({ fault }: { readonly fault: NonNullable<OpenFilm['fault']> }) {
  const say = useFilmsSay();
  const resume = useCommand('viewing.resume');
  return (
    <div className="films__cut-off" role="alert">
      <h2 className="films__heading">{say('failed')}</h2>
      <p className="form__soft">{`${fault.reason}: ${fault.detail}`}</p>
      <Button
        icon={MonitorPlay}
        label={say('failed.again')}
        tone="next"
        onPress={() => void resume.run(undefined)}
      />
    </div>
  );
}

const signEveryMs = 15_000;

/** While a film plays somebody is there, though nobody touches the window ([SUP17]). */
function useStillThere(playing: boolean): void {
  useEffect(() => {
    if (!playing) return undefined;
    const sign = () => window.dispatchEvent(new Event(workSign));
    sign();
    const signing = setInterval(sign, signEveryMs);
    return () => clearInterval(signing);
  }, [playing]);
}
