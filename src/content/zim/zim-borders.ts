import type { RandomFile } from './random-file.ts';
import { viewOf } from './zim-header.ts';
import type { ZimHeader } from './zim-header.ts';

/** Pointers read at a time. */
const atOnce = 4096;

/**
 * Every offset at which a cluster may end, in order: where clusters begin, where lists do, and where the first entry
 * behind the last cluster is.
 */
export async function bordersOf(file: RandomFile, header: ZimHeader): Promise<Float64Array> {
  const { clusters, clusterPointers, entries, pathPointers, titlePointers, mimeList, checksum } =
    header;
  const borders = new Float64Array(clusters + 6).fill(checksum);
  let last = 0;
  let filled = 0;
  for await (const at of pointersOf(file, clusterPointers, clusters)) {
    borders[filled] = at;
    filled += 1;
    last = Math.max(last, at);
  }
  let entry = checksum;
  for await (const at of pointersOf(file, pathPointers, entries)) {
    if (at > last && at < entry) entry = at;
  }
  borders.set([pathPointers, titlePointers ?? checksum, clusterPointers, mimeList, entry], filled);
  return borders.sort();
}

async function* pointersOf(file: RandomFile, from: number, count: number): AsyncGenerator<number> {
  for (let done = 0; done < count; done += atOnce) {
    const bytes = await file.read(from + done * 8, Math.min(atOnce, count - done) * 8);
    const view = viewOf(bytes);
    for (let at = 0; at + 8 <= bytes.byteLength; at += 8) yield Number(view.getBigUint64(at, true));
  }
}
