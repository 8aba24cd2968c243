import { bordersOf } from './zim-borders.ts';
import { inBlocks } from './random-file.ts';
import type { RandomFile } from './random-file.ts';
import { readCluster } from './zim-cluster.ts';
import type { ZimBlob, ZimCluster } from './zim-cluster.ts';
import { compareEntries, readEntry } from './zim-entry.ts';
import type { ZimEntry, ZimItem } from './zim-entry.ts';
import { ZimFault } from './zim-fault.ts';
import { headerBytes, readHeader, viewOf } from './zim-header.ts';
import type { ZimHeader } from './zim-header.ts';

/** Redirects that follow each other; more are a circle, or meant as one. */
const mostRedirects = 50;
const largestMimeList = 64 * 1024;
/** Unpacked files kept for what is asked for next, bytes. */
const keptBytes = 32 * 1024 * 1024;

/**
 * A ZIM archive ([ZIM1]), of which only what is asked for is read: its list of entries stays on the disk. Every
 * offset and length is checked where it is used; whatever is wrong throws a `ZimFault`.
 */
export class ZimArchive {
  readonly header: ZimHeader;
  /** Types of files, as the archive writes them. */
  readonly mimes: readonly string[];
  readonly #file: RandomFile;
  readonly #clusters = new Map<number, ZimCluster>();
  #borders: Promise<Float64Array> | null = null;

  private constructor(file: RandomFile, header: ZimHeader, mimes: readonly string[]) {
    this.#file = file;
    this.header = header;
    this.mimes = mimes;
  }

