import { ZimFault } from './zim-fault.ts';

/** How a ZIM archive is laid out. Offsets in bytes, all checked to lie in the file. */
export interface ZimHeader {
  /** Pages, pictures and all lie in one namespace, `C`, and not in several by what they are. */
  readonly oneNamespace: boolean;
  readonly entries: number;
  readonly clusters: number;
  readonly pathPointers: number;
  /** List of entries by title; null where the archive has it elsewhere, or not at all. */
  readonly titlePointers: number | null;
  readonly clusterPointers: number;
  readonly mimeList: number;
  /** Entry of the first page; null where it names none. */
  readonly mainPage: number | null;
  /** Where the checksum stands, and so where all else ends. */
  readonly checksum: number;
}

export const headerBytes = 80;
export const checksumBytes = 16;
const magic = 0x44d495a;
const none32 = 0xffffffff;
const none64 = 0xffffffffffffffffn;

/** Whether bytes begin as those of a ZIM archive. */
export const isZim = (head: Uint8Array) =>
  head.byteLength >= 4 && viewOf(head).getUint32(0, true) === magic;

/**
 * Reads the first bytes of an archive of `size` bytes.
 * @throws ZimFault where it is none, of a format nobody writes any more, or cut off
 */
export function readHeader(head: Uint8Array, size: number): ZimHeader {
  if (!isZim(head)) throw new ZimFault('it is no ZIM archive');
  if (head.byteLength < headerBytes) throw new ZimFault('it is cut off in its first bytes');
  const view = viewOf(head);
  const major = view.getUint16(4, true);
  const minor = view.getUint16(6, true);
  if (major !== 5 && major !== 6) {
    throw new ZimFault(`it is of version ${major}.${minor} of ZIM; 5 and 6 are read`);
  }
  const at64 = (at: number) => view.getBigUint64(at, true);
  const checksum = Number(at64(72));
  if (checksum + checksumBytes > size) {
    const problem = `it is cut off: ${size} bytes are there of ${checksum + checksumBytes}; of an archive in parts (.zimaa, .zimab…) join the parts first`;
    throw new ZimFault(problem);
  }
  if (checksum < headerBytes) throw new ZimFault('its checksum stands in its first bytes');
  const entries = view.getUint32(24, true);
  const clusters = view.getUint32(28, true);
  const list = (what: string, at: number, bytes: number) => placed(what, at64(at), bytes, checksum);
  const title = at64(40);
  const mainPage = view.getUint32(64, true);
  return {
    oneNamespace: major === 6 && minor >= 1,
    entries,
    clusters,
    pathPointers: list('list of entries', 32, entries * 8),
    titlePointers:
      title === none64 || title === 0n ? null : list('list of titles', 40, entries * 4),
    clusterPointers: list('list of clusters', 48, clusters * 8),
    mimeList: list('list of types', 56, 1),
    mainPage: mainPage === none32 ? null : mainPage,
    checksum,
  };
}

function placed(what: string, at: bigint, bytes: number, end: number): number {
  if (at < BigInt(headerBytes - 8) || at + BigInt(bytes) > BigInt(end)) {
    throw new ZimFault(`its ${what} lies outside of it`);
  }
  return Number(at);
}

export const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
