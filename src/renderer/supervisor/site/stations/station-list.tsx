import { ChevronRight, Copy, Monitor, MonitorCog } from 'lucide-react';
import type { ListedStation } from '../../../../shared/contracts/commands/station-commands.ts';
import type { SeatHealthView } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { stationsTexts } from '../../../i18n/texts/supervisor/stations.ts';
import { LastTestSign } from './last-test.tsx';
import { HealthSign } from '../../room/seat-health.tsx';

const useStationsSay = createSayHook(stationsTexts);
const icons = { kiosk: Monitor, supervisor: MonitorCog } as const;

interface StationListProps {
  readonly stations: readonly ListedStation[];
  /** How seats' PCs are, by their own word. */
  readonly health: SeatHealthView;
  readonly onChoose: (station: ListedStation) => void;
}

/** Those that are in, by kind and seat; after them those that were shut out. */
export function StationList({ stations, health, onChoose }: StationListProps) {
  const say = useStationsSay();
  const language = useLanguage();
  const place = ({ disabled, kind, seat }: ListedStation) =>
    `${Number(disabled)} ${kind} ${String(seat).padStart(6, '0')}`;
  const sorted = stations.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  return (
    <ul className="stations__list">
      {sorted.map((each) => {
        const Icon = icons[each.kind];
        return (
          <li key={each.station}>
            <button type="button" disabled={each.disabled} onClick={() => onChoose(each)}>
              <Icon aria-hidden="true" />
              <span>
                <strong>{inLanguage(each.name, language)}</strong>
                <small>{each.disabled ? say('list.out') : say(each.kind)}</small>
                {!each.disabled && (
                  <HealthSign
                    health={health.find(({ station }) => station === each.station)?.health ?? null}
                  />
                )}
                {!each.disabled && <LastTestSign tested={each.tested} />}
                {!each.disabled && each.twins.length > 0 && (
                  <small className="stations__alarm">
                    <Copy aria-hidden="true" />
                    {say('list.twins', { count: each.twins.length })}
                  </small>
                )}
              </span>
              {!each.disabled && <ChevronRight aria-hidden="true" />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
