import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import './dialog.css';
import { screenNamed } from './screen-name.ts';
import type { ScreenName } from './screen-name.ts';

interface DialogProps {
  readonly screen: ScreenName;
  readonly title: string;
  /** What Escape does; also every other way out. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question over the screen. The browser keeps the keyboard inside and everything else out. */
export function Dialog({ screen, title, onClose, children }: DialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      className="dialog"
      {...screenNamed(screen)}
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
