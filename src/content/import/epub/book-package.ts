import { unreadable } from '../import-errors.ts';
import { elementsNamed, readXml } from './read-xml.ts';
import type { XmlElement } from './read-xml.ts';

/** What the package document of a book says of it. Paths are from the folder of the book. */
export interface BookPackage {
  readonly title: string | null;
  readonly licence: string | null;
  /** Who made it, as it says. */
  readonly authors: readonly string[];
  /** Every file it names. */
  readonly files: readonly BookFile[];
  /** How many parts are read in order. */
  readonly parts: number;
  /** Its cover, where it names one. */
  readonly cover: string | null;
  readonly hasContents: boolean;
}

export interface BookFile {
  /** Null where it lies on the internet; then `href` says where. */
  readonly path: string | null;
  readonly href: string;
  readonly type: string;
  readonly scripted: boolean;
}

const packageType = 'application/oebps-package+xml';

/**
 * Where a container says that the package document is. Of several the first is taken, as readers do.
 * @throws ReanError `import.unreadable`
 */
export function packagePathIn(container: string): string {
  const at = 'META-INF/container.xml';
  const files = elementsNamed(readXml(container, at), 'rootfile');
  const found = files.find(({ attributes }) => attributes['media-type'] === packageType);
  const path = (found ?? files[0])?.attributes['full-path'];
  if (path === undefined || path === '') throw unreadable('it names no package document', at);
  return decoded(path).normalize('NFC');
}

/** @throws ReanError `import.unreadable` where it is no XML, or nothing in it is to be read */
export function readPackage(source: string, path: string): BookPackage {
  const root = readXml(source, path);
  const items = elementsNamed(root, 'item').filter(({ attributes }) => 'href' in attributes);
  const files = items.map((item) => fileOf(item, path));
  const parts = elementsNamed(root, 'itemref').length;
  if (parts === 0) throw unreadable('the book has no pages (its spine is empty)', path);
  const titled = (name: string) =>
    elementsNamed(root, name).find(({ text }) => text !== '')?.text ?? null;
  const cover = coverOf(root, items);
  return {
    title: titled('title'),
    licence: titled('license') ?? titled('rights'),
    authors: elementsNamed(root, 'creator').flatMap(({ text }) => (text === '' ? [] : [text])),
    files,
    parts,
    cover: cover === undefined ? null : fileOf(cover, path).path,
    hasContents: items.some(
      (item) => has(item, 'nav') || item.attributes['media-type'] === ncxType,
    ),
  };
}

const ncxType = 'application/x-dtbncx+xml';

const has = ({ attributes }: XmlElement, property: string) =>
  (attributes['properties'] ?? '').split(/\s+/).includes(property);

function fileOf(item: XmlElement, packagePath: string): BookFile {
  const href = item.attributes['href'] ?? '';
  return {
    path: pathOf(href, packagePath),
    href,
    type: item.attributes['media-type'] ?? '',
    scripted: has(item, 'scripted'),
  };
}

/** EPUB 3 marks the picture; EPUB 2 names its id. */
function coverOf(root: XmlElement, items: readonly XmlElement[]): XmlElement | undefined {
  const named = elementsNamed(root, 'meta').find(
    ({ attributes }) => attributes['name'] === 'cover',
  );
  const id = named?.attributes['content'];
  return (
    items.find((item) => has(item, 'cover-image')) ??
    items.find(({ attributes }) => id !== undefined && attributes['id'] === id)
  );
}

/** Null for an address elsewhere. */
function pathOf(href: string, packagePath: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return null;
  const [written = ''] = href.split(/[#?]/);
  const parts = packagePath.split('/').slice(0, -1);
  for (const part of decoded(written).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/').normalize('NFC');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What only hides fonts, and every reader undoes. */
const fontHiding = ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'];

/** By what parts of a book are locked that can't be read without its seller's key; null where none is. */
export function lockOf(encryption: string): string | null {
  const methods = elementsNamed(readXml(encryption, 'META-INF/encryption.xml'), 'EncryptedData')
    .flatMap((data) => data.children.filter(({ name }) => name === 'EncryptionMethod'))
    .map(({ attributes }) => attributes['Algorithm'] ?? 'unknown');
  return methods.find((method) => !fontHiding.includes(method)) ?? null;
}
