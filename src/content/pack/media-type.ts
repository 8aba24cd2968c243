/** What a file in a pack may be anywhere, by the end of its name. Nothing here runs code ([PKG8]). */
const mimeOfExtension = {
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
} as const;

/** What may lie, besides, in a folder of files that run code; anything else there is just bytes. */
const mimeOfCode: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  wasm: 'application/wasm',
  xml: 'text/xml',
  txt: 'text/plain',
  csv: 'text/csv',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  gif: 'image/gif',
  ico: 'image/x-icon',
  bmp: 'image/bmp',
  avif: 'image/avif',
  zim: 'application/x-zim',
};

type Extension = keyof typeof mimeOfExtension;
type PackMime = (typeof mimeOfExtension)[Extension];

export const htmlMime = 'text/html';
export const xmlMime = 'text/xml';
export const scriptMime = 'text/javascript';
export const zimMime = 'application/x-zim';
export const trackMime: PackMime = 'text/vtt';
export const lessonMime: PackMime = 'application/json';
export const svgMime: PackMime = 'image/svg+xml';

/** Extensions a pack may hold, for a sentence. */
export const packExtensions: readonly string[] = Object.keys(mimeOfExtension);

/** The mime type of a pack path, or null when packs don't carry such files. */
export function mimeOfPath(path: string): PackMime | null {
  const extension = extensionOf(path);
  return isExtension(extension) ? mimeOfExtension[extension] : null;
}

export const packageMime = 'application/oebps-package+xml';
export const pdfMime = 'application/pdf';

/**
 * The mime type of a file in the folder of a book. Its pages, styles, fonts and drawings are bytes there:
 * our player reads them and makes of them what the book says they are; as an address they run nothing
 * and show nothing.
 */
export function mimeOfBookPath(path: string): string {
  const extension = extensionOf(path);
  if (extension === 'opf') return packageMime;
  if (extension === 'pdf') return pdfMime;
  const mime = mimeOfPath(path);
  return mime === null || mime === svgMime ? 'application/octet-stream' : mime;
}

/** The mime type of a file in a folder whose files run code. */
export function mimeOfCodePath(path: string): string {
  return mimeOfPath(path) ?? mimeOfCode[extensionOf(path)] ?? 'application/octet-stream';
}

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

const isExtension = (text: string): text is Extension => Object.hasOwn(mimeOfExtension, text);

export const isPictureMime = (mime: string) => mime.startsWith('image/');
export const isAudioMime = (mime: string) => mime.startsWith('audio/');
export const isVideoMime = (mime: string) => mime.startsWith('video/');
