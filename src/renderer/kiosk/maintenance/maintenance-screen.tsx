import {
  ClipboardCheck,
  DoorOpen,
  FileArchive,
  HardDrive,
  Keyboard,
  Layers,
  Monitor,
  Package,
  Power,
  Usb,
  Volume2,
  Wrench,
} from 'lucide-react';
import { useCallback, useState } from 'react';
import type { MaintenanceReport, MaintenanceView } from '../../../shared/contracts/maintenance.ts';
import type { Language } from '../../../shared/ids.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { useSigns } from '../../ui/idle/use-idle.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import type { ScreenName } from '../../ui/screen-name.ts';
import { useCommand, useStation, useStream } from '../station.ts';
import { BundlePanel } from './bundle-panel.tsx';
import { Outcome } from './facts.tsx';
import { KeysPanel } from './keys-panel.tsx';
import './maintenance.css';
import { PacksPanel } from './packs-panel.tsx';
import { PcPanel } from './pc-panel.tsx';
import { PowerPanel } from './power-panel.tsx';
import { useSay } from './say.ts';
import { ScreenPanel } from './screen-panel.tsx';
import { SoundPanel } from './sound-panel.tsx';
import { TestPanel } from './test-panel.tsx';
import { UpdatePanel } from './update-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';

const places = {
  pc: HardDrive,
  sound: Volume2,
  keys: Keyboard,
  screen: Monitor,
  packs: Package,
  versions: Layers,
  bundle: FileArchive,
  update: Usb,
  test: ClipboardCheck,
  power: Power,
} as const;
type Place = keyof typeof places;
const placeNames = Object.keys(places) as readonly Place[];

interface MaintenanceProps {
  readonly visit: NonNullable<MaintenanceView['visit']>;
  readonly onLanguage: (language: Language) => void;
}

/** How this PC is, and what a technician has it do ([MNT5]). It goes with their visit. */
export function MaintenanceScreen({ visit, onLanguage }: MaintenanceProps) {
  const say = useSay();
  const language = useLanguage();
  const station = useStation();
  const { value: report, error } = useStream('maintenance-report', undefined);
  const leave = useCommand('maintenance.sign-out');
  const [chosen, setPlace] = useState<Place>('pc');
  useSigns(
    useCallback(() => {
      // A station that is away is told of the next sign.
      station.call('maintenance.present', undefined).catch(() => undefined);
    }, [station]),
  );
  // No way to what this PC has none of.
  const hasUpdate = report !== undefined && report.update !== null;
  const there = placeNames.filter((place) => place !== 'update' || hasUpdate);
  const place = there.includes(chosen) ? chosen : 'pc';
  return (
    <div className="maintain">
      <header className="maintain__bar">
        <h1>
          <Wrench aria-hidden="true" />
          {say('title')} · {inLanguage(visit.name, language)}
        </h1>
        <LanguageSwitch language={language} onChoose={onLanguage} />
        <Button
          icon={DoorOpen}
          label={say('end')}
          tone="next"
          disabled={leave.pending}
          onPress={() => void leave.run(undefined)}
        />
      </header>
      <div className="maintain__body">
        <nav className="maintain__places">
          {there.map((each) => {
            const Icon = places[each];
            return (
              <button
                key={each}
                type="button"
                className="maintain__place"
                aria-current={each === place ? 'page' : undefined}
                onClick={() => setPlace(each)}
              >
                <Icon aria-hidden="true" />
                <span>{say(`place.${each}`)}</span>
              </button>
            );
          })}
          <p className="maintain__soft">{say('quiet')}</p>
        </nav>
        <main className="maintain__panel" key={place} {...screenNamed(nameOf(place))}>
          {error !== undefined && <Outcome well={false}>{say('lost')}</Outcome>}
          {report !== undefined && <Panel place={place} report={report} />}
        </main>
      </div>
    </div>
  );
}

const nameOf = (place: Place): ScreenName => `maintain-${place}`;

function Panel({ place, report }: { readonly place: Place; readonly report: MaintenanceReport }) {
  switch (place) {
    case 'pc':
      return <PcPanel report={report} />;
    case 'sound':
      return <SoundPanel cards={report.sound} />;
    case 'keys':
      return <KeysPanel />;
    case 'screen':
      return <ScreenPanel />;
    case 'packs':
      return <PacksPanel packs={report.packs} check={report.check} />;
    case 'versions':
      return <VersionsPanel report={report} />;
    case 'bundle':
      return <BundlePanel />;
    case 'update':
      return report.update && <UpdatePanel update={report.update} />;
    case 'test':
      return <TestPanel />;
    case 'power':
      return <PowerPanel />;
  }
}
