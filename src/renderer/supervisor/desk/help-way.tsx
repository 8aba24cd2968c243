import { createContext, useContext, useEffect } from 'react';
import type { ReactNode } from 'react';

const HelpWayContext = createContext<(() => void) | null>(null);

/** Gives what is inside the way to its own help page; null where there is none. */
export function HelpWayProvider(props: {
  readonly open: (() => void) | null;
  readonly children: ReactNode;
}) {
  return <HelpWayContext value={props.open}>{props.children}</HelpWayContext>;
}

/** Opens the help page of what is shown; null where there is none. */
export const useHelpWay = (): (() => void) | null => useContext(HelpWayContext);

/** F1, wherever the keyboard is ([HPG4]). */
export function useHelpKey(open: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      if (!event.repeat) open();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [open]);
}
