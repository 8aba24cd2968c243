/** What a touched link leads to. */
export type ArchiveLink =
  /** Another page of the archive: its address below that of the archive. */
  | { readonly kind: 'page'; readonly inner: string }
  /** Out of it, where there is nothing. */
  | { readonly kind: 'outside' }
  /** Its page's own affair: a place on it, or a script's. */
  | { readonly kind: 'own' };

/**
 * What a link written on a page of an archive leads to. Pure.
 * @param archive address of the archive
 */
export function readLink(href: string, page: string, archive: string): ArchiveLink {
  if (!URL.canParse(href, page)) return { kind: 'outside' };
  const to = new URL(href, page);
  if (/^(?:javascript|blob|data):$/.test(to.protocol)) return { kind: 'own' };
  const isHere = withoutHash(to.href) === withoutHash(page);
  if (isHere && to.hash !== '') return { kind: 'own' };
  return to.href.startsWith(`${archive}/`)
    ? { kind: 'page', inner: to.href.slice(archive.length + 1) }
    : { kind: 'outside' };
}

export const withoutHash = (address: string) => address.replace(/#.*$/s, '');
