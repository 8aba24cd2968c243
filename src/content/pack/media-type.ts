/** What a file in a pack may be, by the end of its name. Nothing here runs code ([PKG8]). */
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

type Extension = keyof typeof mimeOfExtension;
export type PackMime = (typeof mimeOfExtension)[Extension];

export const lessonMime: PackMime = 'application/json';
export const svgMime: PackMime = 'image/svg+xml';

/** Extensions a pack may hold, for a sentence. */
export const packExtensions: readonly string[] = Object.keys(mimeOfExtension);

/** The mime type of a pack path, or null when packs don't carry such files. */
export function mimeOfPath(path: string): PackMime | null {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return isExtension(extension) ? mimeOfExtension[extension] : null;
}

const isExtension = (text: string): text is Extension => Object.hasOwn(mimeOfExtension, text);

export const isPictureMime = (mime: string) => mime.startsWith('image/');
export const isAudioMime = (mime: string) => mime.startsWith('audio/');
