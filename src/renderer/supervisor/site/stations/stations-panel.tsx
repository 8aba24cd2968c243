import { useEffect, useState } from 'react';
import type { MadeStationCode } from '../../../../shared/contracts/commands/station-commands.ts';
import type { StationId } from '../../../../shared/ids.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { stationsTexts } from '../../../i18n/texts/supervisor/stations.ts';
import { PanelHead } from '../../desk/panel-head.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useStream } from '../../station.ts';
import { useMay } from '../../may.tsx';
import { CodeList } from './code-list.tsx';
import { useListedStations } from './listed-stations.ts';
import { MadeSheets } from '../override/made-sheets.tsx';
import { MakeSheets, hasSheets } from '../override/make-sheets.tsx';
import type { OverrideSheet } from '../../../../shared/contracts/override.ts';
import { NewStation } from './new-station.tsx';
import { ShownCode } from './shown-code.tsx';
import { StationDetail } from './station-detail.tsx';
import { StationList } from './station-list.tsx';
import './stations.css';

const useStationsSay = createSayHook(stationsTexts);

/** How often it is asked which of two computers spoke last, ms. */
const twinsEveryMs = 5_000;

interface StationsPanelProps {
  /** The PC this window is on, as the hub knows it. */
  readonly here: string | null;
  readonly onClose: () => void;
}

/** The site's stations and the codes that let new ones in ([SUP16]). */
export function StationsPanel({ here, onClose }: StationsPanelProps) {
  const say = useStationsSay();
  const may = useMay();
  const { listed, error, again } = useListedStations();
  const health = useStream('seat-health', undefined).value ?? [];
  const [made, setMade] = useState<MadeStationCode | null>(null);
  const [sheets, setSheets] = useState<readonly OverrideSheet[] | null>(null);
  const [chosen, setChosen] = useState<StationId | null>(null);
  const station = listed?.stations.find((each) => each.station === chosen);
  const twins = listed?.stations.some((each) => !each.disabled && each.twins.length > 0) ?? false;
  useEffect(() => {
    if (!twins) return undefined;
    const next = setInterval(again, twinsEveryMs);
    return () => clearInterval(next);
  }, [twins, again]);
  const show = (code: MadeStationCode) => {
    setMade(code);
    setChosen(null);
    again();
  };
  const back = () => {
    setMade(null);
    setSheets(null);
    setChosen(null);
    again();
  };
  const isResting = made === null && sheets === null;
  return (
    <section className="stations" aria-label={say('title')}>
      <PanelHead screen="stations" onClose={onClose}>
        <h2 className="stations__title">{say('title')}</h2>
      </PanelHead>
      {error !== undefined && <CommandTrouble error={error} />}
      {made !== null && <ShownCode made={made} onDone={back} />}
      {sheets !== null && listed !== undefined && (
        <MadeSheets sheets={sheets} stations={listed.stations} onDone={back} />
      )}
      {isResting && station !== undefined && (
        <StationDetail
          station={station}
          health={health.find((each) => each.station === station.station)?.health ?? null}
          here={here}
          onBack={back}
          onMade={show}
          onSheets={setSheets}
        />
      )}
      {isResting && station === undefined && listed !== undefined && (
        <>
          <CodeList codes={listed.codes} onEnded={again} />
          <StationList
            stations={listed.stations}
            health={health}
            onChoose={(each) => setChosen(each.station)}
          />
          {may('station.enrol') && <NewStation onMade={show} />}
          {may('override.make') && (
            <MakeSheets
              stations={listed.stations.filter(hasSheets)}
              label="make.all"
              onMade={setSheets}
            />
          )}
        </>
      )}
    </section>
  );
}
