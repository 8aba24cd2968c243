import { useCallback, useEffect, useRef, useState } from 'react';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';

/** A help page, or the course for staff. */
type Shown = HelpPageId | 'training';

/**
 * Which help page, or course, is open in front of the place, which is kept behind it as it was; the keyboard
 * goes back to where it was opened ([HPG4]).
 * @param here the page of what is shown
 * @param staying nothing may take its place now ([SUP9])
 */
export function useHelpPages(here: HelpPageId, staying: boolean) {
  const [shown, setShown] = useState<Shown | null>(null);
  const from = useRef<Element | null>(null);
  const show = useCallback(
    (next: Shown) => {
      if (staying) return;
      from.current ??= document.activeElement;
      setShown(next);
    },
    [staying],
  );
  const openHere = useCallback(() => {
    if (shown === null || shown === 'training') show(here);
  }, [shown, here, show]);
  const openTraining = useCallback(() => show('training'), [show]);
  const close = useCallback(() => setShown(null), []);
  // What is told once meanwhile has to be in sight.
  if (staying && shown !== null) setShown(null);
  const isOpen = shown !== null;
  useEffect(() => {
    if (isOpen) return;
    const before = from.current;
    from.current = null;
    // Unless the keyboard is somewhere else by now, as at another place of the rail.
    if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
  }, [isOpen]);
  return { shown, openHere, openTraining, turnTo: show, close };
}
