import { useState } from 'react';
import { KeyRound } from 'lucide-react';
import { stationCommands } from '../../../../shared/contracts/commands/station-commands.ts';
import type { ListedStation } from '../../../../shared/contracts/commands/station-commands.ts';
import type { Twin } from '../../../../shared/contracts/machine.ts';
import { formatDate } from '../../../../shared/khmer/dates.ts';
import { sayAge } from '../../../i18n/age.ts';
import { createSayHook, useLanguage } from '../../../i18n/language.tsx';
import { stationsTexts } from '../../../i18n/texts/supervisor/stations.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { Field } from '../../form/field.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { screenNamed } from '../../../ui/screen-name.ts';

const useStationsSay = createSayHook(stationsTexts);

interface TwinsProps {
  readonly station: ListedStation;
  /** The PC this window is on, as the hub knows it. */
  readonly here: string | null;
  readonly onDone: () => void;
}

/** The computers that say they are one station, and which of them goes on ([CLO2]). */
export function Twins({ station: { station, twins }, here, onDone }: TwinsProps) {
  const say = useStationsSay();
  const [machine, setMachine] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const decide = useHubCommand(stationCommands['clone.decide']);
  const reason = why.trim();
  const go = async () => {
    if (machine === null) return;
    if ((await decide.run({ station, machine }, { reason })) !== undefined) onDone();
  };
  return (
    <div className="stations__part" {...screenNamed('station-twins')}>
      <h3>{say('twins.title', { count: twins.length })}</h3>
      <p>{say('twins.what')}</p>
      <div className="stations__twins">
        {twins.map((twin) => (
          <button
            key={twin.machine}
            type="button"
            aria-pressed={machine === twin.machine}
            onClick={() => setMachine(twin.machine)}
          >
            <TwinFacts twin={twin} isHere={twin.machine === here} />
          </button>
        ))}
      </div>
      {machine !== null && (
        <>
          <Field
            label={say('revoke.why')}
            value={why}
            keys="km"
            maxLength={200}
            onChange={setWhy}
          />
          <Button
            icon={KeyRound}
            label={say('twins.go')}
            disabled={reason === '' || decide.pending}
            onPress={() => void go()}
          />
          <p>{say('twins.then')}</p>
        </>
      )}
      {decide.error !== undefined && <CommandTrouble error={decide.error} />}
    </div>
  );
}

interface TwinFactsProps {
  readonly twin: Twin;
  readonly isHere: boolean;
}

function TwinFacts({ twin, isHere }: TwinFactsProps) {
  const say = useStationsSay();
  const language = useLanguage();
  const { machine, since, lastContactAgeMs: age, otherHardware, chosen } = twin;
  return (
    <>
      <strong>{say(otherHardware ? 'twins.other' : 'twins.first', { machine })}</strong>
      {isHere && <small>{say('twins.here')}</small>}
      <small>{say('twins.since', { date: formatDate(since, language) })}</small>
      <small>
        {age === null ? say('twins.silent') : say('twins.seen', { ago: sayAge(age, language) })}
      </small>
      {chosen && <small>{say('twins.chosen')}</small>}
    </>
  );
}
