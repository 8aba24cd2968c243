import { ArrowLeft, ArrowRight, IdCard } from 'lucide-react';
import { useState } from 'react';
import { staffCommands } from '../../../shared/contracts/commands/staff-commands.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { deedTexts } from '../../i18n/texts/supervisor/deeds.ts';
import { staffTexts } from '../../i18n/texts/supervisor/staff.ts';
import { Button } from '../../ui/button.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { NewPassphrase } from '../form/new-passphrase.tsx';
import { usePassphraseCommand } from '../hub-command.ts';
import { useStream } from '../station.ts';
import { StaffFields } from './staff-fields.tsx';
import { nothingTyped, termsOf } from './typed-staff.ts';

const useStaffSay = createSayHook(staffTexts);
const useDeedSay = createSayHook(deedTexts);

/** First who and what for; then the person types their first passphrase themselves ([STF1]). */
export function AppointPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useStaffSay();
  const sayDeed = useDeedSay();
  const language = useLanguage();
  const groups = useStream('groups', undefined).value?.groups ?? [];
  const [typed, setTyped] = useState(nothingTyped);
  const [theirTurn, setTheirTurn] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const appoint = usePassphraseCommand(staffCommands['staff.appoint']);
  const terms = termsOf(typed, groups);
  const save = async () => {
    if (terms === null || text === null) return;
    if ((await appoint.run(terms, { text, name: terms.name })) !== undefined) onClose();
  };
  const back = () => {
    setText(null);
    appoint.clearError();
    setTheirTurn(false);
  };
  return (
    <section aria-label={say('appoint')}>
      <PanelHead screen="staff-appoint" onClose={onClose}>
        <h2 className="learner-panel__title">{say('appoint')}</h2>
      </PanelHead>
      <div className="form groups__form">
        {theirTurn && terms !== null ? (
          <>
            <p>{say('their-turn', { name: inLanguage(terms.name, language) })}</p>
            <NewPassphrase names={[terms.name.km, terms.name.en ?? '']} first onChange={setText} />
            {appoint.error !== undefined && <CommandTrouble error={appoint.error} />}
            <Button
              icon={IdCard}
              label={say(appoint.pending ? 'appointing' : 'appoint.do')}
              tone="next"
              disabled={text === null || appoint.pending}
              onPress={() => void save()}
            />
            <Button
              icon={ArrowLeft}
              label={sayDeed('back')}
              tone="quiet"
              disabled={appoint.pending}
              onPress={back}
            />
          </>
        ) : (
          <>
            <StaffFields typed={typed} groups={groups} onChange={setTyped} />
            <Button
              icon={ArrowRight}
              label={say('next')}
              tone="next"
              disabled={terms === null}
              onPress={() => setTheirTurn(true)}
            />
          </>
        )}
      </div>
    </section>
  );
}
