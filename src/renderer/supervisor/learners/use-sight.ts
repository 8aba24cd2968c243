import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { inWholeRows, scrollToShow } from './rows-in-sight.ts';
import type { Sight } from './rows-in-sight.ts';

export interface SightOfList {
  /** To be put on the element that scrolls. */
  readonly scroll: RefObject<HTMLDivElement | null>;
  readonly sight: Sight;
  /** Scrolls a row into sight, then puts the focus on an element in it, once it is drawn. */
  readonly bring: (row: number, elementId: string) => void;
}

/** Follows what of a scrolling list shows. */
export function useSight(): SightOfList {
  const scroll = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ scrollPx: 0, heightPx: 0 });
  const [wanted, setWanted] = useState<string | null>(null);
  useLayoutEffect(() => {
    const element = scroll.current;
    if (element === null) return undefined;
    const look = () => setSight((before) => sameOr(before, inWholeRows(sightOf(element))));
    const sizes = new ResizeObserver(look);
    look();
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  useLayoutEffect(() => {
    if (wanted !== null) document.getElementById(wanted)?.focus({ preventScroll: true });
  }, [wanted]);
  const bring = (row: number, elementId: string) => {
    const element = scroll.current;
    if (element !== null) element.scrollTop = scrollToShow(sightOf(element), row);
    setWanted(elementId);
  };
  return { scroll, sight, bring };
}

const sightOf = (element: HTMLElement): Sight => ({
  scrollPx: element.scrollTop,
  heightPx: element.clientHeight,
});

const sameOr = (before: Sight, now: Sight) =>
  before.scrollPx === now.scrollPx && before.heightPx === now.heightPx ? before : now;
