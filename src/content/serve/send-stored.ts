import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
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
  try {
    if (size > 0) await sendPart(response, blobPath, start, end + 1);
    response.end();
  } catch {
    response.destroy();
  }
}

async function sendPart(
  response: ServerResponse,
  path: string,
  start: number,
  end: number,
): Promise<void> {
  const file = await open(path);
  try {
    await sendBytes(response, file, start, end);
  } finally {
    await file.close();
  }
}

/**
 * Two buffers, used again and again: one is read into while the other is sent. A stream's, new for each
 * piece, made half of what handing out a pack costs (docs/bench.md). Rejects once nobody takes it any more.
 */
async function sendBytes(
  response: ServerResponse,
  file: FileHandle,
  start: number,
  end: number,
): Promise<void> {
  const length = Math.min(pieceBytes, end - start);
  const buffers: Buffer[] = [];
  let sent: Promise<void> = Promise.resolve();
  for (let at = start, turn = 0; at < end; turn = 1 - turn) {
    const buffer = (buffers[turn] ??= Buffer.allocUnsafeSlow(length));
    const { bytesRead } = await file.read(buffer, 0, Math.min(length, end - at), at);
    if (bytesRead === 0) throw new Error('shorter than it was');
    await sent;
    sent = written(response, buffer.subarray(0, bytesRead));
    // heard of when the next piece is there
    sent.catch(() => undefined);
    at += bytesRead;
  }
  await sent;
}

/** Resolves once the bytes are on their way and their buffer is free again. */
function written(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('nobody takes it any more'));
    response.once('close', gone);
    response.write(bytes, (error) => {
      response.off('close', gone);
      if (error) reject(error);
      else resolve();
    });
    if (response.destroyed) gone();
  });
}
