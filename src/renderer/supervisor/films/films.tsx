import { useState } from 'react';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { ViewingId } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';
import { HubAway } from '../desk/hub-away.tsx';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { CommandTrouble, Trouble } from '../desk/trouble.tsx';
import { useCommand, useStream } from '../station.ts';
import { FilmList } from './film-list.tsx';
import { HeldList } from './held-list.tsx';
import { HeldPanel } from './held-panel.tsx';
import { Showing } from './showing.tsx';
import './films.css';

const useFilmsSay = createSayHook(filmsTexts);

/** Films to be shown to a group, the one that is being shown, and those of before ([GRP1], [GRP7]). */
export function Films({ status }: { readonly status: StationStatus }) {
  const viewing = useStream('viewing', undefined);
  const [done, setDone] = useState(false);
  if (viewing.error !== undefined) return <Trouble error={viewing.error} />;
  if (viewing.value === undefined) return <Opening />;
  const now = viewing.value;
  if (now?.state === 'open') {
    return <Showing key={now.viewing} viewing={now} status={status} onDone={setDone} />;
  }
  return <Choosing status={status} another={now !== null} done={done} />;
}

interface ChoosingProps {
  readonly status: StationStatus;
  /** A viewing waits here that this person does not see. */
  readonly another: boolean;
  readonly done: boolean;
}

function Choosing({ status, another, done }: ChoosingProps) {
  const say = useFilmsSay();
  const films = useStream('films', undefined);
  const held = useStream('viewings', undefined);
  const begin = useCommand('viewing.begin');
  const [chosen, setChosen] = useState<ViewingId | null>(null);
  const error = films.error ?? held.error;
  if (error !== undefined) return <Trouble error={error} />;
  if (films.value === undefined || held.value === undefined) return <Opening />;
  const { viewings } = held.value;
  const shown = viewings.find(({ viewing }) => viewing === chosen);
  const close = () => setChosen(null);
  return (
    <PlaceFrame
      screen="films"
      title={say('title')}
      aside={say('count', { count: films.value.films.length })}
      tools={<HubAway status={status} />}
      panel={shown && <HeldPanel key={shown.viewing} viewing={shown} onClose={close} />}
      onEscape={close}
    >
      <div className="films">
        {done && <output className="groups__done">{say('done')}</output>}
        {another && <p className="form__question">{say('another')}</p>}
        {begin.error !== undefined && <CommandTrouble error={begin.error} />}
        <FilmList
          films={films.value.films}
          disabled={another || begin.pending}
          onShow={({ pack, piece }) => void begin.run({ pack, piece })}
        />
        <HeldList viewings={viewings} chosen={chosen} onChoose={setChosen} />
      </div>
    </PlaceFrame>
  );
}