  /** @throws ZimFault where it is none */
  static async open(raw: RandomFile): Promise<ZimArchive> {
    const file = inBlocks(raw);
    const header = readHeader(await file.read(0, headerBytes), file.size);
    const room = Math.min(largestMimeList, header.checksum - header.mimeList);
    return new ZimArchive(file, header, mimesIn(await file.read(header.mimeList, room)));
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Where articles lie. */
  get pages(): string {
    return this.header.oneNamespace ? 'C' : 'A';
  }

  async entryAt(index: number): Promise<ZimEntry> {
    const { entries, pathPointers, checksum } = this.header;
    if (index >= entries) throw new ZimFault(`there is no entry ${index}`);
    const at = await this.#pointer(pathPointers + index * 8);
    if (at < headerBytes || at >= checksum) {
      throw new ZimFault('it lies outside of the archive', `entry ${index}`);
    }
    return readEntry(this.#file, at, index);
  }

  /** By its namespace and path, as the archive writes them; null where there is none. */
  async find(namespace: string, path: string): Promise<ZimEntry | null> {
    const wanted = { namespace, path };
    const index = await this.#firstFrom((entry) => compareEntries(entry, wanted) >= 0);
    if (index >= this.header.entries) return null;
    const entry = await this.entryAt(index);
    return compareEntries(entry, wanted) === 0 ? entry : null;
  }

  /** What a redirect stands for in the end; null where it stands for nothing. @throws ZimFault for circles */
  async resolve(entry: ZimEntry): Promise<ZimItem | null> {
    let at = entry;
    for (let step = 0; step < mostRedirects; step += 1) {
      if (at.kind === 'item') return at;
      if (at.kind === 'gone') return null;
      at = await this.entryAt(at.to);
    }
    throw new ZimFault('it leads on without end', `entry ${entry.index}`);
  }

  /** The type of an item, without what follows it. */
  mimeOf(item: ZimItem): string {
    const written = this.mimes[item.mime];
    if (written === undefined)
      throw new ZimFault('its type is not in the list', `entry ${item.index}`);
    return (written.split(';')[0] ?? '').trim().toLowerCase();
  }

  async blob(item: ZimItem): Promise<ZimBlob> {
    return (await this.cluster(item.cluster)).blob(item.blob);
  }

  /** Files that lie together; those that were unpacked last are kept. */
  async cluster(index: number): Promise<ZimCluster> {
    const known = this.#clusters.get(index);
    this.#clusters.delete(index);
    const cluster = known ?? (await this.#readCluster(index));
    this.#clusters.set(index, cluster);
    this.#forget();
    return cluster;
  }

  /** The bytes of an item. @param limit larger ones are not read: null */
  async bytes(item: ZimItem, limit: number): Promise<Uint8Array | null> {
    const blob = await this.blob(item);
    if (blob.kind === 'unpacked') return blob.bytes.byteLength > limit ? null : blob.bytes;
    return blob.length > limit ? null : this.#file.read(blob.at, blob.length);
  }

  /** A word the archive says of itself (`Title`, `Language`); null where it says none. */
  async says(name: string): Promise<string | null> {
    const entry = await this.find('M', name);
    const item = entry === null ? null : await this.resolve(entry);
    const bytes = item === null ? null : await this.bytes(item, longestWord);
    return bytes === null ? null : Buffer.from(bytes).toString('utf8').trim();
  }

  /** Its first page; null where it names none that is there. */
  async main(): Promise<ZimItem | null> {
    const { mainPage, entries } = this.header;
    const entry =
      mainPage !== null && mainPage < entries
        ? await this.entryAt(mainPage)
        : await this.find('W', 'mainPage');
    return entry === null ? null : this.resolve(entry);
  }

  /** Place in the list of titles of the first article whose title is, or comes after, a beginning. */
  async firstTitle(namespace: string, beginning: string): Promise<number> {
    const wanted = { namespace, path: beginning };
    let low = 0;
    let high = this.header.entries;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const entry = await this.titled(middle);
      const isThere =
        entry === null || compareEntries({ ...entry, path: entry.title }, wanted) >= 0;
      if (isThere) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** By its place in the list of titles; null behind its end, and where the archive has no list. */
  async titled(place: number): Promise<ZimEntry | null> {
    const { titlePointers, entries } = this.header;
    if (titlePointers === null || place >= entries) return null;
    const bytes = await this.#file.read(titlePointers + place * 4, 4);
    return bytes.byteLength < 4 ? null : this.entryAt(viewOf(bytes).getUint32(0, true));
  }

  /** The first index of which `isThere` holds, as it does of all after it; the number of entries where of none. */
  async #firstFrom(isThere: (entry: ZimEntry) => boolean): Promise<number> {
    let low = 0;
    let high = this.header.entries;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (isThere(await this.entryAt(middle))) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  async #readCluster(index: number): Promise<ZimCluster> {
    const { clusters, clusterPointers, checksum } = this.header;
    if (index >= clusters) throw new ZimFault(`there is no cluster ${index}`);
    const at = await this.#pointer(clusterPointers + index * 8);
    if (at < headerBytes || at >= checksum) {
      throw new ZimFault('it lies outside of the archive', `cluster ${index}`);
    }
    return readCluster(this.#file, { at, end: checksum, packedEnd: () => this.#endOf(at), index });
  }

  /** Where what begins at `at` ends: clusters don't say it, so whatever comes next in the archive does. */
  async #endOf(at: number): Promise<number> {
    this.#borders ??= bordersOf(this.#file, this.header);
    const borders = await this.#borders;
    let low = 0;
    let high = borders.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((borders[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return borders[low] ?? this.header.checksum;
  }

  #forget(): void {
    let weight = 0;
    for (const cluster of this.#clusters.values()) weight += cluster.weight;
    for (const [index, cluster] of this.#clusters) {
      if (weight <= keptBytes) return;
      weight -= cluster.weight;
      this.#clusters.delete(index);
    }
  }

  async #pointer(at: number): Promise<number> {
    const bytes = await this.#file.read(at, 8);
    if (bytes.byteLength < 8) throw new ZimFault('it is cut off');
    return Number(viewOf(bytes).getBigUint64(0, true));
  }
}

const longestWord = 64 * 1024;

/** Texts that each end in a zero, up to an empty one. */
function mimesIn(bytes: Uint8Array): readonly string[] {
  const mimes: string[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf(0, at);
    if (end < 0) throw new ZimFault('its list of types has no end');
    if (end === at) return mimes;
    mimes.push(Buffer.from(bytes.subarray(at, end)).toString('utf8'));
    at = end + 1;
  }
}
