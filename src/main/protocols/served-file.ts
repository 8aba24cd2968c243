import { extname, join } from 'node:path';

/** The only kinds of file our pages are made of. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
};

export interface ServedFile {
  readonly path: string;
  readonly mime: string;
}

/** Letters, digits, `-`, `_` and single dots only: nothing that could climb, hide or decode to something else. */
const safeSegment = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;

/**
 * Which file of the built pages an address of ours stands for ([WIN3]).
 *
 * `/` is the role's own page; `/assets/…` is what every page shares; the other role's page is not
 * there at all.
 *
 * @param folder absolute folder of the built pages
 * @returns null for everything that is not plainly one of them
 */
export function servedFile(folder: string, role: string, pathname: string): ServedFile | null {
  if (pathname === '/') {
    return { path: join(folder, role, 'index.html'), mime: 'text/html; charset=utf-8' };
  }
  const segments = pathname.slice(1).split('/');
  const mime = mimeTypes[extname(pathname)];
  const safe = segments.length >= 2 && segments.every((segment) => safeSegment.test(segment));
  if (!safe || mime === undefined || segments[0] !== 'assets') return null;
  return { path: join(folder, ...segments), mime };
}
