/** The address of an entry below that of its archive: its namespace, then its path as addresses are written. */
export const innerPath = (namespace: string, path: string) =>
  [namespace, ...path.split('/')].map(encodeURIComponent).join('/');

/** Which entry an address below an archive's stands for; null where it is none's. */
export function entryAddress(inner: string): { namespace: string; path: string } | null {
  const [namespace = '', ...rest] = inner.split('/');
  if (namespace.length !== 1 || rest.length === 0) return null;
  try {
    return { namespace, path: rest.map(decodeURIComponent).join('/') };
  } catch {
    return null;
  }
}

const rooted = /((?:href|src)\s*=\s*["'])\/(?=[A-Z-]\/)/g;

/**
 * A page of an older archive, whose addresses may begin at the archive's root (`/I/picture.png`), with addresses
 * that begin where the page is.
 */
export const fromOwnRoot = (html: string, inner: string) =>
  html.replaceAll(rooted, `$1${'../'.repeat(inner.split('/').length - 1)}`);
