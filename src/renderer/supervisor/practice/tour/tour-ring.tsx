import { useEffect, useRef } from 'react';
import type { Find } from './tour-sight.ts';

/** Between the ring and what it is around, CSS px. */
const apartPx = 4;

/**
 * A ring around what the tour points at, wherever that stands by now: the first of these that is on the screen. What
 * is new to point at is brought into sight, once. It takes no press, and is nothing to who hears the screen.
 */
export function TourRing({ targets }: { readonly targets: readonly Find[] }) {
  const ring = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let last: Element | null = null;
    let asked = 0;
    const follow = () => {
      asked = requestAnimationFrame(follow);
      const found = firstOf(targets);
      if (found !== last) found?.scrollIntoView({ block: 'nearest' });
      last = found;
      if (ring.current !== null) drawAround(ring.current, found);
    };
    follow();
    return () => cancelAnimationFrame(asked);
  }, [targets]);
  return <div ref={ring} className="tour-ring" hidden aria-hidden="true" />;
}

function firstOf(targets: readonly Find[]): Element | null {
  for (const find of targets) {
    const found = find();
    if (found !== null) return found;
  }
  return null;
}

function drawAround(ring: HTMLElement, found: Element | null): void {
  ring.hidden = found === null;
  if (found === null) return;
  const { left, top, width, height } = found.getBoundingClientRect();
  Object.assign(ring.style, {
    left: `${left - apartPx}px`,
    top: `${top - apartPx}px`,
    width: `${width + 2 * apartPx}px`,
    height: `${height + 2 * apartPx}px`,
  });
}
