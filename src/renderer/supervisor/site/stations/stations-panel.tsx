import { useState } from 'react';
import type {
  ListedStation,
  MadeStationCode,
} from '../../../../shared/contracts/commands/station-commands.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { stationsTexts } from '../../../i18n/texts/supervisor/stations.ts';
import { PanelHead } from '../../desk/panel-head.tsx';
import { Trouble } from '../../desk/trouble.tsx';
import { useMay } from '../../may.tsx';
import { CodeList } from './code-list.tsx';
import { useListedStations } from './listed-stations.ts';
import { NewStation } from './new-station.tsx';
import { ShownCode } from './shown-code.tsx';
import { StationDetail } from './station-detail.tsx';
import { StationList } from './station-list.tsx';
import './stations.css';

const useStationsSay = createSayHook(stationsTexts);

interface StationsPanelProps {
  readonly onClose: () => void;
}

/** The site's stations and the codes that let new ones in ([SUP16]). */
export function StationsPanel({ onClose }: StationsPanelProps) {
  const say = useStationsSay();
  const may = useMay();
  const { listed, error, again } = useListedStations();
  const [made, setMade] = useState<MadeStationCode | null>(null);
  const [chosen, setChosen] = useState<ListedStation | null>(null);
  const show = (code: MadeStationCode) => {
    setMade(code);
    setChosen(null);
    again();
  };
  const back = () => {
    setMade(null);
    setChosen(null);
    again();
  };
  return (
    <section className="stations" aria-label={say('title')}>
      <PanelHead onClose={onClose}>
        <h2 className="stations__title">{say('title')}</h2>
      </PanelHead>
      {error !== undefined && <Trouble error={error} />}
      {made !== null && <ShownCode made={made} onDone={back} />}
      {made === null && chosen !== null && (
        <StationDetail station={chosen} onBack={back} onMade={show} />
      )}
      {made === null && chosen === null && listed !== undefined && (
        <>
          <CodeList codes={listed.codes} onEnded={again} />
          <StationList stations={listed.stations} onChoose={setChosen} />
          {may('station.enrol') && <NewStation onMade={show} />}
        </>
      )}
    </section>
  );
}
