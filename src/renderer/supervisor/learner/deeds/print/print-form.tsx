import { Check, FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { recordPage } from '../../../../../domain/record/record-page.ts';
import { recordCommands } from '../../../../../shared/contracts/commands/record-commands.ts';
import { recordDeedsTexts } from '../../../../i18n/texts/supervisor/record-deeds.ts';
import { Button } from '../../../../ui/button.tsx';
import { PrintIt } from '../../../saving/print-it.tsx';
import { SavingWords } from '../../../saving/saving-words.tsx';
import { useSaving } from '../../../saving/use-saving.ts';
import { CommandTrouble } from '../../../desk/trouble.tsx';
import { Choice } from '../../../form/choice.tsx';
import { LabDayNote } from '../../../form/lab-day-note.tsx';
import { useHubCommand } from '../../../hub-command.ts';
import { useStream } from '../../../station.ts';
import type { DeedFormProps, LearnerDeed } from '../learner-deed.ts';
import { useRecordSay } from '../record/record-say.ts';
import '../record/record-deed.css';
import '../../../form/form.css';

/** A learner's record on paper, given to them by an officer ([OWN2]). */
function PrintForm({ row, page, onDone }: DeedFormProps) {
  const say = useRecordSay();
  const { learner } = row.learner;
  const ask = useHubCommand(recordCommands['record.print']);
  const saving = useSaving('record');
  const [forStaff, setForStaff] = useState(false);
  const { notes } = page;
  const day = useStream('lab-day', undefined).value;
  const pending = ask.pending || saving.pending;
  const make = async (way: 'page' | 'print') => {
    const record = await ask.run({ learner });
    if (record === undefined) return;
    const html = recordPage(record, page.courses, {
      notes: forStaff ? notes : null,
      sure: day?.sure === true,
    });
    await saving[way](`record-${record.printed}`, html);
  };
  return (
    <div className="record-deed">
      <p>{say('print.what')}</p>
      <LabDayNote />
      {notes.length > 0 && (
        <Choice
          label={say('print.for')}
          options={[
            { value: 'learner', label: say('print.for-learner') },
            { value: 'staff', label: say('print.for-staff') },
          ]}
          value={forStaff ? 'staff' : 'learner'}
          onChange={(value) => setForStaff(value === 'staff')}
        />
      )}
      <p className="record-deed__soft">{say('print.noted')}</p>
      {ask.error !== undefined && <CommandTrouble error={ask.error} />}
      <SavingWords
        saving={saving}
        left={say('print.left')}
        saved={(file) => say('print.saved', { file })}
        className="record-deed__came"
      />
      <Button
        icon={FileDown}
        label={say(pending ? 'print.making' : 'print.make')}
        tone="next"
        disabled={pending}
        onPress={() => void make('page')}
      />
      <PrintIt saving={saving} disabled={pending} onPress={() => void make('print')} />
      {saving.came !== undefined && <Button icon={Check} label={say('close')} onPress={onDone} />}
    </div>
  );
}

export const printDeed: LearnerDeed = {
  screen: 'deed-print',
  action: 'record.print',
  icon: Printer,
  label: recordDeedsTexts['print.label'],
  Form: PrintForm,
};
