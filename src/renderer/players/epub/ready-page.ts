import type { EPUB } from 'foliate-js/epub.js';
import { adaptStyles } from './book-styles.ts';
import { layLines } from './page-direction.ts';

interface PageEvents {
  touched(event: MouseEvent): void;
  /** A film or recording in the page begins or stops. */
  plays(playing: boolean): void;
}

/** Makes a page of a book ready to be shown: its language, its own styles, what is heard of touches and keys. */
export function readyPage(doc: Document, { metadata, dir }: EPUB, events: PageEvents): void {
  const root = doc.documentElement;
  root.lang ||= [metadata.language ?? 'km'].flat()[0] ?? 'km';
  layLines(doc, dir);
  for (const element of doc.querySelectorAll('[style]')) {
    element.setAttribute('style', adaptStyles(element.getAttribute('style') ?? ''));
  }
  doc.addEventListener('click', events.touched);
  doc.addEventListener('keydown', passOn);
  // These don't bubble; what is heard on the way down reaches the page all the same.
  doc.addEventListener('play', () => events.plays(true), true);
  for (const name of ['pause', 'ended'])
    doc.addEventListener(name, () => events.plays(false), true);
}

/** Keys pressed in a page are heard by the player around it, as if they had been pressed there. */
function passOn(event: KeyboardEvent): void {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  const again = new KeyboardEvent('keydown', {
    key,
    shiftKey,
    ctrlKey,
    altKey,
    metaKey,
    cancelable: true,
  });
  if (!document.dispatchEvent(again)) event.preventDefault();
}
