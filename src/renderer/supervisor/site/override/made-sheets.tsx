import { Check, FileDown } from 'lucide-react';
import { useState } from 'react';
import { overridePage } from '../../../../domain/print/override-page.ts';
import type { ListedStation } from '../../../../shared/contracts/commands/station-commands.ts';
import type { CommandOutput } from '../../../../shared/contracts/ipc/contract.ts';
import type { OverrideSheet } from '../../../../shared/contracts/override.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { overrideTexts } from '../../../i18n/texts/supervisor/override.ts';
import { Button } from '../../../ui/button.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';
import { useStay } from '../../desk/stay.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useCommand } from '../../station.ts';

const useOverrideSay = createSayHook(overrideTexts);

interface MadeSheetsProps {
  readonly sheets: readonly OverrideSheet[];
  readonly stations: readonly ListedStation[];
  readonly onDone: () => void;
}

/** Sheets that were made, told once: they stay until somebody says that they are on paper ([SUP9]). No code is on the screen. */
export function MadeSheets({ sheets, stations, onDone }: MadeSheetsProps) {
  const say = useOverrideSay();
  const save = useCommand('page.save');
  const [came, setCame] = useState<CommandOutput<'supervisor', 'page.save'>>();
  useStay(true);
  const printed = sheets.flatMap(({ station, sheet, codes }) => {
    const known = stations.find((each) => each.station === station);
    return known === undefined ? [] : [{ name: known.name, seat: known.seat, sheet, codes }];
  });
  const print = async () => {
    setCame(await save.run({ name: 'opening-codes', html: overridePage(printed) }));
  };
  return (
    <div className="stations__part" {...screenNamed('override-sheets')}>
      <h3>{say('made.title', { count: sheets.length })}</h3>
      <p className="told__once">{say('made.once')}</p>
      <ul>
        {printed.map(({ seat, sheet }) => (
          <li key={seat}>{say('made.sheet', { seat, sheet })}</li>
        ))}
      </ul>
      {save.error !== undefined && <CommandTrouble error={save.error} />}
      <Button
        icon={FileDown}
        label={say('print')}
        disabled={save.pending}
        onPress={() => void print()}
      />
      {came?.saved && <output>{say('saved', { name: came.saved })}</output>}
      <Button
        icon={Check}
        label={say('done')}
        tone={came?.saved ? 'next' : 'quiet'}
        onPress={onDone}
      />
    </div>
  );
}
