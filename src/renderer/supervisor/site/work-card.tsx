import { CircleCheckBig, CircleHelp, Hourglass, TriangleAlert } from 'lucide-react';
import type { SiteView, StationStatus } from '../../../shared/contracts/ipc/views.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { siteTexts } from '../../i18n/texts/supervisor/site.ts';
import { workRows } from './work-on-its-way.ts';
import type { WorkRow } from './work-on-its-way.ts';

const useSiteSay = createSayHook(siteTexts);
const icons = { none: CircleCheckBig, some: Hourglass, unknown: CircleHelp } as const;

interface WorkCardProps {
  readonly site: SiteView;
  readonly status: StationStatus;
}

/** Records that are not yet everywhere they belong: how many, and what that means. */
export function WorkCard({ site, status }: WorkCardProps) {
  const say = useSiteSay();
  return (
    <section className="site__card">
      <h2>{say('work.title')}</h2>
      <ul className="work">
        {workRows(site, status).map((row) => (
          <WorkLine key={row.work} row={row} />
        ))}
      </ul>
    </section>
  );
}

function WorkLine({ row }: { readonly row: WorkRow }) {
  const { work, count, standing, needsSomebody } = row;
  const say = useSiteSay();
  const language = useLanguage();
  const Icon = needsSomebody ? TriangleAlert : icons[standing];
  return (
    <li className="work__row" data-needs-somebody={needsSomebody || undefined}>
      <Icon className={`work__icon work__icon--${standing}`} aria-hidden="true" />
      <div className="work__words">
        <strong>{say(`work.${work}`)}</strong>
        <p>{standing === 'unknown' ? say('work.unknown') : say(`work.${work}.${standing}`)}</p>
      </div>
      <span className="work__count">{count === null ? '—' : formatNumber(count, language)}</span>
    </li>
  );
}
