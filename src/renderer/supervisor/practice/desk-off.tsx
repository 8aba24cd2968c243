import { Power } from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { practiceTexts } from '../../i18n/texts/supervisor/practice.ts';
import { Button } from '../../ui/button.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import type { LanguageChoice } from '../app.tsx';
import './desk-off.css';

const usePracticeSay = createSayHook(practiceTexts);

interface DeskOffProps extends LanguageChoice {
  readonly onOpen: () => void;
}

/** The dark screen of the officer's own pretend computer, and the way to have the lab as it was ([PRC10]). */
export function DeskOff({ language, onLanguage, onOpen }: DeskOffProps) {
  const say = usePracticeSay();
  return (
    <main className="desk-off" {...screenNamed('practice-off')}>
      <Power className="desk-off__sign" aria-hidden="true" />
      <output>
        <h1>{say('off')}</h1>
        <p>{say('off.means')}</p>
      </output>
      <Button icon={Power} label={say('closed.open')} tone="next" onPress={onOpen} first />
      <LanguageSwitch language={language} onChoose={onLanguage} />
    </main>
  );
}
