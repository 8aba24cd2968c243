import { HandHelping, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { learnerCommands } from '../../../../../shared/contracts/commands/learner-commands.ts';
import type { GroupId } from '../../../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../../i18n/language.tsx';
import { deedTexts } from '../../../../i18n/texts/supervisor/deeds.ts';
import { Button } from '../../../../ui/button.tsx';
import { CommandTrouble } from '../../../desk/trouble.tsx';
import { LabDayNote } from '../../../form/lab-day-note.tsx';
import { ReasonField } from '../../../form/reason-field.tsx';
import { useHubCommand } from '../../../hub-command.ts';
import { useStream } from '../../../station.ts';
import { GroupSelect } from '../../details/details-fields.tsx';
import type { DeedFormProps, LearnerDeed } from '../learner-deed.ts';

const useDeedSay = createSayHook(deedTexts);

/** A peer tutor of one group from now on ([ACC2]). */
function AppointForm({ row, onDone }: DeedFormProps) {
  const say = useDeedSay();
  const [group, setGroup] = useState<GroupId | null>(row.learner.group);
  const [reason, setReason] = useState<string | null>(null);
  const appoint = useHubCommand(learnerCommands['tutor.appoint']);
  const { learner } = row.learner;
  const save = async () => {
    if (group === null || reason === null) return;
    if ((await appoint.run({ learner, group }, { reason })) !== undefined) onDone();
  };
  return (
    <div className="form">
      <p>{say('tutor.will')}</p>
      <LabDayNote />
      <GroupSelect group={group} action="tutor.appoint" onChange={setGroup} />
      <ReasonField
        reasons={{
          able: say('tutor.able'),
          offered: say('tutor.asked'),
          needed: say('tutor.needed'),
        }}
        onChange={setReason}
      />
      {appoint.error !== undefined && <CommandTrouble error={appoint.error} />}
      <Button
        icon={HandHelping}
        label={say('tutor')}
        tone="next"
        disabled={group === null || reason === null || appoint.pending}
        onPress={() => void save()}
      />
    </div>
  );
}

/** The period as a peer tutor ends now; that there was one stays. */
function EndForm({ page, row, onDone }: DeedFormProps) {
  const say = useDeedSay();
  const language = useLanguage();
  const [reason, setReason] = useState<string | null>(null);
  const end = useHubCommand(learnerCommands['tutor.end']);
  const groups = useStream('groups', undefined).value?.groups ?? [];
  const name = groups.find(({ group }) => group === page.account?.tutors)?.name;
  const { learner } = row.learner;
  const save = async () => {
    if (reason === null) return;
    if ((await end.run({ learner }, { reason })) !== undefined) onDone();
  };
  return (
    <div className="form">
      <p>{say('tutor-end.will', { group: name ? inLanguage(name, language) : '' })}</p>
      <LabDayNote />
      <ReasonField
        reasons={{
          'period-over': say('tutor-end.over'),
          stopped: say('tutor-end.asked'),
          unsuited: say('tutor-end.unfit'),
        }}
        onChange={setReason}
      />
      {end.error !== undefined && <CommandTrouble error={end.error} />}
      <Button
        icon={UserMinus}
        label={say('tutor-end')}
        disabled={reason === null || end.pending}
        onPress={() => void save()}
      />
    </div>
  );
}

export const appointTutorDeed: LearnerDeed = {
  screen: 'deed-tutor',
  action: 'tutor.appoint',
  icon: HandHelping,
  label: deedTexts.tutor,
  fits: ({ row, account }) => !row.disabled && account?.tutors === null,
  Form: AppointForm,
};

export const endTutorDeed: LearnerDeed = {
  screen: 'deed-tutor-end',
  action: 'tutor.end',
  icon: UserMinus,
  label: deedTexts['tutor-end'],
  fits: ({ account }) => account !== null && account.tutors !== null,
  Form: EndForm,
};
