import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import './digits.css';

/** Digits typed so far, in their places, three and three. */
export function DigitPlaces(props: {
  readonly typed: string;
  readonly places: number;
  readonly words: string;
}) {
  const language = useLanguage();
  return (
    <p className="digit-places">
      <span className="unseen">{props.words}</span>
      {Array.from({ length: props.places }, (_, place) => (
        <span key={place} className="digit-places__place" aria-hidden="true">
          {formatDigits(props.typed.charAt(place), language)}
        </span>
      ))}
    </p>
  );
}
