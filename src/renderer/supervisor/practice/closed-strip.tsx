import { CircleCheckBig, Power } from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { practiceTexts } from '../../i18n/texts/supervisor/practice.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';

const usePracticeSay = createSayHook(practiceTexts);

/** Once the pretend lab is closed, under it: the way to have it as it was ([PRC10]). */
export function ClosedStrip({ onOpen }: { readonly onOpen: () => void }) {
  const say = usePracticeSay();
  return (
    <section className="tour" aria-label={say('closed')} {...screenNamed('practice-closed')}>
      <CircleCheckBig className="tour__sign" aria-hidden="true" />
      <output className="tour__step">
        <strong className="tour__do">{say('closed')}</strong>
        <span>{say('closed.means')}</span>
      </output>
      <div className="tour__ways">
        <Button icon={Power} label={say('closed.open')} tone="next" onPress={onOpen} />
      </div>
    </section>
  );
}
