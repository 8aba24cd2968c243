import { ArrowLeft, Delete, LifeBuoy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cardDigits } from '../../../domain/card-number.ts';
import type { Language } from '../../../shared/ids.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { moveFocus } from '../../ui/arrow-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Bar } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import './card.css';
import { emptyCard, eraseDigit, typeDigit } from './card-entry.ts';
import type { Person } from './people-pages.ts';

interface CardProps {
  readonly people: readonly Person[];
  readonly onFound: (learner: Person) => void;
  readonly onBack: () => void;
  readonly onLanguage: (language: Language) => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

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
        left={<Button icon={ArrowLeft} label={say('card.back')} onPress={onBack} />}
        middle={<h1 className="code__title">{say('card.title')}</h1>}
        language={language}
        onLanguage={onLanguage}
      />
      <main className="card">
        <section className="card__typed">
          <Places typed={entry.typed} />
          {entry.unknown && (
            <div className="code__message code__message--wrong" role="alert">
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

function Places({ typed }: { readonly typed: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <p className="card__places">
      <span className="unseen">{say('card.typed', { done: typed.length })}</span>
      {Array.from({ length: cardDigits }, (_, place) => (
        <span key={place} className="card__place" aria-hidden="true">
          {formatDigits(typed.charAt(place), language)}
        </span>
      ))}
    </p>
  );
}

function DigitKeys(props: {
  readonly onType: (digit: string) => void;
  readonly onErase: () => void;
}) {
  const { onType, onErase } = props;
  const language = useLanguage();
  const keys = useRef<HTMLDivElement>(null);
  useEffect(() => keys.current?.querySelector('button')?.focus(), []);
  return (
    <div
      className="card__keys"
      role="presentation"
      ref={keys}
      onKeyDown={(event) => {
        if (/^[0-9]$/.test(event.key)) onType(event.key);
        else if (event.key === 'Backspace') onErase();
        else moveFocus(event);
      }}
    >
      {digits.map((digit) => (
        <button key={digit} type="button" className="card__key" onClick={() => onType(digit)}>
          {formatDigits(digit, language)}
        </button>
      ))}
    </div>
  );
}
