import { BookFault } from '../reading/reader.ts';

/** The files of a book as its reader asks for them, by their paths from the folder of the book. */
export interface BookFiles {
  loadText(path: string): Promise<string | null>;
  loadBlob(path: string): Promise<Blob | null>;
  /** Bytes; asks without reading. */
  size(path: string): Promise<number>;
  /** Where a file is found. */
  address(path: string): string;
}

/**
 * @param folder address of the folder the book was unpacked in
 * @param entry address of its package document, in the folder
 */
export function bookFiles(folder: string, entry: string): BookFiles {
  const root = `${folder}/`;
  const packagePath = decodeURIComponent(entry.slice(root.length));
  const address = (path: string) => root + encodePath(path);
  const load = async (path: string) => {
    const answer = await fetch(address(path));
    return answer.ok ? answer : null;
  };
  return {
    address,
    async loadText(path) {
      // The manifest says which document it is; a book may hold several, and its container is not asked.
      if (path === containerPath) return containerOf(packagePath);
      const answer = await load(path);
      return answer === null ? null : readText(await answer.arrayBuffer());
    },
    async loadBlob(path) {
      const answer = await load(path);
      return answer === null ? null : answer.blob();
    },
    async size(path) {
      const answer = await fetch(address(path), { method: 'HEAD' });
      return answer.ok ? Number(answer.headers.get('content-length') ?? 0) : 0;
    },
  };
}

/** As packs name files: every part by itself, what is encoded already as it is. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(decoded(part)))
    .join('/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** UTF-8, or as the file's first bytes say, as older books may be written. */
export function readText(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 100));
  const [, named = 'utf-8'] = /^<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(start) ?? [];
  return decoderOf(named).decode(bytes);
}

function decoderOf(name: string): TextDecoder {
  try {
    return new TextDecoder(name);
  } catch {
    return new TextDecoder();
  }
}

const containerPath = 'META-INF/container.xml';

const containerOf = (path: string) =>
  `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${escaped(path)}" media-type="application/oebps-package+xml"/></rootfiles></container>`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What only hides fonts, so that they aren't taken out of a book; everybody can undo it. */
const fontHiding = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
]);

/** @throws BookFault where parts of the book are locked with a key nobody here has (DRM) */
export async function refuseLocked(files: BookFiles): Promise<void> {
  const text = await files.loadText('META-INF/encryption.xml');
  if (text === null) return;
  const methods = [...text.matchAll(/EncryptionMethod[^>]*?Algorithm\s*=\s*["']([^"']+)["']/g)];
  const locked = methods.map(([, method = '']) => method).find((method) => !fontHiding.has(method));
  if (locked !== undefined) {
    throw new BookFault('unplayable', `the book is locked by its seller (DRM, ${locked})`);
  }
}
