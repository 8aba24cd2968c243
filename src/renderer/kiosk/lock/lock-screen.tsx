import { Coffee, DoorClosed, Ear, Hourglass, Lock, ShieldCheck, Wrench } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { LockMessage } from '../../../shared/contracts/seat-order.ts';
import { Krama } from '../../ui/krama.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { hush } from '../../ui/use-clip.ts';
import { useSay } from '../shell/say.ts';
import './lock.css';
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
 * safe. No key and no hand leads out of it; what is open underneath stays as it is.
 */
export function LockScreen({ message }: { readonly message: LockMessage }) {
  const say = useSay();
  const shown = useRef<HTMLDialogElement>(null);
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
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    for (const each of keys) window.addEventListener(each, swallow, { capture: true });
    return () => {
      for (const each of keys) window.removeEventListener(each, swallow, { capture: true });
      dialog?.removeEventListener('close', show);
      dialog?.close();
      setResting(false);
    };
  }, []);
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
      <div className="lock__body">
        <span className="lock__picture">
          <Picture aria-hidden="true" />
          <Lock className="lock__sign" aria-hidden="true" />
        </span>
        <h1 id="lock-title">{say(`lock.${message}`)}</h1>
        <p className="lock__safe">
          <ShieldCheck aria-hidden="true" />
          {say('lock.safe')}
        </p>
      </div>
    </dialog>
  );
}

const keys = ['keydown', 'keyup', 'keypress', 'paste', 'beforeinput'] as const;
