import { join } from 'node:path';

/** What players' pages are made of: one folder a kind, flat, and what they share beside them. */
const shape = /^\/~player\/(?:([a-z0-9]+)\/)?([a-z0-9]+(?:-[a-z0-9]+)*\.(?:js|css|woff2))?$/;
const mimeTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
};

/**
 * Which file of the built players an address on a pack's origin stands for ([PCE1]); null where it is a
 * pack's own, or nothing.
 *
 * @param folder absolute folder of the built players
 */
export function playerFile(
  folder: string,
  address: string,
): { readonly path: string; readonly mime: string } | null {
  if (!URL.canParse(address)) return null;
  const match = shape.exec(new URL(address).pathname);
  const [, kind, name] = match ?? [];
  if (match === null || (kind === undefined && name === undefined)) return null;
  const parts = [folder, ...(kind === undefined ? [] : [kind])];
  if (name === undefined) {
    return { path: join(...parts, 'index.html'), mime: 'text/html; charset=utf-8' };
  }
  const mime = mimeTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { path: join(...parts, name), mime };
}
