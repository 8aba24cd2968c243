/**
 * Has a key that is held down decide once ([WCA4]): after the first Enter, and outside of fields the first
 * space, what the keyboard repeats by itself reaches nothing on the page. Whoever leans on a key checks an
 * answer with it, and never goes on by it too.
 */
export function decideOncePerPress(page: Window): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (!event.repeat || !decides(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}

const decides = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Enter' || (key === ' ' && !isWrittenIn(target));

const isWrittenIn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, textarea');
