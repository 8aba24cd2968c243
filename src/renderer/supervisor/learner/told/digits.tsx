import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import './told.css';

/** Six digits, parted so that they can be read out. */
export function Digits({ label, digits }: { readonly label: string; readonly digits: string }) {
  const language = useLanguage();
  return (
    <p className="told__digits">
      {label}
      <span>{formatDigits(`${digits.slice(0, 3)} ${digits.slice(3)}`, language)}</span>
    </p>
  );
}
