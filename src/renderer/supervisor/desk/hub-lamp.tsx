import { CircleCheckBig, CloudOff, Hourglass, Network } from 'lucide-react';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import { sayAge } from '../../i18n/age.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { lampOf } from '../../ui/lamp-state.ts';
import '../../ui/lamp.css';
import { useGrowingAge } from '../../ui/growing-age.ts';
import './hub-lamp.css';

const useDeskSay = createSayHook(deskTexts);
/** What the lamp shows of each of its states. */
export const hubLampIcons = {
  saved: CircleCheckBig,
  waiting: Hourglass,
  together: Network,
  away: CloudOff,
} as const;

/** The learners' lamp in an officer's words: whether the hub answers, and when it last did. */
export function HubLamp({ status }: { readonly status: StationStatus }) {
  const say = useDeskSay();
  const language = useLanguage();
  const age = useGrowingAge(status.receiptAgeMs, status);
  const state = lampOf(status);
  const Icon = hubLampIcons[state];
  const ago = age === null ? say('hub.never') : sayAge(age, language);
  return (
    <output className={`lamp lamp--${state} hub-lamp`}>
      <Icon aria-hidden="true" />
      <span>
        <strong>
          {state === 'waiting'
            ? say('hub.waiting', { count: status.waiting })
            : say(`hub.${state}`)}
        </strong>
        <small>
          {state === 'together' ? say('hub.stations', { count: status.peers?.stations ?? 1 }) : ago}
        </small>
      </span>
    </output>
  );
}
