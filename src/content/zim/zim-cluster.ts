import type { RandomFile } from './random-file.ts';
import { unpackXz, unpackZstd } from './unpack.ts';
import type { Packed, Unpack } from './unpack.ts';
import { ZimFault } from './zim-fault.ts';
import { viewOf } from './zim-header.ts';

/** Some files that are packed together are this large at most once unpacked, bytes. */
const largestUnpacked = 64 * 1024 * 1024;
const mostBlobs = 1_000_000;

/** Where the bytes of one file are: in the archive as they are, or here. */
export type ZimBlob =
  | { readonly kind: 'stored'; readonly at: number; readonly length: number }
  | { readonly kind: 'unpacked'; readonly bytes: Uint8Array };

/** Files that lie together in an archive. */
export interface ZimCluster {
  readonly blobs: number;
  /** Bytes it takes in memory. */
  readonly weight: number;
  /** @throws ZimFault where there is none of that number */
  blob(number: number): ZimBlob;
}

const unpackers: Readonly<Record<number, Unpack>> = { 4: unpackXz, 5: unpackZstd };
const packedBy: Readonly<Record<number, string>> = { 2: 'zlib', 3: 'bzip2' };

export interface ClusterPlace {
  readonly index: number;
  readonly at: number;
  /** Where all that is no checksum ends. */
  readonly end: number;
  /** Where it ends itself, which is not known of what is stored as it is. */
  readonly packedEnd: () => Promise<number>;
}

/**
 * Reads what lies at a place.
 * @throws ZimFault where it is damaged, packed in a way nobody uses any more, or larger than fits in memory
 */
export async function readCluster(file: RandomFile, place: ClusterPlace): Promise<ZimCluster> {
  const { at, end, index, packedEnd } = place;
  const name = `cluster ${index}`;
  const [info] = await file.read(at, 1);
  if (info === undefined) throw new ZimFault('it lies outside of the archive', name);
  const width = (info & 0x10) === 0 ? 4 : 8;
  const packing = info & 0x0f;
  const from = at + 1;
  if (packing <= 1) return storedCluster(file, { from, end, width, name });
  const unpack = unpackers[packing];
  if (unpack === undefined) {
    throw new ZimFault(
      `it is packed with ${packedBy[packing] ?? `method ${packing}`}, which is not read`,
      name,
    );
  }
  return unpackedCluster(unpack, { file, from, to: await packedEnd(), name }, width);
}

interface Span {
  readonly from: number;
  readonly end: number;
  /** Bytes of an offset. */
  readonly width: 4 | 8;
  readonly name: string;
}

async function storedCluster(
  file: RandomFile,
  { from, end, width, name }: Span,
): Promise<ZimCluster> {
  const first = offsetsIn(await file.read(from, width), width, 1)[0] ?? 0;
  const count = blobsIn(first, width, name);
  if (from + first > end) throw new ZimFault('its list of files lies outside of it', name);
  const offsets = offsetsIn(await file.read(from, first), width, count + 1);
  checkOffsets(offsets, end - from, name);
  return {
    blobs: count,
    weight: first,
    blob: (number) => {
      const [start, stop] = boundsOf(offsets, number, name);
      return { kind: 'stored', at: from + start, length: stop - start };
    },
  };
}

async function unpackedCluster(unpack: Unpack, packed: Packed, width: 4 | 8): Promise<ZimCluster> {
  const { name } = packed;
  let bytes = await unpack(packed, width);
  const upTo = async (length: number) => {
    if (length > largestUnpacked) {
      const problem = `it unpacks to ${length} bytes, more than the ${largestUnpacked} there is room for`;
      throw new ZimFault(problem, name);
    }
    if (bytes.byteLength < length) bytes = await unpack(packed, length);
    return bytes.subarray(0, length);
  };
  const first = offsetsIn(await upTo(width), width, 1)[0] ?? 0;
  const count = blobsIn(first, width, name);
  const offsets = offsetsIn(await upTo(first), width, count + 1);
  const total = offsets.at(-1) ?? 0;
  checkOffsets(offsets, Math.max(total, first), name);
  const whole = await upTo(total);
  return {
    blobs: count,
    weight: total,
    blob: (number) => {
      const [start, stop] = boundsOf(offsets, number, name);
      return { kind: 'unpacked', bytes: whole.subarray(start, stop) };
    },
  };
}

/** The first offset tells how many there are: each file has one, and the end of the last. */
function blobsIn(first: number, width: number, name: string): number {
  const count = first / width - 1;
  if (!Number.isInteger(count) || count < 1 || count > mostBlobs) {
    throw new ZimFault('its list of files is damaged', name);
  }
  return count;
}

function offsetsIn(bytes: Uint8Array, width: 4 | 8, count: number): readonly number[] {
  const view = viewOf(bytes);
  const offsets: number[] = [];
  for (let at = 0; at + width <= bytes.byteLength && offsets.length < count; at += width) {
    offsets.push(width === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true)));
  }
  return offsets;
}

function checkOffsets(offsets: readonly number[], end: number, name: string): void {
  const isDamaged = offsets.some((offset, index) => {
    const before = index === 0 ? 0 : (offsets[index - 1] ?? 0);
    return offset < before || offset > end;
  });
  if (isDamaged) throw new ZimFault('a file in it lies outside of it', name);
}

function boundsOf(
  offsets: readonly number[],
  number: number,
  name: string,
): readonly [number, number] {
  const start = offsets[number];
  const stop = offsets[number + 1];
  if (start === undefined || stop === undefined)
    throw new ZimFault(`it has no file ${number}`, name);
  return [start, stop];
}
