import type { IncomingMessage } from 'node:http';
import { isPlain } from './bodies.ts';
import { isRefusal, refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/**
 * Reads a request's JSON.
 * @param mostBytes more than this is answered 413 and not read on
 */
export async function readJson(
  request: IncomingMessage,
  mostBytes: number,
): Promise<{ readonly json: unknown; readonly bytes: number } | Refusal> {
  const bytes = await readBytes(request, mostBytes);
  return isRefusal(bytes) ? bytes : parseJson(bytes);
}

/** {@link readJson}, not yet parsed. */
export async function readBytes(
  request: IncomingMessage,
  mostBytes: number,
): Promise<Buffer | Refusal> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return refuse.encoding('Send bodies uncompressed.');
  const tooLarge = refuse.tooLarge(`A request may have ${mostBytes} bytes. Send smaller batches.`, {
    Connection: 'close',
  });
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return tooLarge;
  return (await readUpTo(request, mostBytes)) ?? tooLarge;
}

async function readUpTo(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The socket must live on to carry the refusal.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBytes) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

export function parseJson(
  bytes: Buffer,
): { readonly json: unknown; readonly bytes: number } | Refusal {
  try {
    // A stock client may POST with no body at all.
    const json: unknown = bytes.length === 0 ? {} : JSON.parse(strictUtf8.decode(bytes));
    return isPlain(json)
      ? { json, bytes: bytes.length }
      : refuse.badRequest('The body is nested too deep.');
  } catch {
    return refuse.badRequest('The body is not JSON.');
  }
}
