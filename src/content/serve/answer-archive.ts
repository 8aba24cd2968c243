import type { ArchiveAbout, ArchiveFound } from '../../shared/contracts/zim-archive.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { StoredFile } from '../store/pack-reader.ts';
import type { ZimArchive } from '../zim/zim-archive.ts';
import type { ZimItem } from '../zim/zim-entry.ts';
import { entryAddress, fromOwnRoot, innerPath } from '../zim/zim-path.ts';
import { firstArticle } from '../zim/zim-listing.ts';
import { titlesFrom } from '../zim/zim-titles.ts';
import { safetyHeaders } from './pack-headers.ts';
import { answerContent, plainAnswer } from './serve-pack-file.ts';
import type { PackAnswer, PackBody, PackRequest } from './serve-pack-file.ts';
import type { ArchiveRequest } from './zim-desk.ts';

interface Opened {
  readonly archive: ZimArchive;
  readonly index: SearchIndex | null;
  readonly file: StoredFile;
}

/** Found at most for one question. */
const mostFound = 50;
const longestQuestion = 200;
const findPath = 'find/';

/**
 * What an address below an archive's gives ([ZIM3]): `~/about` and `~/find/…` what our player asks for, all
 * others an entry. Throws `ZimFault` where the archive is damaged there.
 */
export async function answerArchive(opened: Opened, asked: ArchiveRequest): Promise<PackAnswer> {
  const [path = ''] = asked.inner.split('?', 1);
  if (path === '~/about') return jsonAnswer(await about(opened.archive));
  const address = entryAddress(path);
  if (address?.namespace === '~' && address.path.startsWith(findPath)) {
    const words = address.path.slice(findPath.length, findPath.length + longestQuestion);
    return jsonAnswer(await found(opened, words));
  }
  const entry =
    address === null ? null : await opened.archive.find(address.namespace, address.path);
  const item = entry === null ? null : await opened.archive.resolve(entry);
  return item === null ? plainAnswer(404) : answerItem(opened, item, asked.request);
}

async function about(archive: ZimArchive): Promise<ArchiveAbout> {
  const main = (await archive.main()) ?? (await firstArticle(archive));
  return { main: main === null ? null : innerPath(main.namespace, main.path) };
}

/** Without a list of words, titles that begin so. */
async function found({ archive, index }: Opened, words: string): Promise<readonly ArchiveFound[]> {
  if (index === null) {
    const entries = await titlesFrom(archive, words.trim(), mostFound);
    return entries.map(({ namespace, path, title }) => ({
      at: innerPath(namespace, path),
      title,
      lead: '',
    }));
  }
  const places = await index.find(words, mostFound);
  const listed: ArchiveFound[] = [];
  for (const { number, title, lead } of places) {
    if (number < 0 || number >= archive.header.entries) continue;
    const { namespace, path } = await archive.entryAt(number);
    listed.push({ at: innerPath(namespace, path), title, lead });
  }
  return listed;
}

async function answerItem(
  { archive, file }: Opened,
  item: ZimItem,
  request: PackRequest,
): Promise<PackAnswer> {
  const mime = servedMime(archive.mimeOf(item));
  const at = innerPath(item.namespace, item.path);
  const { size, body } = await contentOf(archive, { item, mime, at, blobPath: file.blobPath });
  const answer = answerContent(
    { mime, runs: file.runs, sha256: `${file.sha256}-${item.index}`, size },
    request,
    body,
  );
  const headers = { ...answer.headers, 'content-location': at, 'rean-entry': String(item.index) };
  return { ...answer, headers };
}

interface Content {
  readonly size: number;
  readonly body: (start: number, length: number) => PackBody;
}

async function contentOf(
  archive: ZimArchive,
  of: { item: ZimItem; mime: string; at: string; blobPath: string },
): Promise<Content> {
  const blob = await archive.blob(of.item);
  const isRooted = of.mime === 'text/html' && !archive.header.oneNamespace;
  if (blob.kind === 'stored' && !isRooted) {
    const { blobPath } = of;
    return {
      size: blob.length,
      body: (start, length) => ({ blobPath, start: blob.at + start, length }),
    };
  }
  const bytes = (await archive.bytes(of.item, largestPage)) ?? new Uint8Array();
  const whole = isRooted
    ? new Uint8Array(Buffer.from(fromOwnRoot(Buffer.from(bytes).toString('utf8'), of.at)))
    : bytes;
  // A copy of its own: what crosses to another process takes the memory around it along.
  return {
    size: whole.byteLength,
    body: (start, length) => ({ bytes: whole.slice(start, start + length) }),
  };
}

const largestPage = 64 * 1024 * 1024;

/** A type a browser knows; anything an archive makes up is bytes. */
const servedMime = (mime: string) =>
  /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60}$/.test(mime) ? mime : 'application/octet-stream';

function jsonAnswer(value: unknown): PackAnswer {
  const bytes = new Uint8Array(Buffer.from(JSON.stringify(value)));
  const headers = {
    ...safetyHeaders,
    'content-type': 'application/json',
    'content-length': String(bytes.byteLength),
  };
  return { status: 200, headers, body: { bytes } };
}
