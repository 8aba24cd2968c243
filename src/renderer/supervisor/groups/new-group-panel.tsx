import { Shapes } from 'lucide-react';
import { useState } from 'react';
import { learnerCommands } from '../../../shared/contracts/commands/learner-commands.ts';
import type { ListedGroup } from '../../../shared/contracts/ipc/people-views.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { Button } from '../../ui/button.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubCommand } from '../hub-command.ts';
import { GroupFields } from './group-fields.tsx';
import { askedOf, freeSymbols, nothingTyped } from './typed-group.ts';

const useGroupsSay = createSayHook(groupsTexts);

interface NewGroupPanelProps {
  readonly groups: readonly ListedGroup[];
  readonly onClose: () => void;
}

export function NewGroupPanel({ groups, onClose }: NewGroupPanelProps) {
  const say = useGroupsSay();
  const [typed, setTyped] = useState(nothingTyped);
  const create = useHubCommand(learnerCommands['group.create']);
  const asked = askedOf(typed);
  const make = async () => {
    if (asked !== null && (await create.run(asked)) !== undefined) onClose();
  };
  return (
    <section aria-label={say('new')}>
      <PanelHead screen="group-new" onClose={onClose}>
        <h2 className="learner-panel__title">{say('new')}</h2>
      </PanelHead>
      <div className="form groups__form">
        <GroupFields typed={typed} symbols={freeSymbols(groups, null)} onChange={setTyped} />
        {create.error !== undefined && <CommandTrouble error={create.error} />}
        <Button
          icon={Shapes}
          label={say('make')}
          tone="next"
          disabled={asked === null || create.pending}
          onPress={() => void make()}
        />
      </div>
    </section>
  );
}
