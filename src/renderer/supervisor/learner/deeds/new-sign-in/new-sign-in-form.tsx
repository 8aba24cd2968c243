import { KeyRound } from 'lucide-react';
import { useContext, useState } from 'react';
import {
  learnerCommands,
  resetReasons,
} from '../../../../../shared/contracts/commands/learner-commands.ts';
import type { ResetReason } from '../../../../../shared/contracts/commands/learner-commands.ts';
import { signInForms } from '../../../../../shared/contracts/sign-in.ts';
import type { SignInForm } from '../../../../../shared/contracts/sign-in.ts';
import { createSayHook } from '../../../../i18n/language.tsx';
import { newSignInTexts } from '../../../../i18n/texts/supervisor/new-sign-in.ts';
import { Button } from '../../../../ui/button.tsx';
import { useStay } from '../../../desk/stay.tsx';
import { CommandTrouble } from '../../../desk/trouble.tsx';
import { Choice } from '../../../form/choice.tsx';
import { Select } from '../../../form/select.tsx';
import { useHubCommand } from '../../../hub-command.ts';
import { ToldContext } from '../../told/told-context.ts';
import type { DeedFormProps, LearnerDeed } from '../learner-deed.ts';

const useNewSignInSay = createSayHook(newSignInTexts);
const reset = learnerCommands['sign-in.reset'];

/** Gives a learner another way in, and ends the one of now; tells a number, once ([SGN9]). */
function NewSignInForm({ row, onDone }: DeedFormProps) {
  const say = useNewSignInSay();
  const [form, setForm] = useState<SignInForm>('pictures');
  const [reason, setReason] = useState<ResetReason | null>(null);
  const tell = useContext(ToldContext);
  const command = useHubCommand(reset);
  useStay(command.pending);
  const give = async () => {
    if (reason === null) return;
    const told = await command.run({ learner: row.learner.learner, form, reason });
    if (told !== undefined) tell({ about: 'number', number: told.number }, onDone);
  };
  return (
    <div className="form">
      <p>{say('will')}</p>
      <Choice
        label={say('form')}
        options={signInForms.map((each) => ({ value: each, label: say(`form.${each}`) }))}
        value={form}
        onChange={setForm}
      />
      <Select
        label={say('why')}
        none={say('choose')}
        options={resetReasons.map((each) => ({ value: each, label: say(`why.${each}`) }))}
        value={reason}
        onChange={setReason}
      />
      {command.error !== undefined && <CommandTrouble error={command.error} />}
      <Button
        icon={KeyRound}
        label={say('give')}
        tone="next"
        disabled={reason === null || command.pending}
        onPress={() => void give()}
      />
    </div>
  );
}

export const newSignInDeed: LearnerDeed = {
  screen: 'deed-new-sign-in',
  action: 'sign-in.reset',
  icon: KeyRound,
  label: newSignInTexts.title,
  fits: ({ row }) => !row.disabled,
  Form: NewSignInForm,
};
