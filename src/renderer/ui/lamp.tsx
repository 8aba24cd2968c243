import { CircleCheckBig, CloudOff, Hourglass, Network } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StationStatus } from '../../shared/contracts/ipc/status-views.ts';
import { sayAge } from '../i18n/age.ts';
import { createSayHook, useLanguage } from '../i18n/language.tsx';
import { commonTexts } from '../i18n/texts/common.ts';
import { lampOf } from './lamp-state.ts';
import './lamp.css';

const useCommonSay = createSayHook(commonTexts);
const icons = {
  saved: CircleCheckBig,
  waiting: Hourglass,
  together: Network,
  away: CloudOff,
} as const;
const tickMs = 20_000;

/**
 * Whether the work done here is safe at the hub: a shape, a colour, a word, how long ago, and how much
 * waits ([KSK8]).
 */
export function Lamp({ status }: { readonly status: StationStatus }) {
  const say = useCommonSay();
  const language = useLanguage();
  const sinceHeardMs = useSinceHeard(status);
  const state = lampOf(status);
  const Icon = icons[state];
  const { waiting, receiptAgeMs } = status;
  const stations = status.peers?.stations ?? 1;
  const age =
    receiptAgeMs === null ? say('lamp.never') : sayAge(receiptAgeMs + sinceHeardMs, language);
  const kept = state === 'away' && waiting > 0 ? ` · ${say('lamp.kept', { count: waiting })}` : '';
  return (
    <output className={`lamp lamp--${state}`}>
      <Icon aria-hidden="true" />
      <span className="lamp__words">
        <strong>
          {state === 'waiting' ? say('lamp.waiting', { count: waiting }) : say(`lamp.${state}`)}
        </strong>
        <small>
          {state === 'together' ? say('lamp.stations', { count: stations }) : age + kept}
        </small>
      </span>
    </output>
  );
}

/** Milliseconds since this status was heard, so that an age goes on growing while nothing new comes. */
function useSinceHeard(status: StationStatus): number {
  const [since, setSince] = useState({ status, ms: 0 });
  useEffect(() => {
    const heardMs = performance.now();
    const ticking = setInterval(
      () => setSince({ status, ms: performance.now() - heardMs }),
      tickMs,
    );
    return () => clearInterval(ticking);
  }, [status]);
  return since.status === status ? since.ms : 0;
}
