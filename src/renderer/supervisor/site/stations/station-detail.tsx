import { ArrowLeft, Ban, KeyRound, Replace, Save } from 'lucide-react';
import { useState } from 'react';
import { stationCommands } from '../../../../shared/contracts/commands/station-commands.ts';
import type {
  ListedStation,
  MadeStationCode,
} from '../../../../shared/contracts/commands/station-commands.ts';
import type { SeatHealth } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { stationsTexts } from '../../../i18n/texts/supervisor/stations.ts';
import { Button } from '../../../ui/button.tsx';
import { useStay } from '../../desk/stay.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { Field } from '../../form/field.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { useMay } from '../../may.tsx';
import type { OverrideSheet } from '../../../../shared/contracts/override.ts';
import { MakeSheets, hasSheets } from '../override/make-sheets.tsx';
import { SeatHealth as HealthOf } from '../../room/seat-health.tsx';
import { LastTest } from './last-test.tsx';
import { NameFields, nameOf } from './name-fields.tsx';
import { StationPower } from './station-power.tsx';
import { Twins } from './twins.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';

const useStationsSay = createSayHook(stationsTexts);

interface StationDetailProps {
  /** The PC this window is on, as the hub knows it. */
  readonly here: string | null;
  readonly station: ListedStation;
  /** How its PC is, by its own word; null where it says nothing just now, or is no seat. */
  readonly health: SeatHealth | null;
  readonly onBack: () => void;
  readonly onMade: (made: MadeStationCode) => void;
  readonly onSheets: (sheets: readonly OverrideSheet[]) => void;
}

/** What can be done about one station: only what this person may do. */
export function StationDetail(props: StationDetailProps) {
  const { station, health, here, onBack, onMade, onSheets } = props;
  const say = useStationsSay();
  const may = useMay();
  return (
    <div className="stations__detail" {...screenNamed('station')}>
      {station.kind === 'kiosk' && (
        <div className="stations__part">
          {health === null ? <p>{say('health.none')}</p> : <HealthOf health={health} />}
        </div>
      )}
      <LastTest tested={station.tested} />
      {station.twins.length > 0 && may('clone.decide') && (
        <Twins station={station} here={here} onDone={onBack} />
      )}
      {may('station.rename') && <Rename station={station} onDone={onBack} />}
      {may('station.replace') && <TakePlace station={station} onMade={onMade} />}
      {may('station.renew') && <OtherKeys station={station} onDone={onBack} />}
      {may('override.make') && hasSheets(station) && (
        <MakeSheets stations={[station]} label="make.one" onMade={onSheets} />
      )}
      {may('seat.power') && station.kind === 'kiosk' && !station.disabled && (
        <StationPower station={station} />
      )}
      {may('station.revoke') && <ShutOut station={station} onDone={onBack} />}
      <div className="stations__part">
        <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
      </div>
    </div>
  );
}

interface PartProps {
  readonly station: ListedStation;
  readonly onDone: () => void;
}

function Rename({ station: { station, name: held }, onDone }: PartProps) {
  const say = useStationsSay();
  const [typed, setTyped] = useState({ km: held.km, en: held.en ?? '' });
  const rename = useHubCommand(stationCommands['station.rename']);
  const name = nameOf(typed);
  const save = async () => {
    if (name !== null && (await rename.run({ station, name })) !== undefined) onDone();
  };
  return (
    <div className="stations__part">
      <NameFields name={typed} onChange={setTyped} />
      {rename.error !== undefined && <CommandTrouble error={rename.error} />}
      <Button
        icon={Save}
        label={say('rename')}
        disabled={name === null || rename.pending}
        onPress={() => void save()}
      />
    </div>
  );
}

function TakePlace({
  station: { station },
  onMade,
}: Pick<StationDetailProps, 'station' | 'onMade'>) {
  const say = useStationsSay();
  const replace = useHubCommand(stationCommands['station.replace']);
  useStay(replace.pending);
  const make = async () => {
    const made = await replace.run({ station });
    if (made !== undefined) onMade(made);
  };
  return (
    <div className="stations__part">
      <Button
        icon={Replace}
        label={say('replace')}
        disabled={replace.pending}
        onPress={() => void make()}
      />
      <p>{say('replace.what')}</p>
      {replace.error !== undefined && <CommandTrouble error={replace.error} />}
    </div>
  );
}

function OtherKeys({ station: { station, renewal }, onDone }: PartProps) {
  const say = useStationsSay();
  const renew = useHubCommand(stationCommands['station.renew']);
  const ask = async () => {
    if ((await renew.run({ station })) !== undefined) onDone();
  };
  return (
    <div className="stations__part">
      <Button
        icon={KeyRound}
        label={say('renew')}
        disabled={renewal === 'asked' || renew.pending}
        onPress={() => void ask()}
      />
      <p>{say(renewal === null ? 'renew.what' : `renew.${renewal}`)}</p>
      {renew.error !== undefined && <CommandTrouble error={renew.error} />}
    </div>
  );
}

function ShutOut({ station: { station }, onDone }: PartProps) {
  const say = useStationsSay();
  const [why, setWhy] = useState('');
  const revoke = useHubCommand(stationCommands['station.revoke']);
  const reason = why.trim();
  const shut = async () => {
    if ((await revoke.run({ station }, { reason })) !== undefined) onDone();
  };
  return (
    <div className="stations__part">
      <Field label={say('revoke.why')} value={why} keys="km" maxLength={200} onChange={setWhy} />
      <Button
        icon={Ban}
        label={say('revoke')}
        disabled={reason === '' || revoke.pending}
        onPress={() => void shut()}
      />
      <p>{say('revoke.what')}</p>
      {revoke.error !== undefined && <CommandTrouble error={revoke.error} />}
    </div>
  );
}
