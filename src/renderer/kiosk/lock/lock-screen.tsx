import { Coffee, DoorClosed, Ear, Hourglass, Lock, ShieldCheck, Wrench } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { LockMessage } from '../../../shared/contracts/seat-order.ts';
import { Krama } from '../../ui/krama.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { hush } from '../../ui/use-clip.ts';
import { useSay } from '../shell/say.ts';
import { OverrideEntry } from '../override/override-entry.tsx';
import './lock.css';
import { holdKey, keys } from './lock-keys.ts';
import { useOfficer } from './use-officer.ts';
import { setResting } from './rest.ts';

const pictures = {
  wait: Hourglass,
  listen: Ear,
  break: Coffee,
  over: DoorClosed,
  repair: Wrench,
} as const satisfies Readonly<Record<LockMessage, unknown>>;

/**
 * Over everything else while the seat is locked ([ACT3]): why, as a picture and in words, and that what was done is
 * safe. No key and no hand leads out of it but an officer's code ([OVR1]); what is open underneath stays as it is.
 */
export function LockScreen({ message }: { readonly message: LockMessage }) {
  const say = useSay();
  const shown = useRef<HTMLDialogElement>(null);
  const { officer, entering, press, listen, leave } = useOfficer();
  useEffect(() => {
    setResting(true);
    hush();
    const dialog = shown.current;
    // On top of whatever question was open; were it closed by the browser, it opens again.
    const show = () => {
      if (dialog !== null && !dialog.open) dialog.showModal();
      dialog?.focus();
    };
    show();
    dialog?.addEventListener('close', show);
    const hold = (event: Event) => holdKey(event, officer.current);
    for (const each of keys) window.addEventListener(each, hold, { capture: true });
    return () => {
      for (const each of keys) window.removeEventListener(each, hold, { capture: true });
      dialog?.removeEventListener('close', show);
      dialog?.close();
      setResting(false);
    };
  }, [officer]);
  const Picture = pictures[message];
  return (
    <dialog
      className="lock"
      ref={shown}
      tabIndex={-1}
      aria-labelledby="lock-title"
      onCancel={(event) => event.preventDefault()}
      {...screenNamed('locked')}
    >
      <Krama />
      {entering ? (
        <OverrideEntry listen={listen} onBack={leave} />
      ) : (
        <div className="lock__body">
          <span className="lock__picture">
            <Picture aria-hidden="true" />
            <button
              type="button"
              className="lock__sign"
              aria-label={say('override.officers')}
              onClick={press}
            >
              <Lock aria-hidden="true" />
            </button>
          </span>
          <h1 id="lock-title">{say(`lock.${message}`)}</h1>
          <p className="lock__safe">
            <ShieldCheck aria-hidden="true" />
            {say('lock.safe')}
          </p>
        </div>
      )}
    </dialog>
  );
}
