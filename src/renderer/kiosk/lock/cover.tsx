import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Krama } from '../../ui/krama.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import type { ScreenName } from '../../ui/screen-name.ts';
import { hush } from '../../ui/use-clip.ts';
import './lock.css';
import { setResting } from './rest.ts';

interface CoverProps {
  readonly screen: ScreenName;
  /** What becomes of a key; the same function as long as the cover is there. Nothing comes of any, unless told. */
  readonly hold?: (event: Event) => void;
  readonly children: ReactNode;
}

interface CoverBodyProps {
  /** In the middle of the round picture. */
  readonly picture: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

/** What a cover keeps from all that is underneath ([ACT3]). */
const keys = ['keydown', 'keyup', 'keypress', 'paste', 'beforeinput'] as const;

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Over everything else: no key and no hand leads out of it, and what is open underneath stays as it is ([ACT3]). */
export function Cover({ screen, hold = swallow, children }: CoverProps) {
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
    for (const each of keys) window.addEventListener(each, hold, { capture: true });
    return () => {
      for (const each of keys) window.removeEventListener(each, hold, { capture: true });
      dialog?.removeEventListener('close', show);
      dialog?.close();
      setResting(false);
    };
  }, [hold]);
  return (
    <dialog
      className="lock"
      ref={shown}
      tabIndex={-1}
      aria-labelledby="lock-title"
      onCancel={(event) => event.preventDefault()}
      {...screenNamed(screen)}
    >
      <Krama />
      {children}
    </dialog>
  );
}

/** A picture, and words. */
export function CoverBody({ picture, title, children }: CoverBodyProps) {
  return (
    <div className="lock__body">
      <span className="lock__picture">{picture}</span>
      <h1 id="lock-title">{title}</h1>
      {children}
    </div>
  );
}
