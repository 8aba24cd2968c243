import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { stationCommands } from '../../../../shared/contracts/commands/station-commands.ts';
import type { MadeStationCode } from '../../../../shared/contracts/commands/station-commands.ts';
import type { StationKind } from '../../../../shared/contracts/documents/directory.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { stationsTexts } from '../../../i18n/texts/supervisor/stations.ts';
import { Button } from '../../../ui/button.tsx';
import { useStay } from '../../desk/stay.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { NameFields, nameOf } from './name-fields.tsx';

const useStationsSay = createSayHook(stationsTexts);
const kinds: readonly StationKind[] = ['kiosk', 'supervisor'];

/** A code for a computer that is no station yet. */
export function NewStation({ onMade }: { readonly onMade: (made: MadeStationCode) => void }) {
  const say = useStationsSay();
  const [typed, setTyped] = useState({ km: '', en: '' });
  const [kind, setKind] = useState<StationKind>('kiosk');
  const enrol = useHubCommand(stationCommands['station.enrol']);
  useStay(enrol.pending);
  const name = nameOf(typed);
  const make = async () => {
    if (name === null) return;
    const made = await enrol.run({ name, kind });
    if (made !== undefined) onMade(made);
  };
  return (
    <div className="stations__part">
      <h3>{say('new')}</h3>
      <p>{say('about')}</p>
      <NameFields name={typed} onChange={setTyped} />
      <div className="stations__kinds">
        {kinds.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === kind}
            onClick={() => setKind(each)}
          >
            {say(each)}
          </button>
        ))}
      </div>
      {enrol.error !== undefined && <CommandTrouble error={enrol.error} />}
      <Button
        icon={KeyRound}
        label={say('make')}
        disabled={name === null || enrol.pending}
        onPress={() => void make()}
      />
    </div>
  );
}
