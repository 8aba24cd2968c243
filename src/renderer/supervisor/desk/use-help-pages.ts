import { useCallback, useEffect, useRef, useState } from 'react';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';

/**
 * Which help page is open in front of the place, which is kept behind it as it was; the keyboard goes back
 * to where it was opened ([HPG4]).
 * @param here the page of what is shown
 * @param staying nothing may take its place now ([SUP9])
 */
export function useHelpPages(here: HelpPageId, staying: boolean) {
  const [page, setPage] = useState<HelpPageId | null>(null);
  const from = useRef<Element | null>(null);
  const openHere = useCallback(() => {
    if (staying) return;
    if (page === null) from.current = document.activeElement;
    setPage(page ?? here);
  }, [page, here, staying]);
  const close = useCallback(() => setPage(null), []);
  // What is told once meanwhile has to be in sight.
  if (staying && page !== null) setPage(null);
  const isOpen = page !== null;
  useEffect(() => {
    if (isOpen) return;
    const before = from.current;
    from.current = null;
    // Unless the keyboard is somewhere else by now, as at another place of the rail.
    if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
  }, [isOpen]);
  return { page, openHere, turnTo: setPage, close };
}
