import type { RandomFile } from './random-file.ts';
import { ZimFault } from './zim-fault.ts';
import { viewOf } from './zim-header.ts';

interface EntryBase {
  /** Its place in the order of paths. */
  readonly index: number;
  /** One letter: `C`, or `A`, `I`, `-` in older archives; `M` for what the archive says of itself. */
  readonly namespace: string;
  readonly path: string;
  /** As it is to be shown; its path where it has none. */
  readonly title: string;
}

export interface ZimItem extends EntryBase {
  readonly kind: 'item';
  /** Place in the list of types. */
  readonly mime: number;
  readonly cluster: number;
  readonly blob: number;
}

export interface ZimRedirect extends EntryBase {
  readonly kind: 'redirect';
  readonly to: number;
}

/** What once stood for something, in archives of long ago. */
interface ZimGone extends EntryBase {
  readonly kind: 'gone';
}

export type ZimEntry = ZimItem | ZimRedirect | ZimGone;

const redirectMime = 0xffff;
const goneMimes = [0xfffe, 0xfffd];
/** Most entries are shorter; a longer one is read again, bytes. */
const usual = 512;
const longest = 16 * 1024;

/** @throws ZimFault where there is no entry at `at` */
export async function readEntry(file: RandomFile, at: number, index: number): Promise<ZimEntry> {
  const short = parseEntry(await file.read(at, usual), index);
  if (short !== null) return short;
  const long = parseEntry(await file.read(at, longest), index);
  if (long === null) throw new ZimFault('it has no end', `entry ${index}`);
  return long;
}

/** Null where the bytes end before the entry does. */
function parseEntry(bytes: Uint8Array, index: number): ZimEntry | null {
  if (bytes.byteLength < 16) return null;
  const view = viewOf(bytes);
  const mime = view.getUint16(0, true);
  const isRedirect = mime === redirectMime;
  const isGone = goneMimes.includes(mime);
  const words = stringsAt(bytes, isGone ? 8 : isRedirect ? 12 : 16);
  if (words === null) return null;
  const namespace = String.fromCodePoint(view.getUint8(3));
  const [path, title] = words;
  const base = { index, namespace, path, title: title === '' ? path : title };
  if (isGone) return { ...base, kind: 'gone' };
  const first = view.getUint32(8, true);
  return isRedirect
    ? { ...base, kind: 'redirect', to: first }
    : { ...base, kind: 'item', mime, cluster: first, blob: view.getUint32(12, true) };
}

function stringsAt(bytes: Uint8Array, at: number): readonly [string, string] | null {
  const pathEnd = bytes.indexOf(0, at);
  const titleEnd = pathEnd < 0 ? -1 : bytes.indexOf(0, pathEnd + 1);
  if (titleEnd < 0) return null;
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('utf8');
  return [text(at, pathEnd), text(pathEnd + 1, titleEnd)];
}

/** The order of entries: by namespace, then by the bytes of their paths. */
export function compareEntries(
  one: { readonly namespace: string; readonly path: string },
  other: { readonly namespace: string; readonly path: string },
): number {
  if (one.namespace !== other.namespace) return one.namespace < other.namespace ? -1 : 1;
  return Buffer.compare(Buffer.from(one.path), Buffer.from(other.path));
}
