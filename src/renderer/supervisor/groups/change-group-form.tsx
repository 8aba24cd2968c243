import { ArrowLeft, Save } from 'lucide-react';
import { useState } from 'react';
import { learnerCommands } from '../../../shared/contracts/commands/learner-commands.ts';
import type { ListedGroup } from '../../../shared/contracts/ipc/people-views.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { ReasonField } from '../form/reason-field.tsx';
import { useHubCommand } from '../hub-command.ts';
import { GroupFields } from './group-fields.tsx';
import { askedOf, freeSymbols, typedOf } from './typed-group.ts';

const useGroupsSay = createSayHook(groupsTexts);

interface ChangeGroupFormProps {
  readonly group: ListedGroup;
  readonly groups: readonly ListedGroup[];
  readonly onBack: () => void;
  readonly onDone: () => void;
}

export function ChangeGroupForm({ group, groups, onBack, onDone }: ChangeGroupFormProps) {
  const say = useGroupsSay();
  const [typed, setTyped] = useState(() => typedOf(group));
  const [reason, setReason] = useState<string | null>(null);
  const change = useHubCommand(learnerCommands['group.change']);
  const asked = askedOf(typed);
  const save = async () => {
    if (asked === null || reason === null) return;
    const done = await change.run({ group: group.group, ...asked }, { reason });
    if (done !== undefined) onDone();
  };
  return (
    <div className="form groups__form">
      <GroupFields typed={typed} symbols={freeSymbols(groups, group)} onChange={setTyped} />
      {typed.symbol !== group.symbol && <p>{say('change.symbol')}</p>}
      {typed.scope !== group.scope && <p>{say('change.scope')}</p>}
      <ReasonField
        reasons={{
          'wrongly-written': say('change.mistake'),
          'new-name': say('change.new-name'),
          unlike: say('change.unlike'),
        }}
        onChange={setReason}
      />
      {change.error !== undefined && <CommandTrouble error={change.error} />}
      <Button
        icon={Save}
        label={say('save')}
        tone="next"
        disabled={asked === null || reason === null || change.pending}
        onPress={() => void save()}
      />
      <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
    </div>
  );
}
