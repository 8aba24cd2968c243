import { ArrowLeft, ChevronRight, Package, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { PacksView } from '../../../../shared/contracts/ipc/packs-view.ts';
import type { HubPack } from '../../../../shared/contracts/pack-api.ts';
import type { PackId, StationId } from '../../../../shared/ids.ts';
import { sayBytes } from '../../../i18n/bytes.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { packsTexts } from '../../../i18n/texts/supervisor/packs.ts';
import { Button } from '../../../ui/button.tsx';
import { PanelHead } from '../../desk/panel-head.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useMay } from '../../may.tsx';
import { useStream } from '../../station.ts';
import { ChooseVersion } from './choose-version.tsx';
import { PackAtStation } from './pack-at-station.tsx';
import { PackVoices } from './pack-voices.tsx';
import '../stations/stations.css';
import './packs.css';

const usePacksSay = createSayHook(packsTexts);

/** Packs of the hub and how far each station is with them ([SUP20]). */
export function PacksPanel({ onClose }: { readonly onClose: () => void }) {
  const say = usePacksSay();
  const [chosen, setChosen] = useState<PackId | null>(null);
  const { value: view, error } = useStream('packs', undefined);
  const pack = view?.hub.find((each) => each.pack === chosen);
  return (
    <section className="stations packs-panel">
      <PanelHead screen={pack === undefined ? 'packs' : 'pack'} onClose={onClose}>
        <h2 className="stations__title">{say('title')}</h2>
      </PanelHead>
      {error !== undefined && <CommandTrouble error={error} />}
      {view === null && <p className="packs__words">{say('away')}</p>}
      {view?.hub.length === 0 && <p className="packs__words">{say('none')}</p>}
      {view?.room && pack === undefined && <HubRoom view={view} room={view.room} />}
      {view && pack === undefined && <PackList view={view} onChoose={setChosen} />}
      {view && pack !== undefined && (
        <PackDetail view={view} pack={pack} onBack={() => setChosen(null)} />
      )}
    </section>
  );
}

/** What an install leaves free at the hub ([PKG9]). */
const reserveBytes = 100 * 1024 * 1024;

interface HubRoomProps {
  readonly view: PacksView;
  readonly room: NonNullable<PacksView['room']>;
}

/** Whether the next pack will find room at the hub, before a technician stands there with it ([PKG24]). */
function HubRoom({ view: { hub }, room: { takenBytes, freeBytes } }: HubRoomProps) {
  const say = usePacksSay();
  const language = useLanguage();
  if (freeBytes === null) return null;
  const largest = Math.max(0, ...hub.flatMap(({ versions }) => versions.map(({ bytes }) => bytes)));
  const isShort = freeBytes < largest + reserveBytes;
  const taken = sayBytes(takenBytes, language);
  return (
    <div className="packs__words">
      <p>{say('room', { taken, free: sayBytes(freeBytes, language) })}</p>
      {isShort && (
        <p className="packs__short">
          <TriangleAlert aria-hidden="true" />
          {say('room.short')}
        </p>
      )}
    </div>
  );
}

interface PackListProps {
  readonly view: PacksView;
  readonly onChoose: (pack: PackId) => void;
}

function PackList({ view: { hub, stations }, onChoose }: PackListProps) {
  const say = usePacksSay();
  const using = ({ pack, listed }: HubPack) =>
    stations.filter(({ packs }) =>
      packs?.some((each) => each.pack === pack && each.active === listed),
    ).length;
  const stuck = ({ pack }: HubPack) =>
    stations.filter(({ packs }) =>
      packs?.some((each) => each.pack === pack && each.trouble !== null && each.fetching === null),
    ).length;
  // what somebody has to do something about comes first
  const inOrder = hub.toSorted((a, b) => Number(stuck(b) > 0) - Number(stuck(a) > 0));
  return (
    <ul className="stations__list">
      {inOrder.map((pack) => (
        <li key={pack.pack}>
          <button type="button" onClick={() => onChoose(pack.pack)}>
            <Package aria-hidden="true" />
            <span>
              <strong>
                <PackName pack={pack} />
              </strong>
              <small>
                {pack.listed === null
                  ? say('unlisted')
                  : say('counted', {
                      version: pack.listed,
                      count: using(pack),
                      all: stations.length,
                    })}
              </small>
              {stuck(pack) > 0 && (
                <small className="stations__alarm">{say('stuck', { count: stuck(pack) })}</small>
              )}
            </span>
            <ChevronRight aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function PackName({ pack: { pack, title } }: { readonly pack: HubPack }) {
  const language = useLanguage();
  return title === null ? <code className="site__code">{pack}</code> : inLanguage(title, language);
}

interface PackDetailProps {
  readonly view: PacksView;
  readonly pack: HubPack;
  readonly onBack: () => void;
}

function PackDetail({ view: { stations }, pack, onBack }: PackDetailProps) {
  const say = usePacksSay();
  const may = useMay();
  const language = useLanguage();
  const nameOf = (wanted: StationId) => {
    const name = stations.find(({ station }) => station === wanted)?.name;
    return name === undefined ? wanted : inLanguage(name, language);
  };
  const listed = pack.versions.find(({ version }) => version === pack.listed);
  return (
    <>
      <div className="stations__part">
        <h3>
          <PackName pack={pack} />
        </h3>
        <p>
          {pack.listed === null ? say('unlisted') : say('listed', { version: pack.listed })}
          {listed && ` · ${say('size', { size: sayBytes(listed.bytes, language) })}`}
          <br />
          <code className="site__code">{pack.pack}</code>
        </p>
      </div>
      {may('pack.choose') && <ChooseVersion pack={pack} />}
      <div className="stations__part">
        <h3>{say('stations')}</h3>
        <ul className="packs__stations">
          {stations.map((at) => (
            <PackAtStation key={at.station} pack={pack} at={at} nameOf={nameOf} />
          ))}
        </ul>
      </div>
      <PackVoices pack={pack.pack} />
      <div className="stations__part">
        <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
      </div>
    </>
  );
}
