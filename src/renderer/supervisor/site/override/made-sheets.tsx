import { Check, FileDown } from 'lucide-react';
import { overridePage } from '../../../../domain/print/override-page.ts';
import type { ListedStation } from '../../../../shared/contracts/commands/station-commands.ts';
import type { OverrideSheet } from '../../../../shared/contracts/override.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { overrideTexts } from '../../../i18n/texts/supervisor/override.ts';
import { Button } from '../../../ui/button.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';
import { useStay } from '../../desk/stay.tsx';
import { PrintIt } from '../../saving/print-it.tsx';
import { SavingWords } from '../../saving/saving-words.tsx';
import { useSaving } from '../../saving/use-saving.ts';

const useOverrideSay = createSayHook(overrideTexts);

interface MadeSheetsProps {
  readonly sheets: readonly OverrideSheet[];
  readonly stations: readonly ListedStation[];
  readonly onDone: () => void;
}

/** Sheets that were made, told once: they stay until somebody says that they are on paper ([SUP9]). No code is on the screen. */
export function MadeSheets({ sheets, stations, onDone }: MadeSheetsProps) {
  const say = useOverrideSay();
  const saving = useSaving('opening-codes');
  useStay(true);
  const printed = sheets.flatMap(({ station, sheet, codes }) => {
    const known = stations.find((each) => each.station === station);
    return known === undefined ? [] : [{ name: known.name, seat: known.seat, sheet, codes }];
  });
  const print = async (way: 'page' | 'print') => {
    await saving[way]('opening-codes', overridePage(printed));
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
      <Button
        icon={FileDown}
        label={say('print')}
        disabled={saving.pending}
        onPress={() => void print('page')}
      />
      <PrintIt saving={saving} disabled={saving.pending} onPress={() => void print('print')} />
      <SavingWords saving={saving} saved={(name) => say('saved', { name })} />
      <Button
        icon={Check}
        label={say('done')}
        tone={saving.came?.saved ? 'next' : 'quiet'}
        onPress={onDone}
      />
    </div>
  );
}
