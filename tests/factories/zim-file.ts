import { createHash } from 'node:crypto';
import { indexPages } from '../../src/content/zim/index-pages.ts';
import { ZimArchive } from '../../src/content/zim/zim-archive.ts';

/** Something in an archive: a page or other file, or another name of one. */
export interface ZimDraftEntry {
  readonly namespace: string;
  readonly path: string;
  readonly title?: string;
  readonly mime?: string;
  /** Left out of a redirect. */
  readonly content?: string | Uint8Array;
  /** Namespace and path of what it leads to: `C/Rice`. */
  readonly to?: string;
  /** Lies as it is, not packed with the others. */
  readonly stored?: boolean;
}

export interface ZimDraft {
  readonly entries: readonly ZimDraftEntry[];
  /** Namespace and path of the first page; null names none. */
  readonly main: string | null;
  /** 6.1 has one namespace for all files; 5.0 one for each sort. */
  readonly version: readonly [number, number];
  /** Makes a cluster of bytes that are packed; the first one says how. */
  readonly pack: (bytes: Uint8Array) => Uint8Array;
}

const page = (title: string, body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const html = { mime: 'text/html' } as const;
const said = (path: string, content: string): ZimDraftEntry => ({
  namespace: 'M',
  path,
  mime: 'text/plain',
  content,
});

/** A small encyclopaedia as newer programs write it. Change what a test is about. */
export function zimDraft(over: Partial<ZimDraft> = {}): ZimDraft {
  const long = '<p>Rice grows in water.</p>'.repeat(200);
  return {
    entries: [
      {
        namespace: 'C',
        path: 'Main',
        title: 'ទំព័រដើម',
        ...html,
        content: page(
          'ទំព័រដើម',
          '<h1>ទំព័រដើម</h1><p><a href="Paddy">ស្រូវ</a> <a href="Water%3F">Water</a> <a href="https://example.org/">ខាងក្រៅ</a> <a href="Gone">Gone</a></p><img src="dot.svg" alt="">',
        ),
      },
      { namespace: 'C', path: 'Paddy', title: 'Paddy', to: 'C/plants/Rice' },
      {
        namespace: 'C',
        path: 'plants/Rice',
        title: 'ស្រូវ',
        ...html,
        content: page(
          'ស្រូវ',
          `<h1>ស្រូវ</h1><p>កសិករដាំស្រូវនៅខេត្តសៀមរាប។</p><h2>ទឹក</h2>${long}<p><a href="../Water%3F">Water</a></p>`,
        ),
      },
      {
        namespace: 'C',
        path: 'Water?',
        title: 'Water?',
        ...html,
        content: page('Water?', '<h1>Water?</h1><p>It rains. <b>Ca</b>fé.</p>'),
      },
      {
        namespace: 'C',
        path: 'dot.svg',
        mime: 'image/svg+xml',
        content:
          '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>',
        stored: true,
      },
      said('Language', 'khm'),
      said('License', 'CC-BY-SA-4.0'),
      said('Title', 'សព្វវចនាធិប្បាយ'),
    ],
    main: 'C/Main',
    version: [6, 1],
    pack: zstdCluster,
    ...over,
  };
}

/** The same as programs wrote it long ago: pages in `A`, pictures in `I`. */
export const oldZimDraft = (over: Partial<ZimDraft> = {}): ZimDraft => ({
  entries: [
    {
      namespace: 'A',
      path: 'Rice',
      ...html,
      content: page('Rice', '<img src="/I/dot.png"><a href="/A/Water">Water</a>'),
    },
    { namespace: 'A', path: 'Water', title: 'water', ...html, content: page('Water', 'wet') },
    { namespace: 'I', path: 'dot.png', mime: 'image/png', content: 'PNG, as far as a test cares' },
    said('Title', 'Old'),
  ],
  main: 'A/Rice',
  version: [5, 0],
  pack: storedCluster,
  ...over,
});

const nameOf = ({ namespace, path }: ZimDraftEntry) => `${namespace}/${path}`;
const headerBytes = 80;

/** The archive, with a checksum that fits. `change` may spoil it before that is made. */
export function zimFile(draft: ZimDraft, change?: (bytes: Buffer) => void): Uint8Array {
  const entries = draft.entries.toSorted((one, other) =>
    Buffer.compare(Buffer.from(nameOf(one)), Buffer.from(nameOf(other))),
  );
  const mimes = [...new Set(entries.flatMap(({ mime }) => (mime === undefined ? [] : [mime])))];
  const packed = entries.filter((entry) => entry.content !== undefined && entry.stored !== true);
  const stored = entries.filter((entry) => entry.stored === true);
  const clusters = [
    draft.pack(blobs(packed)),
    ...(stored.length > 0 ? [storedCluster(blobs(stored))] : []),
  ];
  const dirents = entries.map((entry) => {
    const isStored = entry.stored === true;
    const place = { cluster: isStored ? 1 : 0, blob: (isStored ? stored : packed).indexOf(entry) };
    const to = entries.findIndex((other) => nameOf(other) === entry.to);
    return dirent(entry, { ...place, to, mime: mimes.indexOf(entry.mime ?? '') });
  });
  const mimeList = Buffer.from([...mimes, ''].map((mime) => `${mime}\0`).join(''));
  const byTitle = [...entries.keys()].sort((one, other) =>
    Buffer.compare(titleKey(entries[one]), titleKey(entries[other])),
  );
  const parts = { mimeList, dirents, clusters, byTitle };
  return laidOut(
    parts,
    draft,
    entries.findIndex((entry) => nameOf(entry) === draft.main),
    change,
  );
}

/** The list of words that lies beside an archive. */
export async function wordsOf(zim: Uint8Array): Promise<Uint8Array> {
  const file = {
    size: zim.byteLength,
    read: (at: number, length: number) => Promise.resolve(zim.subarray(at, at + length)),
    close: () => Promise.resolve(),
  };
  const parts: Uint8Array[] = [];
  for await (const part of indexPages(await ZimArchive.open(file))) parts.push(part);
  return Buffer.concat(parts);
}

const titleKey = (entry: ZimDraftEntry | undefined) =>
  Buffer.from(`${entry?.namespace}${entry?.title ?? entry?.path}`);

interface ZimParts {
  readonly mimeList: Uint8Array;
  readonly dirents: readonly Uint8Array[];
  readonly clusters: readonly Uint8Array[];
  readonly byTitle: readonly number[];
}

function laidOut(
  { mimeList, dirents, clusters, byTitle }: ZimParts,
  { version }: ZimDraft,
  main: number,
  change?: (bytes: Buffer) => void,
): Uint8Array {
  const clustersAt = headerBytes + mimeList.byteLength;
  const direntsAt = clustersAt + total(clusters);
  const pathsAt = direntsAt + total(dirents);
  const titlesAt = pathsAt + dirents.length * 8;
  const pointersAt = titlesAt + dirents.length * 4;
  const checksumAt = pointersAt + clusters.length * 8;
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(0x44d495a, 0);
  header.writeUInt16LE(version[0], 4);
  header.writeUInt16LE(version[1], 6);
  header.writeUInt32LE(dirents.length, 24);
  header.writeUInt32LE(clusters.length, 28);
  const offsets = [pathsAt, titlesAt, pointersAt, headerBytes];
  for (const [index, at] of offsets.entries()) header.writeBigUInt64LE(BigInt(at), 32 + index * 8);
  header.writeUInt32LE(main < 0 ? 0xffffffff : main, 64);
  header.writeUInt32LE(0xffffffff, 68);
  header.writeBigUInt64LE(BigInt(checksumAt), 72);
  const titles = Buffer.alloc(byTitle.length * 4);
  for (const [index, entry] of byTitle.entries()) titles.writeUInt32LE(entry, index * 4);
  const pointers = [places(dirents, direntsAt), titles, places(clusters, clustersAt)];
  const body = Buffer.concat([header, mimeList, ...clusters, ...dirents, ...pointers]);
  change?.(body);
  return new Uint8Array(Buffer.concat([body, createHash('md5').update(body).digest()]));
}

const total = (parts: readonly Uint8Array[]) =>
  parts.reduce((sum, { byteLength }) => sum + byteLength, 0);

function places(parts: readonly Uint8Array[], from: number): Buffer {
  const list = Buffer.alloc(parts.length * 8);
  let at = from;
  for (const [index, part] of parts.entries()) {
    list.writeBigUInt64LE(BigInt(at), index * 8);
    at += part.byteLength;
  }
  return list;
}

function dirent(
  entry: ZimDraftEntry,
  at: {
    readonly mime: number;
    readonly cluster: number;
    readonly blob: number;
    readonly to: number;
  },
): Uint8Array {
  const isRedirect = entry.to !== undefined;
  const head = Buffer.alloc(isRedirect ? 12 : 16);
  head.writeUInt16LE(isRedirect ? 0xffff : at.mime, 0);
  head.write(entry.namespace, 3, 'latin1');
  head.writeUInt32LE(isRedirect ? at.to >>> 0 : at.cluster, 8);
  if (!isRedirect) head.writeUInt32LE(at.blob, 12);
  return Buffer.concat([head, Buffer.from(`${entry.path}\0${entry.title ?? ''}\0`)]);
}

/** Files as they lie together in a cluster, before it is packed. */
function blobs(entries: readonly ZimDraftEntry[]): Uint8Array {
  const contents = entries.map(({ content = '' }) => Buffer.from(content));
  const offsets = Buffer.alloc((contents.length + 1) * 4);
  let at = offsets.byteLength;
  for (const [index, content] of contents.entries()) {
    offsets.writeUInt32LE(at, index * 4);
    at += content.byteLength;
  }
  offsets.writeUInt32LE(at, contents.length * 4);
  return Buffer.concat([offsets, ...contents]);
}

export const storedCluster = (bytes: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from([1]), bytes]);

