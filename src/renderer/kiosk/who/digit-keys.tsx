import { useEffect, useEffectEvent, useRef } from 'react';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { moveFocus } from '../../ui/arrow-keys.ts';
import { digitPress } from './digit-press.ts';
import './digits.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** Ten large keys, in the digits of the language; the keyboard's own serve too. */
export function DigitKeys(props: {
  readonly closed?: boolean;
  readonly onType: (digit: string) => void;
  readonly onErase: () => void;
}) {
  const { closed = false, onType, onErase } = props;
  const language = useLanguage();
  const keys = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Not one of the keys: what is pressed for its own sake would type that one.
    if (!closed) keys.current?.focus();
  }, [closed]);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const pressed = closed ? null : digitPress(event);
    if (pressed === 'erase') onErase();
    else if (pressed !== null) onType(pressed.digit);
  });
  useEffect(() => {
    // Wherever the focus is: there is nothing else to type on these screens.
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <div className="digit-keys" role="presentation" tabIndex={-1} ref={keys} onKeyDown={moveFocus}>
      {digits.map((digit) => (
        <button
          key={digit}
          type="button"
          className="digit-keys__key"
          disabled={closed}
          onClick={() => onType(digit)}
        >
          {formatDigits(digit, language)}
        </button>
      ))}
    </div>
  );
}
