import { CloudOff } from 'lucide-react';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import { sayAge } from '../../i18n/age.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { useGrowingAge } from '../../ui/growing-age.ts';
import './hub-away.css';
import { screenNamed } from '../../ui/screen-name.ts';

const useDeskSay = createSayHook(deskTexts);

/** While the hub is away: since when, what that means for what is shown here, what to do ([SUP5]). */
export function HubAway({ status }: { readonly status: StationStatus }) {
  const say = useDeskSay();
  const language = useLanguage();
  const age = useGrowingAge(status.receiptAgeMs, status);
  if (status.hubReachable) return null;
  const together = status.peers?.stations ?? 0;
  return (
    <output className="hub-away" {...screenNamed('hub-away')}>
      <CloudOff className="hub-away__icon" aria-hidden="true" />
      <span className="hub-away__words">
        <span>
          <strong>{say('away.title')}</strong>{' '}
          <span className="hub-away__since">
            {age === null ? say('away.never') : say('away.since', { ago: sayAge(age, language) })}
          </span>
        </span>
        <span>
          {together > 1 && `${say('away.together', { count: together })} `}
          {together <= 1 && age !== null && `${say('away.means')} `}
          {say('away.do')}
        </span>
      </span>
    </output>
  );
}
