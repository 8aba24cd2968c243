import { Monitor } from 'lucide-react';
import type { AppInfo } from '../../../shared/contracts/ipc/views.ts';
import type { SiteView } from '../../../shared/contracts/ipc/site-view.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { siteTexts } from '../../i18n/texts/supervisor/site.ts';
import { stationsTexts } from '../../i18n/texts/supervisor/stations.ts';
import { Fact, Facts } from './facts.tsx';

const useSiteSay = createSayHook(siteTexts);
const useStationsSay = createSayHook(stationsTexts);

interface HereCardProps {
  readonly site: SiteView;
  readonly info: AppInfo | null;
  /** Which PC this is, where two are one station ([CLO2]). */
  readonly machine: string | null;
  /** Opens the list of stations. */
  readonly onLook: () => void;
}

const stationsButtonId = 'stations-look';

/** Where the keyboard goes when the list of stations is closed. */
export const focusStationsButton = () => document.getElementById(stationsButtonId)?.focus();

/** The site and this computer. What is not known yet is said so ([SUP10]). */
export function HereCard({ site, info, machine, onLook }: HereCardProps) {
  const say = useSiteSay();
  const sayStations = useStationsSay();
  const language = useLanguage();
  const unknown = say('here.unnamed');
  return (
    <section className="site__card">
      <h2>{say('here.title')}</h2>
      <Facts>
        <Fact name={say('here.site')}>
          {site.siteName === null ? unknown : inLanguage(site.siteName, language)}
        </Fact>
        <Fact name={say('here.stations')}>{formatNumber(site.stations, language)}</Fact>
        <Fact name={say('here.learners')}>{formatNumber(site.learners, language)}</Fact>
        <Fact name={say('here.station')}>
          {info === null ? unknown : inLanguage(info.stationName, language)}
        </Fact>
        <Fact name={say('here.machine')}>{machine ?? unknown}</Fact>
        <Fact name={say('here.version')}>{info?.version ?? unknown}</Fact>
      </Facts>
      <button id={stationsButtonId} type="button" className="work__look" onClick={onLook}>
        <Monitor aria-hidden="true" />
        {sayStations('open')}
      </button>
    </section>
  );
}
