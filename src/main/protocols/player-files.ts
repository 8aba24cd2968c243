import { join } from 'node:path';

/** What players' pages are made of: one folder a kind, flat, and what they share beside them. */
const shape = /^\/~player\/(?:([a-z0-9]+)\/)?([a-z0-9]+(?:-[a-z0-9]+)*\.(?:js|css|woff2))?$/;
/** What pdf.js reads by the names it gives: tables of letters, fonts, colours, a decoder. */
const tables =
  /^\/~player\/(pdf)\/((?:cmaps|fonts|icc|wasm)\/[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*\.(?:bcmap|pfb|ttf|icc|js))$/;
const mimeTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
};

export interface PlayerFile {
  readonly path: string;
  readonly mime: string;
  /** Whose file it is; null for what players share. */
  readonly kind: string | null;
  /** The pack's origin it is asked for on. */
  readonly origin: string;
}

/**
 * Which file of the built players an address on a pack's origin stands for ([PCE1]); null where it is a
 * pack's own, or nothing.
 *
 * @param folder absolute folder of the built players
 */
export function playerFile(folder: string, address: string): PlayerFile | null {
  if (!URL.canParse(address)) return null;
  const { pathname, host } = new URL(address);
  const match = shape.exec(pathname) ?? tables.exec(pathname);
  const [, kind, name] = match ?? [];
  if (match === null || (kind === undefined && name === undefined)) return null;
  const parts = [folder, ...(kind === undefined ? [] : [kind])];
  const from = { kind: kind ?? null, origin: `pack://${host}` };
  if (name === undefined) {
    return { ...from, path: join(...parts, 'index.html'), mime: 'text/html; charset=utf-8' };
  }
  const mime = mimeTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { ...from, path: join(...parts, name), mime };
}
