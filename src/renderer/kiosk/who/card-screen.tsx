import { ArrowLeft, Delete, LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { cardDigits } from '../../../domain/card-number.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Bar } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import './card.css';
import { emptyCard, eraseDigit, typeDigit } from './card-entry.ts';
import { DigitKeys } from './digit-keys.tsx';
import { DigitPlaces } from './digit-places.tsx';
import type { Person } from './people-pages.ts';
import { screenNamed } from '../../ui/screen-name.ts';

interface CardProps {
  readonly people: readonly Person[];
  readonly onFound: (learner: Person) => void;
  readonly onBack: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** The number on one's card, typed on large keys or the keyboard: the other way to one's tile ([KSK11]). */
export function CardScreen({ people, onFound, onBack, onLanguage }: CardProps) {
  const say = useSay();
  const language = useLanguage();
  const [entry, setEntry] = useState(emptyCard);
  const erase = () => setEntry(eraseDigit(entry));
  const type = (digit: string) => {
    const next = typeDigit(entry, digit, people);
    setEntry(next.entry);
    if (next.found !== null) onFound(next.found);
  };
  return (
    <>
      <Bar
        screen="card"
        left={<Button icon={ArrowLeft} label={say('card.back')} onPress={onBack} />}
        middle={<h1 className="code__title">{say('card.title')}</h1>}
        language={language}
        onLanguage={onLanguage}
      />
      <main className="card">
        <section className="card__typed">
          <DigitPlaces
            typed={entry.typed}
            places={cardDigits}
            words={say('card.typed', { done: entry.typed.length })}
          />
          {entry.unknown && (
            <div
              className="code__message code__message--wrong"
              role="alert"
              {...screenNamed('card-unknown')}
            >
              <LifeBuoy aria-hidden="true" />
              <p>{say('card.unknown')}</p>
            </div>
          )}
          <Button
            icon={Delete}
            label={say('card.erase')}
            disabled={entry.typed === ''}
            onPress={erase}
          />
        </section>
        <DigitKeys onType={type} onErase={erase} />
      </main>
    </>
  );
}
