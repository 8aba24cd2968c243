import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { PackBody } from './serve-pack-file.ts';

/** The bytes of an answer as a web stream, fit for a `Response`; null where there are none. */
export function openBody(body: PackBody | null): ReadableStream | null {
  if (body === null) return null;
  if ('bytes' in body) return new Blob([body.bytes]).stream();
  if (body.length === 0) return null;
  const { blobPath, start, length } = body;
  return Readable.toWeb(createReadStream(blobPath, { start, end: start + length - 1 }));
}
