import { Coffee, DoorClosed, Ear, Eye, Hourglass, Lock, ShieldCheck, Wrench } from 'lucide-react';
import { useCallback } from 'react';
import type { LockMessage } from '../../../shared/contracts/seat-order.ts';
import { OverrideEntry } from '../override/override-entry.tsx';
import { useSay } from '../shell/say.ts';
import { Cover, CoverBody } from './cover.tsx';
import { holdKey } from './lock-keys.ts';
import { useOfficer } from './use-officer.ts';

const pictures = {
  wait: Hourglass,
  listen: Ear,
  break: Coffee,
  over: DoorClosed,
  repair: Wrench,
} as const satisfies Readonly<Record<LockMessage, unknown>>;

/**
 * While the seat is locked ([ACT3]): why, as a picture and in words, and that what was done is safe. Nothing leads
 * out of it but an officer's code ([OVR1]).
 */
export function LockScreen({ message }: { readonly message: LockMessage }) {
  const say = useSay();
  const { officer, entering, press, listen, leave } = useOfficer();
  const hold = useCallback((event: Event) => holdKey(event, officer.current), [officer]);
  const Picture = pictures[message];
  const picture = (
    <>
      <Picture aria-hidden="true" />
      <button
        type="button"
        className="lock__sign"
        aria-label={say('override.officers')}
        onClick={press}
      >
        <Lock aria-hidden="true" />
      </button>
    </>
  );
  return (
    <Cover screen="locked" hold={hold}>
      {entering ? (
        <OverrideEntry listen={listen} onBack={leave} />
      ) : (
        <CoverBody title={say(`lock.${message}`)} picture={picture}>
          <p className="lock__safe">
            <ShieldCheck aria-hidden="true" />
            {say('lock.safe')}
          </p>
        </CoverBody>
      )}
    </Cover>
  );
}

/** While everybody is to look up ([ACT9]). */
export function PauseScreen() {
  const say = useSay();
  return (
    <Cover screen="paused">
      <CoverBody title={say('pause')} picture={<Eye aria-hidden="true" />} />
    </Cover>
  );
}
