import { Printer } from 'lucide-react';
import { createSayHook } from '../../../i18n/language.tsx';
import { printersTexts } from '../../../i18n/texts/printing.ts';

const usePrintersSay = createSayHook(printersTexts);

const printersButtonId = 'printers-look';

/** Where the keyboard goes when the panel is closed. */
export const focusPrintersButton = () => document.getElementById(printersButtonId)?.focus();

/** That this computer prints, and the way to its printers ([PTR2]). */
export function PrintersCard({ onLook }: { readonly onLook: () => void }) {
  const say = usePrintersSay();
  return (
    <section className="site__card">
      <h2>{say('title')}</h2>
      <p>{say('why')}</p>
      <button id={printersButtonId} type="button" className="work__look" onClick={onLook}>
        <Printer aria-hidden="true" />
        {say('open')}
      </button>
    </section>
  );
}
