import { gunzipSync } from 'node:zlib';
import { unreadable } from '../import-errors.ts';

const blockSize = 512;
const mostUnpacked = 256 * 1024 * 1024;

/** Whether bytes are those of a packed tarball, as `npm pack` makes them. */
export const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b;

/**
 * The files of a packed tarball by path; links, folders and what else there is in it are left out. Throws
 * `import.unreadable`.
 */
export function readTarball(packed: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const bytes = unpack(packed);
  const files = new Map<string, Uint8Array>();
  let longName: string | null = null;
  for (let at = 0; at + blockSize <= bytes.length;) {
    const header = bytes.subarray(at, at + blockSize);
    if (header[0] === 0) break;
    const content = bytes.subarray(
      at + blockSize,
      at + blockSize + sizeIn(header, bytes.length - at),
    );
    const kind = textAt(header, 156, 1);
    // What is longer than the header has room for stands before it, in a form of either of two tools.
    if (kind === 'x') longName = pathIn(content) ?? longName;
    else if (kind === 'L') longName = textAt(content, 0, content.length);
    else {
      if (kind === '' || kind === '0') files.set(longName ?? nameIn(header), content);
      longName = null;
    }
    at += blockSize + Math.ceil(content.length / blockSize) * blockSize;
  }
  return files;
}

/** Throws `import.unreadable` where it is more than there is. */
function sizeIn(header: Uint8Array, left: number): number {
  const size = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8);
  if (size >= 0 && size <= left - blockSize) return size;
  throw unreadable('the tarball is damaged');
}

function nameIn(header: Uint8Array): string {
  const before = textAt(header, 345, 155);
  return `${before === '' ? '' : `${before}/`}${textAt(header, 0, 100)}`;
}

/** Of lines as `27 path=package/dist/a.js`. */
function pathIn(content: Uint8Array): string | null {
  return /(?:^|\n)\d+ path=([^\n]+)\n/.exec(new TextDecoder().decode(content))?.[1] ?? null;
}

function unpack(packed: Uint8Array): Uint8Array {
  try {
    return gunzipSync(packed, { maxOutputLength: mostUnpacked });
  } catch (error) {
    throw unreadable('the tarball is damaged, or too large', null, error);
  }
}

function textAt(header: Uint8Array, start: number, length: number): string {
  const text = Buffer.from(header.subarray(start, start + length)).toString('latin1');
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}
