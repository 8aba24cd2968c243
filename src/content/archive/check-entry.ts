import type { Entry, LocalFileHeader } from 'yauzl';
import { archiveError, printableName } from './archive-fault.ts';
import type { ArchiveFault } from './archive-fault.ts';
import type { ArchiveLimits } from './archive-limits.ts';
import { decodeName, nameFault } from './entry-name.ts';

// PKWARE APPNOTE 4.4.4: bit 0 and 6 are encryption, 13 masks headers, 11 says the name is UTF-8
const encryptedBits = 0x0001 | 0x0040 | 0x2000;
const utf8Bit = 0x0800;
const sizesFollowBit = 0x0008;
const stored = 0;
const deflated = 8;
const unicodePathField = 0x7075;
const zip64Marker = 0xffffffff;

const fileTypeMask = 0xf000;
const regularFile = 0x8000;
const folder = 0x4000;
const symlink = 0xa000;

/** Reads and judges an entry's name. Throws `pack.unsafe-path`. */
export function entryName(entry: Entry, { ofOthers }: ArchiveLimits): string {
  const marked = ofOthers === true || (entry.generalPurposeBitFlag & utf8Bit) !== 0;
  const name = decodeName(entry.fileNameRaw, marked);
  // a second name in an extra field would let two readers see two names
  const renamed = entry.extraFields.some(
    ({ id, data }) => id === unicodePathField && !sameName(data, entry.fileNameRaw),
  );
  if (name === null || renamed) {
    throw archiveError('name-encoding', { entry: entry.fileNameRaw.toString('hex').slice(0, 200) });
  }
  const fault = nameFault(name);
  if (fault !== null) throw archiveError(fault, { entry: printableName(name) });
  return name;
}

/** Info-ZIP's second name, after a version and a checksum, is no other name where it says the same. */
const sameName = (field: Uint8Array, raw: Uint8Array) =>
  Buffer.from(raw).equals(Buffer.from(field).subarray(5));

/** Judges what the central directory says of one entry. Throws one of the archive's codes. */
export function checkEntry(entry: Entry, name: string, limits: ArchiveLimits): void {
  const fault = typeFault(entry, name) ?? packingFault(entry) ?? sizeFault(entry, limits);
  if (fault !== null) throw archiveError(fault, { entry: printableName(name) });
}

/** Refuses an entry whose local header tells another story than the central directory. */
export function checkLocalHeader(entry: Entry, local: LocalFileHeader, name: string): void {
  const sizesKnown = (local.generalPurposeBitFlag & sizesFollowBit) === 0;
  const sameSizes =
    agree(local.compressedSize, entry.compressedSize) &&
    agree(local.uncompressedSize, entry.uncompressedSize);
  const same =
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    (local.generalPurposeBitFlag & encryptedBits) === 0 &&
    (!sizesKnown || sameSizes);
  if (!same) throw archiveError('header-mismatch', { entry: printableName(name) });
}

const agree = (local: number, central: number) => local === central || local === zip64Marker;

function typeFault(entry: Entry, name: string): ArchiveFault | null {
  // the upper half holds the Unix mode, whatever system the archive claims to come from
  const type = (entry.externalFileAttributes >>> 16) & fileTypeMask;
  if (type === symlink) return 'symlink';
  if (type !== 0 && type !== regularFile && type !== folder) return 'special-file';
  const isFolder = name.endsWith('/');
  if (type === folder && !isFolder) return 'special-file';
  return isFolder && entry.uncompressedSize > 0 ? 'special-file' : null;
}

function packingFault(entry: Entry): ArchiveFault | null {
  if ((entry.generalPurposeBitFlag & encryptedBits) !== 0) return 'encrypted';
  const { compressionMethod } = entry;
  return compressionMethod === stored || compressionMethod === deflated
    ? null
    : 'compression-method';
}

function sizeFault(entry: Entry, { maxRatio, maxTotalBytes }: ArchiveLimits): ArchiveFault | null {
  const { compressedSize, uncompressedSize } = entry;
  if (compressedSize > mostPackedBytes(uncompressedSize)) return 'size-mismatch';
  if (uncompressedSize > maxTotalBytes) return 'too-many-bytes';
  return uncompressedSize > compressedSize * maxRatio ? 'ratio' : null;
}

/**
 * Deflate never grows data by more than 5 bytes per 16 KiB block plus a few (zlib's deflateBound,
 * rounded up generously). More packed bytes than that means the size is a lie.
 */
const mostPackedBytes = (size: number) => size + Math.ceil(size / 1000) + 64;
