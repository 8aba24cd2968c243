import type { EPUB, Section } from 'foliate-js/epub.js';

/** What a touched link in a book leads to. */
export type Link =
  /** A place in the book. */
  | { readonly kind: 'place'; readonly href: string }
  /** A note, shown over the page. */
  | { readonly kind: 'note'; readonly href: string }
  /** Out of the book: there is nowhere to go. */
  | { readonly kind: 'outside' };

const epubNames = 'http://www.idpf.org/2007/ops';

/** The link that was touched; null where none was. */
export function linkAt(target: EventTarget | null, section: Section, book: EPUB): Link | null {
  const link = isElement(target) ? target.closest('a[href], area[href]') : null;
  const written = link?.getAttribute('href') ?? null;
  if (link === null || written === null) return null;
  const href = section.resolveHref(written);
  if (book.isExternal(href)) return { kind: 'outside' };
  return { kind: isNoteLink(link) ? 'note' : 'place', href };
}

/** Elements of another document are none of this one's classes. */
const isElement = (target: EventTarget | null): target is Element =>
  target !== null && 'closest' in target;

function isNoteLink(link: Element): boolean {
  const types = wordsOf(link.getAttributeNS(epubNames, 'type') ?? link.getAttribute('epub:type'));
  const roles = wordsOf(link.getAttribute('role'));
  return types.includes('noteref') || roles.includes('doc-noteref');
}

const wordsOf = (list: string | null) => (list ?? '').split(/\s+/);

/** The words of a note; null where there is none at that place. */
export async function noteAt(href: string, book: EPUB): Promise<string | null> {
  const target = book.resolveHref(href);
  const section = target === null ? undefined : book.sections[target.index];
  if (target === null || section === undefined) return null;
  const doc = await section.createDocument();
  const found = target.anchor?.(doc);
  if (typeof found !== 'object' || found === null || !('closest' in found)) return null;
  const note = found.closest('aside, li, dd, p, div, section') ?? found;
  for (const back of note.querySelectorAll('[role~="doc-backlink"]')) back.remove();
  const words = (note.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return words === '' ? null : words;
}
