import { Armchair, ArrowRight, Check, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LearnerCard } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Tile } from '../../ui/tile.tsx';
import { Bar } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import { Spoken } from '../spoken/spoken.tsx';
import { useCommand } from '../station.ts';
import './moved.css';

interface MovedProps {
  readonly learner: LearnerCard;
  readonly title: string;
  /** Beside the tile. */
  readonly place: ReactNode;
  readonly children: ReactNode;
}

/** Somebody's tile and name, as where people sign in, and a seat. */
function Moved({ learner, title, place, children }: MovedProps) {
  const language = useLanguage();
  return (
    <main className="calm-screen">
      <h1>{title}</h1>
      <div className="moved__way">
        <span className="moved__tile">
          <Tile tile={learner.tile} />
        </span>
        <ArrowRight className="moved__arrow" aria-hidden="true" />
        {place}
      </div>
      <p>{inLanguage(learner.name, language)}</p>
      <div className="moved__buttons">{children}</div>
    </main>
  );
}

interface ExpectedProps {
  readonly learner: LearnerCard;
  readonly onSit: () => void;
  readonly onOthers: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** Who was moved here is greeted, and signs in as ever; anybody else may too ([ACT13]). */
export function ExpectedScreen({ learner, onSit, onOthers, onLanguage }: ExpectedProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <Bar screen="moved-here" left={null} language={language} onLanguage={onLanguage} />
      <Moved
        learner={learner}
        title={say('moved.here')}
        place={<Armchair className="moved__seat" aria-hidden="true" />}
      >
        <Button icon={Users} label={say('moved.others')} onPress={onOthers} />
        <Button icon={Check} label={say('moved.me')} tone="next" first onPress={onSit} />
      </Moved>
    </>
  );
}

interface SentProps {
  readonly learner: LearnerCard;
  readonly seat: number;
  readonly onLanguage: (language: Language) => void;
}

/** Where somebody goes on whose sitting here was ended for it. */
export function SentScreen({ learner, seat, onLanguage }: SentProps) {
  const say = useSay();
  const language = useLanguage();
  const seen = useCommand('sent.seen');
  const number = formatDigits(String(seat), language);
  return (
    <>
      <Bar screen="moved-away" left={null} language={language} onLanguage={onLanguage} />
      <Moved
        learner={learner}
        title={say('moved.away', { seat: number })}
        place={
          <span className="moved__numbered">
            <Armchair className="moved__seat" aria-hidden="true" />
            <strong aria-hidden="true">{number}</strong>
          </span>
        }
      >
        <Spoken word="moved-away" />
        <Button
          icon={Check}
          label={say('note.read')}
          tone="next"
          first
          onPress={() => void seen.run(undefined)}
        />
      </Moved>
    </>
  );
}
