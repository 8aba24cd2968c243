import { CircleCheckBig, CircleHelp, Hourglass, Inbox, TriangleAlert } from 'lucide-react';
import type { SiteView } from '../../../shared/contracts/ipc/site-view.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { siteWorkTexts } from '../../i18n/texts/supervisor/site-work.ts';
import { workRows } from './work-on-its-way.ts';
import type { WorkRow } from './work-on-its-way.ts';

const useWorkSay = createSayHook(siteWorkTexts);
const icons = { none: CircleCheckBig, some: Hourglass, unknown: CircleHelp } as const;

interface WorkCardProps {
  readonly site: SiteView;
  readonly status: StationStatus;
  /** Opens what is set apart; null for who may not see it ([SUP14]). */
  readonly onLook: (() => void) | null;
}

/** Records that are not yet everywhere they belong: how many, and what that means. */
export function WorkCard({ site, status, onLook }: WorkCardProps) {
  const say = useWorkSay();
  return (
    <section className="site__card">
      <h2>{say('work.title')}</h2>
      <ul className="work">
        {workRows(site, status).map((row) => (
          <WorkLine key={row.work} row={row} onLook={row.work === 'quarantined' ? onLook : null} />
        ))}
      </ul>
    </section>
  );
}

const heldButtonId = 'held-back-look';

/** Back to the button the list was opened with ([SUP9]). */
export function focusHeldButton(): void {
  document.getElementById(heldButtonId)?.focus();
}

interface WorkLineProps {
  readonly row: WorkRow;
  readonly onLook: (() => void) | null;
}

function WorkLine({ row, onLook }: WorkLineProps) {
  const { work, count, standing, sentence, needsSomebody } = row;
  const say = useWorkSay();
  const language = useLanguage();
  const Icon = needsSomebody ? TriangleAlert : icons[standing];
  return (
    <li className="work__row" data-needs-somebody={needsSomebody || undefined}>
      <Icon className={`work__icon work__icon--${standing}`} aria-hidden="true" />
      <div className="work__words">
        <strong>{say(`work.${work}`)}</strong>
        <p>{say(sentence)}</p>
        {onLook !== null && standing !== 'unknown' && (
          <button type="button" id={heldButtonId} className="work__look" onClick={onLook}>
            <Inbox aria-hidden="true" />
            {say('work.quarantined.look')}
          </button>
        )}
      </div>
      <span className="work__count">{count === null ? '—' : formatNumber(count, language)}</span>
    </li>
  );
}
