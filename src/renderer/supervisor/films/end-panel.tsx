import { ArrowLeft, Check, Flag } from 'lucide-react';
import { useState } from 'react';
import type { OpenViewing } from '../../../shared/contracts/ipc/viewing-views.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useStation } from '../station.ts';
import { useAttempt } from '../form/use-attempt.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const useFilmsSay = createSayHook(filmsTexts);

interface EndPanelProps {
  readonly viewing: OpenViewing;
  readonly onDone: (recorded: boolean) => void;
}

/** Ends the viewing: first what will be recorded, then the deed ([GRP5]). */
export function EndPanel({ viewing, onDone }: EndPanelProps) {
  const say = useFilmsSay();
  const language = useLanguage();
  const station = useStation();
  const end = useAttempt();
  const [asking, setAsking] = useState(false);
  const count = viewing.there.length;
  const time = sayDuration(viewing.shownMs, language);
  const carryOut = async () => {
    if (!(await end.make(() => station.call('viewing.end', undefined)))) return;
    onDone(count > 0);
    // The window on the other display goes with its film.
    await station.call('screen.close', undefined).catch(() => undefined);
  };
  if (!asking) {
    return (
      <div className="form films__panel">
        <Button icon={Flag} label={say('end')} onPress={() => setAsking(true)} />
      </div>
    );
  }
  return (
    <div className="form films__panel" {...screenNamed('film-end')}>
      <p>{count === 0 ? say('end.nobody') : say('end.will', { count, time })}</p>
      {end.error !== undefined && <CommandTrouble error={end.error} />}
      <Button
        icon={Check}
        label={say(count === 0 ? 'end.nothing' : 'end.yes')}
        tone="next"
        disabled={end.pending}
        onPress={() => void carryOut()}
      />
      <Button
        icon={ArrowLeft}
        label={say('end.no')}
        tone="quiet"
        disabled={end.pending}
        onPress={() => setAsking(false)}
      />
    </div>
  );
}
