import { createHash } from 'node:crypto';
import type { ZimArchive } from './zim-archive.ts';
import { compareEntries } from './zim-entry.ts';
import type { ZimEntry } from './zim-entry.ts';
import { ZimFault } from './zim-fault.ts';
import { checksumBytes } from './zim-header.ts';

/** What all entries of an archive come to. */
interface Totals {
  /** By entry, where a redirect leads; none of others. */
  readonly redirects: Uint32Array;
  /** By cluster, how many files entries want of it. */
  readonly wanted: Uint32Array;
}

const noRedirect = 0xffffffff;
/** Below half of the 2^32 entries there may be: their lists are held in memory. */
const mostEntries = 50_000_000;

/**
 * Goes through all of an archive: every entry, redirect and packed file. Memory grows by a few bytes an entry.
 * @throws ZimFault for the first thing that is wrong
 */
export async function checkArchive(archive: ZimArchive): Promise<void> {
  const { entries, clusters } = archive.header;
  if (entries === 0) throw new ZimFault('it has no entries');
  if (entries > mostEntries) throw new ZimFault(`it has ${entries} entries, more than are read`);
  const totals: Totals = {
    redirects: new Uint32Array(entries).fill(noRedirect),
    wanted: new Uint32Array(clusters),
  };
  let before: ZimEntry | null = null;
  for (let index = 0; index < entries; index += 1) {
    const entry = await archive.entryAt(index);
    if (before !== null && compareEntries(before, entry) >= 0) {
      throw new ZimFault('entries are not in the order of their paths', `entry ${index}`);
    }
    checkEntry(archive, entry, totals);
    before = entry;
  }
  refuseCircles(totals.redirects);
  await checkClusters(archive, totals.wanted);
}

function checkEntry(archive: ZimArchive, entry: ZimEntry, { redirects, wanted }: Totals): void {
  const at = `entry ${entry.index}`;
  if (entry.kind === 'redirect') {
    if (entry.to >= redirects.length)
      throw new ZimFault('it leads to an entry that is not there', at);
    redirects[entry.index] = entry.to;
  }
  if (entry.kind !== 'item') return;
  archive.mimeOf(entry);
  const known = wanted[entry.cluster];
  if (known === undefined) throw new ZimFault('it lies in a cluster that is not there', at);
  wanted[entry.cluster] = Math.max(known, entry.blob + 1);
}

/** Follows each redirect once; one that comes back to where it was is in a circle. */
function refuseCircles(redirects: Uint32Array): void {
  const met = new Uint32Array(redirects.length);
  for (const start of redirects.keys()) {
    let at = start;
    while (at !== noRedirect && met[at] === 0) {
      met[at] = start + 1;
      at = redirects[at] ?? noRedirect;
    }
    const isCircle = at !== noRedirect && met[at] === start + 1 && redirects[at] !== noRedirect;
    if (isCircle) throw new ZimFault('it leads back to itself', `entry ${at}`);
  }
}

async function checkClusters(archive: ZimArchive, wanted: Uint32Array): Promise<void> {
  for (const [index, count] of wanted.entries()) {
    const { blobs } = await archive.cluster(index);
    if (count > blobs) throw new ZimFault(`it has no file ${count - 1}`, `cluster ${index}`);
  }
}

/**
 * Compares an archive's checksum with its bytes.
 * @throws ZimFault where they are others than it was made of
 */
export async function checkSum(
  archive: ZimArchive,
  stream: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { checksum } = archive.header;
  const hash = createHash('md5');
  const written: Uint8Array[] = [];
  let at = 0;
  for await (const chunk of stream) {
    const end = Math.max(0, Math.min(chunk.byteLength, checksum - at));
    hash.update(chunk.subarray(0, end));
    written.push(chunk.subarray(end, Math.max(end, checksum + checksumBytes - at)));
    at += chunk.byteLength;
  }
  if (hash.digest().equals(Buffer.concat(written))) return;
  throw new ZimFault('it is damaged: its checksum does not fit its bytes');
}