const blockBytes = 64 * 1024;

/** Bytes as zstd's own programs frame them, in blocks that are not made smaller; looks back on 128 MiB, as libzim does. */
export function zstdCluster(bytes: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.byteLength; at += blockBytes) {
    const block = bytes.subarray(at, at + blockBytes);
    const isLast = at + blockBytes >= bytes.byteLength;
    blocks.push(blockHead(isLast, 0, block.byteLength), block);
  }
  return Buffer.concat([zstdHead, ...blocks]);
}

/** A few bytes that unpack to `size` bytes of one, after what they really hold. */
export function zstdBomb(bytes: Uint8Array, size: number): Uint8Array {
  const most = 128 * 1024;
  const repeats = Math.ceil(size / most);
  const zeros = Array.from({ length: repeats }, () =>
    Buffer.concat([blockHead(false, 1, most), Buffer.from([0])]),
  );
  return Buffer.concat([
    zstdHead,
    blockHead(false, 0, bytes.byteLength),
    bytes,
    ...zeros,
    blockHead(true, 0, 0),
  ]);
}

/** How a cluster is packed, then zstd's sign, no flags, a window of 2^27. */
const zstdHead = Buffer.from([5, 0x28, 0xb5, 0x2f, 0xfd, 0x00, (27 - 10) << 3]);

function blockHead(isLast: boolean, type: 0 | 1, size: number): Uint8Array {
  const head = Buffer.alloc(3);
  head.writeUIntLE((isLast ? 1 : 0) | (type << 1) | (size << 3), 0, 3);
  return head;
}

/** A cluster of one file, `<p>` with forty times "ស្រូវ rice is grown in water. ", packed by xz with all its strength. */
export const xzCluster: Uint8Array = Buffer.concat([
  Buffer.from([4]),
  Buffer.from(
    '/Td6WFoAAAFpIt42AgAhARwAAAAQz1jM4AZOAERdAAQANQMyEvQrjktXosCKDmYBjllKc+Wpua30OCKFTlCVpsm7T9zJAEc0tXXbJc7Hu1XBxx4SrgOPVf4SGewYbnFjSp9gAP+jMAcAAVzPDAAAAOPcipk+MA2LAgAAAAABWVo=',
    'base64',
  ),
]);
