import { Printer } from 'lucide-react';
import { overrideCommands } from '../../../../shared/contracts/commands/override-commands.ts';
import type { ListedStation } from '../../../../shared/contracts/commands/station-commands.ts';
import type { OverrideSheet } from '../../../../shared/contracts/override.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { overrideTexts } from '../../../i18n/texts/supervisor/override.ts';
import { Button } from '../../../ui/button.tsx';
import { useStay } from '../../desk/stay.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useHubCommand } from '../../hub-command.ts';

const useOverrideSay = createSayHook(overrideTexts);

/** Whether codes open it: a learner's seat in use. */
export const hasSheets = ({ kind, disabled }: ListedStation): boolean =>
  kind === 'kiosk' && !disabled;

interface MakeSheetsProps {
  /** Which seats get one. */
  readonly stations: readonly ListedStation[];
  readonly label: 'make.all' | 'make.one';
  readonly onMade: (sheets: readonly OverrideSheet[]) => void;
}

/** Has the hub make sheets of codes that open locked seats ([OVR2]). */
export function MakeSheets({ stations, label, onMade }: MakeSheetsProps) {
  const say = useOverrideSay();
  const make = useHubCommand(overrideCommands['override.make']);
  useStay(make.pending);
  const run = async () => {
    const made = await make.run({ stations: stations.map(({ station }) => station) });
    if (made !== undefined) onMade(made.sheets);
  };
  if (stations.length === 0) return null;
  return (
    <div className="stations__part">
      <h3>{say('title')}</h3>
      <p>{say('what')}</p>
      <p>{say('ends')}</p>
      {make.error !== undefined && <CommandTrouble error={make.error} />}
      <Button
        icon={Printer}
        label={say(label)}
        disabled={make.pending}
        onPress={() => void run()}
      />
    </div>
  );
}
