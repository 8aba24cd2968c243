import { useState } from 'react';
import type { AppInfo } from '../../../shared/contracts/ipc/views.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { siteTexts } from '../../i18n/texts/supervisor/site.ts';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useMay } from '../may.tsx';
import { useStream } from '../station.ts';
import { HeldPanel } from './held/held-panel.tsx';
import { HereCard, focusStationsButton } from './here-card.tsx';
import { HubCard } from './hub-card.tsx';
import { LockOutNotices } from './lock-outs.tsx';
import { MostReadCard } from './most-read-card.tsx';
import { NetbootCard } from './netboot-card.tsx';
import { Notices } from './notices.tsx';
import { PacksCard, focusPacksButton } from './packs-card.tsx';
import { PacksPanel } from './packs/packs-panel.tsx';
import { PrintersCard, focusPrintersButton } from './printers/printers-card.tsx';
import { PrintersPanel } from './printers/printers-panel.tsx';
import { ReadingRoomCard, focusRoomButton } from './reading-room/reading-room-card.tsx';
import { ReadingRoomPanel } from './reading-room/reading-room-panel.tsx';
import { SpokenCard, focusSpokenButton } from './spoken/spoken-card.tsx';
import { SpokenPanel } from './spoken/spoken-panel.tsx';
import { StationsPanel } from './stations/stations-panel.tsx';
import { WorkCard, focusHeldButton } from './work-card.tsx';
import './site.css';

const useSiteSay = createSayHook(siteTexts);

type Looking = 'held' | 'stations' | 'packs' | 'reading-room' | 'spoken' | 'printers';

interface SiteProps {
  readonly status: StationStatus;
  readonly info: AppInfo | null;
}

/** How the site's machines stand, in sentences; details for the technician beside them. */
export function Site({ status, info }: SiteProps) {
  const say = useSiteSay();
  const may = useMay();
  const [looking, setLooking] = useState<Looking | null>(null);
  const site = useStream('site', undefined);
  if (site.error !== undefined) return <Trouble error={site.error} />;
  if (site.value === undefined) return <Opening />;
  const close = () => {
    setLooking(null);
    if (looking === 'held') focusHeldButton();
    if (looking === 'stations') focusStationsButton();
    if (looking === 'packs') focusPacksButton();
    if (looking === 'reading-room') focusRoomButton();
    if (looking === 'spoken') focusSpokenButton();
    if (looking === 'printers') focusPrintersButton();
  };
  const panels = {
    held: <HeldPanel onClose={close} />,
    stations: <StationsPanel here={status.machine} onClose={close} />,
    packs: <PacksPanel onClose={close} />,
    'reading-room': <ReadingRoomPanel onClose={close} />,
    spoken: <SpokenPanel onClose={close} />,
    printers: <PrintersPanel onClose={close} />,
  };
  return (
    <PlaceFrame
      screen="site"
      title={say('title')}
      {...(looking === null ? {} : { panel: panels[looking], onEscape: close })}
    >
      <div className="site">
        <LockOutNotices />
        <Notices notices={status.notices} lastBackup={site.value.lastBackup} />
        <div className="site__cards">
          <HubCard site={site.value} status={status} />
          <WorkCard
            site={site.value}
            status={status}
            onLook={may('quarantine.see') ? () => setLooking('held') : null}
          />
          <HereCard
            site={site.value}
            info={info}
            machine={status.machine}
            onLook={() => setLooking('stations')}
          />
          {may('learner.see') && <MostReadCard />}
          {may('reading-room.see') && (
            <ReadingRoomCard
              onCount={may('reading-room.count') ? () => setLooking('reading-room') : null}
            />
          )}
          {may('netboot.close') && <NetbootCard />}
          {may('spoken.record') && <SpokenCard onLook={() => setLooking('spoken')} />}
          {info?.prints === true && <PrintersCard onLook={() => setLooking('printers')} />}
          <PacksCard packs={site.value.packs} onLook={() => setLooking('packs')} />
        </div>
      </div>
    </PlaceFrame>
  );
}
