import { ArrowLeft, DoorClosed, Save } from 'lucide-react';
import { useState } from 'react';
import { staffCommands } from '../../../shared/contracts/commands/staff-commands.ts';
import type { ListedStaff } from '../../../shared/contracts/ipc/people-views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { staffTexts } from '../../i18n/texts/supervisor/staff.ts';
import { Button } from '../../ui/button.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { OwnReasonField } from '../form/reason-field.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useMay } from '../may.tsx';
import { useStream } from '../station.ts';
import { CoursesFinished } from '../training/courses-finished.tsx';
import { StaffFields } from './staff-fields.tsx';
import { termsOf, typedOf } from './typed-staff.ts';

const useStaffSay = createSayHook(staffTexts);
const useDeskSay = createSayHook(deskTexts);

interface StaffPanelProps {
  readonly person: ListedStaff;
  readonly onClose: () => void;
}

/** One of the staff: other terms, or the end of the appointment; neither for oneself ([PRM3]). */
export function StaffPanel({ person, onClose }: StaffPanelProps) {
  const say = useStaffSay();
  const sayDesk = useDeskSay();
  const language = useLanguage();
  const may = useMay();
  const [ending, setEnding] = useState(false);
  const target = { person: person.staff, scopes: person.scopes };
  const mayChange = !person.ended && may('staff.change', target);
  return (
    <section aria-label={inLanguage(person.name, language)}>
      <PanelHead screen={ending ? 'staff-end' : 'staff-person'} onClose={onClose}>
        <h2 className="learner-panel__title">{inLanguage(person.name, language)}</h2>
        <p className="form__soft">{sayDesk(`role.${person.role}`)}</p>
      </PanelHead>
      <div className="form groups__form">
        {!ending && <CoursesFinished finished={person.trained} />}
        {person.ended && <p>{say('ended.what')}</p>}
        {!person.ended && !mayChange && <p>{say('not-yours')}</p>}
        {mayChange && !ending && (
          <>
            <ChangeForm person={person} onDone={onClose} />
            <Button icon={DoorClosed} label={say('end')} onPress={() => setEnding(true)} />
          </>
        )}
        {mayChange && ending && (
          <EndForm person={person} onBack={() => setEnding(false)} onDone={onClose} />
        )}
      </div>
    </section>
  );
}

interface FormProps {
  readonly person: ListedStaff;
  readonly onDone: () => void;
}

function ChangeForm({ person, onDone }: FormProps) {
  const say = useStaffSay();
  const groups = useStream('groups', undefined).value?.groups ?? [];
  const [typed, setTyped] = useState(() => typedOf(person));
  const change = useHubCommand(staffCommands['staff.change']);
  const terms = termsOf(typed, groups);
  const save = async () => {
    if (terms === null) return;
    if ((await change.run({ staff: person.staff, ...terms })) !== undefined) onDone();
  };
  return (
    <>
      <StaffFields typed={typed} groups={groups} onChange={setTyped} />
      {change.error !== undefined && <CommandTrouble error={change.error} />}
      <Button
        icon={Save}
        label={say('save')}
        tone="next"
        disabled={terms === null || change.pending}
        onPress={() => void save()}
      />
    </>
  );
}

interface EndFormProps extends FormProps {
  readonly onBack: () => void;
}

/** Says that it is for good, and asks why. */
function EndForm({ person, onBack, onDone }: EndFormProps) {
  const say = useStaffSay();
  const [reason, setReason] = useState<string | null>(null);
  const end = useHubCommand(staffCommands['staff.disable']);
  const save = async () => {
    if (reason === null) return;
    if ((await end.run({ staff: person.staff }, { reason })) !== undefined) onDone();
  };
  return (
    <>
      <p>{say('end.will')}</p>
      <OwnReasonField
        reasons={[say('end.left'), say('end.forgot'), say('end.trust')]}
        onChange={setReason}
      />
      {end.error !== undefined && <CommandTrouble error={end.error} />}
      <Button
        icon={DoorClosed}
        label={say('end')}
        disabled={reason === null || end.pending}
        onPress={() => void save()}
      />
      <Button icon={ArrowLeft} label={say('keep')} tone="quiet" onPress={onBack} />
    </>
  );
}
