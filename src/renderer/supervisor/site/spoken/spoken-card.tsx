import { Mic } from 'lucide-react';
import { createSayHook } from '../../../i18n/language.tsx';
import { spokenTexts } from '../../../i18n/texts/supervisor/spoken.ts';

const useSpokenSay = createSayHook(spokenTexts);

const spokenButtonId = 'spoken-look';

/** Where the keyboard goes when the panel is closed. */
export const focusSpokenButton = () => document.getElementById(spokenButtonId)?.focus();

/** That screens can say what they show, and the way to where it is recorded ([SPK2]). */
export function SpokenCard({ onLook }: { readonly onLook: () => void }) {
  const say = useSpokenSay();
  return (
    <section className="site__card">
      <h2>{say('title')}</h2>
      <p>{say('why')}</p>
      <button id={spokenButtonId} type="button" className="work__look" onClick={onLook}>
        <Mic aria-hidden="true" />
        {say('open')}
      </button>
    </section>
  );
}
