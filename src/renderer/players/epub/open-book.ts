import { EPUB } from 'foliate-js/epub.js';
import type { Section } from 'foliate-js/epub.js';
import type { Launch } from '../../../shared/contracts/piece-bridge.ts';
import { BookFault } from '../reading/reader.ts';
import { bookFiles, refuseLocked } from './book-files.ts';
import type { BookFiles } from './book-files.ts';
import { adaptStyles } from './book-styles.ts';
import { missingPage, picturePage } from './missing-page.ts';
import { pageSides } from './page-sides.ts';

/** How many files are asked for their size at once, and at most; pages of longer books count alike. */
const sizesAtOnce = 8;
const mostSizes = 200;
const usualSize = 10_000;

const noPages = 'the book has no pages';

/**
 * Opens a book that was unpacked into a folder of a pack.
 * @param missing what to say on a page whose file isn't there
 * @throws BookFault `missing` without its package document, `unplayable` where that says no book, or a locked one
 */
export async function openBook(
  { entry, folder }: Launch['launch'],
  missing: string,
): Promise<EPUB> {
  const files = bookFiles(folder, entry);
  const there = await fetch(entry, { method: 'HEAD' }).catch(() => null);
  if (there === null || !there.ok) throw new BookFault('missing', new URL(entry).pathname);
  await refuseLocked(files);
  const sizes = new Map<string, number>();
  const book = new EPUB({
    loadText: async (path) => forShowing(await files.loadText(path), path, files),
    loadBlob: (path) => files.loadBlob(path),
    getSize: (path) => sizes.get(path) ?? usualSize,
  });
  await book.init().catch(async (error: unknown) => {
    throw new BookFault('unplayable', await whyNoBook(entry, error));
  });
  if (book.sections.length === 0) throw new BookFault('unplayable', noPages);
  await measure(files, book.sections, sizes);
  const types = new Map(book.resources.manifest.map((item) => [item.href, item.mediaType]));
  const said = book.sections.map(({ pageSpread }) => pageSpread);
  const sides = pageSides(said, book.dir === 'rtl');
  book.sections = book.sections.map((section, index) => ({
    ...whole(section, sizes.get(section.id), types.get(section.id) ?? '', book, missing),
    pageSpread: sides[index],
  }));
  book.transformTarget.addEventListener('data', adaptData);
  return book;
}

/** What is wrong with a package document that no book could be made of, for who mends it. */
async function whyNoBook(entry: string, error: unknown): Promise<string> {
  const { pathname } = new URL(entry);
  const text = await fetch(entry).then((answer) => answer.text());
  const written = new DOMParser().parseFromString(text, 'application/xml');
  if (written.querySelector('parsererror') !== null) return `${pathname} is no XML`;
  if (written.getElementsByTagNameNS('*', 'itemref').length === 0) return noPages;
  return `${pathname}: ${String(error)}`;
}

/** Asks for the sizes of a book's parts, by which its pages are counted. */
async function measure(
  files: BookFiles,
  sections: readonly Section[],
  sizes: Map<string, number>,
): Promise<void> {
  if (sections.length > mostSizes) return;
  const left = sections.map(({ id }) => id);
  const ask = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      sizes.set(path, Math.max(1, await files.size(path).catch(() => usualSize)));
    }
  };
  await Promise.all(Array.from({ length: sizesAtOnce }, ask));
}

/** A part that always shows something: a picture by itself, or the words that its file is missing. */
function whole(
  section: Section,
  size: number | undefined,
  type: string,
  book: EPUB,
  missing: string,
): Section {
  const flows = book.rendition.layout !== 'pre-paginated';
  return {
    ...section,
    size: size ?? section.size,
    async load() {
      const address = await section.load().catch(() => null);
      if (address === null || address === '') {
        return URL.createObjectURL(missingPage(missing, section.id));
      }
      if (!type.startsWith('image/')) return address;
      if (flows) return URL.createObjectURL(picturePage(address));
      // A drawing says itself how large it is.
      return type === 'image/svg+xml' ? address : URL.createObjectURL(await laidOut(address));
    },
  };
}

/** Pages without a body can't be shown in columns; films and recordings are streamed from where they are. */
function forShowing(text: string | null, path: string, files: BookFiles): string | null {
  if (text === null || !/\.(?:x?html?|xml)$/i.test(path)) return text;
  if (/<(?:\w+:)?html[\s>]/i.test(text) && !/<(?:\w+:)?body[\s>]/i.test(text)) return null;
  return text.replace(
    /(<(?:\w+:)?(?:video|audio|source)\b[^>]*?\ssrc\s*=\s*)(["'])(.*?)\2/gi,
    (all, start: string, mark: string, source: string) => {
      if (/^\w+:/.test(source)) return all;
      const found = new URL(source, `https://book.invalid/${path}`).pathname.slice(1);
      return `${start}${mark}${files.address(found)}${mark}`;
    },
  );
}

/** A photograph as a page of its own size. */
async function laidOut(address: string): Promise<Blob> {
  const picture = new Image();
  picture.src = address;
  // One that can't be read is shown as the browser shows it.
  await picture.decode().catch(() => undefined);
  const { naturalWidth: width, naturalHeight: height } = picture;
  return picturePage(address, width > 0 ? { width, height } : undefined);
}

interface LoadedData {
  data: string | Promise<string> | Blob;
  readonly type: string;
}

/** Styles are adapted, whether in a file of their own or in a page. */
function adaptData(event: Event): void {
  const detail = dataOf(event);
  if (detail === null) return;
  const { type } = detail;
  if (type === 'text/css') {
    detail.data = Promise.resolve(detail.data).then((css) =>
      typeof css === 'string' ? adaptStyles(css) : '',
    );
  } else if (typeof detail.data === 'string' && /html/.test(type)) {
    detail.data = detail.data.replace(
      /(<style\b[^>]*>)([\s\S]*?)(<\/style>)/gi,
      (_, start: string, css: string, end: string) => start + adaptStyles(css) + end,
    );
  }
}

function dataOf(event: Event): LoadedData | null {
  if (!(event instanceof CustomEvent)) return null;
  const detail: unknown = event.detail;
  return isLoaded(detail) ? detail : null;
}

const isLoaded = (detail: unknown): detail is LoadedData =>
  typeof detail === 'object' && detail !== null && 'data' in detail && 'type' in detail;
