import { FileDown } from 'lucide-react';
import { listFormats } from '../../../../shared/contracts/ipc/list-views.ts';
import type { ListFormat } from '../../../../shared/contracts/ipc/list-views.ts';
import type { LearnerId } from '../../../../shared/ids.ts';
import { useState } from 'react';
import { createSayHook } from '../../../i18n/language.tsx';
import { bringInTexts } from '../../../i18n/texts/supervisor/bring-in.ts';
import { Button } from '../../../ui/button.tsx';
import { SavingWords } from '../../saving/saving-words.tsx';
import { useSaving } from '../../saving/use-saving.ts';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useCommand } from '../../station.ts';
import './bring-in.css';

const useBringSay = createSayHook(bringInTexts);

interface SaveListProps {
  /** Those of them alone who were searched for; everybody where it is left out. */
  readonly learners: readonly LearnerId[] | undefined;
}

/** The list of learners as a file: which kind, then where; that it was taken is recorded ([IMP5]). */
export function SaveList({ learners }: SaveListProps) {
  const say = useBringSay();
  const [asking, setAsking] = useState(false);
  const made = useCommand('list.export');
  const saving = useSaving('learners');
  const give = async (format: ListFormat) => {
    setAsking(false);
    const file = await made.run({
      format,
      ...(learners === undefined ? {} : { learners: [...learners] }),
    });
    if (file !== undefined) await saving.file(file);
  };
  return (
    <div className="bring-in__save">
      {asking ? (
        listFormats.map((format) => (
          <Button
            key={format}
            icon={FileDown}
            label={say(`export.${format}`)}
            onPress={() => void give(format)}
          />
        ))
      ) : (
        <Button
          icon={FileDown}
          label={
            learners === undefined ? say('export') : say('export.found', { count: learners.length })
          }
          disabled={made.pending || saving.pending}
          onPress={() => setAsking(true)}
        />
      )}
      {made.error !== undefined && <CommandTrouble error={made.error} />}
      <SavingWords saving={saving} />
    </div>
  );
}
