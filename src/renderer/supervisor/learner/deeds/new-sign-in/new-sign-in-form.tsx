import { CircleCheckBig, KeyRound } from 'lucide-react';
import { useState } from 'react';
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
import { CommandTrouble } from '../../../desk/trouble.tsx';
import { Choice } from '../../../form/choice.tsx';
import { Select } from '../../../form/select.tsx';
import { useHubCommand } from '../../../hub-command.ts';
import { Digits } from '../../told/digits.tsx';
import type { DeedFormProps, LearnerDeed } from '../learner-deed.ts';

const useNewSignInSay = createSayHook(newSignInTexts);
const reset = learnerCommands['sign-in.reset'];

/** Gives a learner another way in, and ends the one of now; tells a number, once ([SGN9]). */
function NewSignInForm({ row, onDone }: DeedFormProps) {
  const say = useNewSignInSay();
  const [form, setForm] = useState<SignInForm>('pictures');
  const [reason, setReason] = useState<ResetReason | null>(null);
  const [number, setNumber] = useState<string | null>(null);
  const command = useHubCommand(reset);
  const give = async () => {
    if (reason === null) return;
    const told = await command.run({ learner: row.learner.learner, form, reason });
    if (told !== undefined) setNumber(told.number);
  };
  if (number !== null) return <ToldNumber number={number} onSeen={onDone} />;
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

function ToldNumber({ number, onSeen }: { readonly number: string; readonly onSeen: () => void }) {
  const say = useNewSignInSay();
  return (
    <div className="told">
      <div className="told__number">
        <Digits label={say('number')} digits={number} />
        <p>{say('number.what')}</p>
      </div>
      <p className="told__once">{say('once')}</p>
      <Button icon={CircleCheckBig} label={say('seen')} tone="next" onPress={onSeen} first />
    </div>
  );
}

export const newSignInDeed: LearnerDeed = {
  action: 'sign-in.reset',
  icon: KeyRound,
  label: newSignInTexts.title,
  fits: ({ row }) => !row.disabled,
  Form: NewSignInForm,
};
