import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { StoredBytes } from '../store/pack-store.ts';
import { readByteRange } from './byte-range.ts';

/** Read at once; more would only wait in memory for a slow line. */
const pieceBytes = 256 * 1024;

/**
 * Sends a file of the store, or the bytes of it that are asked for ([PKG18]): 200, 206, or 416 beyond its
 * end. Resolves when it is sent, or when nobody is there any more to take it.
 */
export async function sendStored(
  request: IncomingMessage,
  response: ServerResponse,
  { blobPath, size }: StoredBytes,
): Promise<void> {
  const range = readByteRange(request.headers.range ?? null, size);
  if (range.kind === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${size}`, 'content-length': 0 }).end();
    return;
  }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: size - 1 };
  response.writeHead(range.kind === 'part' ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    ...(range.kind === 'part' ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
  });
  if (size === 0) {
    response.end();
    return;
  }
  const bytes = createReadStream(blobPath, { start, end, highWaterMark: pieceBytes });
  await pipeline(bytes, response).catch(() => response.destroy());
}
