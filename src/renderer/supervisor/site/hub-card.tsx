import { CircleCheckBig, CloudOff, TriangleAlert } from 'lucide-react';
import type { SiteView } from '../../../shared/contracts/ipc/site-view.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import { sayAge } from '../../i18n/age.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { siteTexts } from '../../i18n/texts/supervisor/site.ts';
import { useGrowingAge } from '../../ui/growing-age.ts';
import { Fact, Facts } from './facts.tsx';
import { isBackedUp, sayLastBackup } from './last-backup.ts';

const useSiteSay = createSayHook(siteTexts);

interface HubCardProps {
  readonly site: SiteView;
  readonly status: StationStatus;
}

/** The hub as seen from here. */
export function HubCard({ site, status }: HubCardProps) {
  const say = useSiteSay();
  const language = useLanguage();
  const age = useGrowingAge(status.receiptAgeMs, status);
  const reachable = status.hubReachable;
  const backedUp = isBackedUp(site.lastBackup);
  const Icon = reachable ? CircleCheckBig : CloudOff;
  return (
    <section className="site__card">
      <h2>{say('hub.title')}</h2>
      <Facts>
        <Fact name={say('hub.answers')}>
          <span className={reachable ? 'site__sign site__sign--yes' : 'site__sign site__sign--no'}>
            <Icon aria-hidden="true" />
            {say(reachable ? 'hub.yes' : 'hub.no')}
          </span>
        </Fact>
        <Fact name={say('hub.receipt')}>
          {age === null ? say('here.unnamed') : sayAge(age, language)}
        </Fact>
        <Fact name={say('hub.doing')}>{say(`phase.${status.phase}`)}</Fact>
        <Fact name={say('hub.backup')}>
          <span className={backedUp ? undefined : 'site__sign site__sign--no'}>
            {!backedUp && <TriangleAlert aria-hidden="true" />}
            {sayLastBackup(site.lastBackup, language)}
          </span>
        </Fact>
        <Fact name={say('hub.address')}>
          <code className="site__code">{site.hubUrl}</code>
        </Fact>
      </Facts>
    </section>
  );
}
