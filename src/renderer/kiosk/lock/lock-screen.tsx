import { DoorClosed, Eye, Lock, Power, RotateCcw, ShieldCheck } from 'lucide-react';
import { useCallback } from 'react';
import type { Leaving, LockMessage } from '../../../shared/contracts/seat-order.ts';
import { lockPictures } from '../../ui/seat-pictures.ts';
import { OverrideEntry } from '../override/override-entry.tsx';
import { useSay } from '../shell/say.ts';
import { Spoken } from '../spoken/spoken.tsx';
import { Cover, CoverBody } from './cover.tsx';
import { holdKey } from './lock-keys.ts';
import { useOfficer } from './use-officer.ts';

/**
 * While the seat is locked ([ACT3]): why, as a picture and in words, and that what was done is safe. Nothing leads
 * out of it but an officer's code ([OVR1]).
 */
export function LockScreen({ message }: { readonly message: LockMessage }) {
  const say = useSay();
  const { officer, entering, press, listen, leave } = useOfficer();
  const hold = useCallback((event: Event) => holdKey(event, officer.current), [officer]);
  const Picture = lockPictures[message];
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
          <Spoken word={`lock-${message}`} />
          <Safe />
        </CoverBody>
      )}
    </Cover>
  );
}

/** While the PC goes, as staff had it do ([PWR2]). */
export function LeavingScreen({ to }: { readonly to: Leaving }) {
  const say = useSay();
  const Picture = to === 'restart' ? RotateCcw : Power;
  return (
    <Cover screen="leaving">
      <CoverBody title={say(`leaving.${to}`)} picture={<Picture aria-hidden="true" />}>
        <Spoken word={`leaving-${to}`} />
        <Safe />
      </CoverBody>
    </Cover>
  );
}

/** While the lab closes, where nobody sits: nobody new sits down ([CLS2]). */
export function ClosingScreen() {
  const say = useSay();
  return (
    <Cover screen="closing">
      <CoverBody title={say('closing')} picture={<DoorClosed aria-hidden="true" />}>
        <Safe />
      </CoverBody>
    </Cover>
  );
}

function Safe() {
  const say = useSay();
  return (
    <p className="lock__safe">
      <ShieldCheck aria-hidden="true" />
      {say('lock.safe')}
    </p>
  );
}

/** While everybody is to look up ([ACT9]). */
export function PauseScreen() {
  const say = useSay();
  return (
    <Cover screen="paused">
      <CoverBody title={say('pause')} picture={<Eye aria-hidden="true" />}>
        <Spoken word="pause" />
      </CoverBody>
    </Cover>
  );
}
