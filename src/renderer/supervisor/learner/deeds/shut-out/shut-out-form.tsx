import { DoorClosed, DoorOpen } from 'lucide-react';
import { useContext, useState } from 'react';
import { learnerCommands } from '../../../../../shared/contracts/commands/learner-commands.ts';
import { createSayHook } from '../../../../i18n/language.tsx';
import { deedTexts } from '../../../../i18n/texts/supervisor/deeds.ts';
import { Button } from '../../../../ui/button.tsx';
import { useStay } from '../../../desk/stay.tsx';
import { CommandTrouble } from '../../../desk/trouble.tsx';
import { ReasonField } from '../../../form/reason-field.tsx';
import { useHubCommand } from '../../../hub-command.ts';
import { ToldContext } from '../../told/told-context.ts';
import type { DeedFormProps, LearnerDeed } from '../learner-deed.ts';
import { isOther } from '../new-tile.tsx';

const useDeedSay = createSayHook(deedTexts);
const disable = learnerCommands['learner.disable'];

/** No sign-in any more, and why; nothing of the record goes. */
function ShutOutForm({ row, onDone }: DeedFormProps) {
  const say = useDeedSay();
  const [reason, setReason] = useState<string | null>(null);
  const command = useHubCommand(disable);
  const { learner } = row.learner;
  const shut = async () => {
    if (reason === null) return;
    if ((await command.run({ learner, disabled: true }, { reason })) !== undefined) onDone();
  };
  return (
    <div className="form">
      <p>{say('shut-out.will')}</p>
      <ReasonField
        reasons={{
          left: say('shut-out.left'),
          stops: say('shut-out.stops'),
          twice: say('shut-out.twice'),
          mistaken: say('shut-out.mistake'),
        }}
        onChange={setReason}
      />
      {command.error !== undefined && <CommandTrouble error={command.error} />}
      <Button
        icon={DoorClosed}
        label={say('shut-out')}
        disabled={reason === null || command.pending}
        onPress={() => void shut()}
      />
    </div>
  );
}

/** Their sign-in works again; with another tile where theirs was given away. */
function LetInForm({ row, onDone }: DeedFormProps) {
  const say = useDeedSay();
  const [reason, setReason] = useState<string | null>(null);
  const tell = useContext(ToldContext);
  const command = useHubCommand(disable);
  useStay(command.pending);
  const { learner } = row.learner;
  const letIn = async () => {
    if (reason === null) return;
    const now = await command.run({ learner, disabled: false }, { reason });
    if (now === undefined) return;
    if (isOther(now.tile, row.learner.tile)) tell({ about: 'tile', tile: now.tile }, onDone);
    else onDone();
  };
  return (
    <div className="form">
      <p>{say('let-in.will')}</p>
      <ReasonField
        reasons={{ back: say('let-in.back'), 'closed-wrongly': say('let-in.mistake') }}
        onChange={setReason}
      />
      {command.error !== undefined && <CommandTrouble error={command.error} />}
      <Button
        icon={DoorOpen}
        label={say('let-in')}
        tone="next"
        disabled={reason === null || command.pending}
        onPress={() => void letIn()}
      />
    </div>
  );
}

export const shutOutDeed: LearnerDeed = {
  screen: 'deed-shut-out',
  action: 'learner.disable',
  icon: DoorClosed,
  label: deedTexts['shut-out'],
  fits: ({ row }) => !row.disabled,
  Form: ShutOutForm,
};

export const letInDeed: LearnerDeed = {
  screen: 'deed-let-in',
  action: 'learner.disable',
  icon: DoorOpen,
  label: deedTexts['let-in'],
  fits: ({ row }) => row.disabled,
  Form: LetInForm,
};
