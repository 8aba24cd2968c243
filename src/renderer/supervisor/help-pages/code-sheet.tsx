import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpPagesTexts } from '../../i18n/texts/supervisor/help-pages.ts';

const usePagesSay = createSayHook(helpPagesTexts);

/** Not codes of any seat: two hands of digits, of which none has its check digit. */
const codes = [
  '482 915 703',
  '136 074 258',
  '905 361 847',
  '274 608 139',
  '618 250 394',
  '753 842 061',
];
const used = 2;

/** What a sheet of opening codes looks like ([OVR2]). */
export function CodeSheet({ caption }: { readonly caption: string }) {
  const say = usePagesSay();
  const language = useLanguage();
  const digits = (number: number) => formatNumber(number, language);
  return (
    <figure className="code-sheet">
      <div className="code-sheet__paper">
        <strong>{say('sheet', { seat: digits(3), sheet: digits(1) })}</strong>
        <ol>
          {codes.map((code, at) => (
            <li key={code}>{at < used ? <s>{code}</s> : code}</li>
          ))}
        </ol>
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
