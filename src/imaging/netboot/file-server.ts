import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { netbootInitrd, netbootKernel } from '../plan/installer-plan.ts';
import { bootScript } from './boot-script.ts';
import type { ServedFiles } from './served-files.ts';
import { Turns } from './turns.ts';

/** Systems are fetched a piece at a time, so that a cut costs one piece: bytes, as `installer/fetch` has it. */
export const pieceBytes = 8 * 1024 ** 2;
/** As `put` cuts what it writes; eight PCs at once ([PXE5]). */
const [atOnce, ofOnePc] = [6, 2] as const;
const mostConnections = 64;
/** Without a byte for so long, a PC is gone, ms. */
const silentMs = 30_000;

/** Whoever takes longer over one thing lets others go first, ms. */
const longestMs = 300_000;

/** A stretch of a file, or what stands in memory. */
type Resource =
  | { readonly bytes: Buffer }
  | { readonly path: string; readonly from: number; readonly length: number };

export interface FileServer {
  readonly server: Server;
  /** PCs that began, as they fetched an initrd. */
  readonly pcs: () => number;
}

/**
 * Serves what was checked, each thing under a name known beforehand ([PXE5]): no name that a PC asks for leads to a
 * file by itself. Nothing is taken from anybody.
 */
export async function makeFileServer(
  folder: string,
  served: ServedFiles,
  hub: string,
): Promise<FileServer> {
  const resources = await resourcesOf(folder, served, hub);
  const turns = new Turns(atOnce, ofOnePc);
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    void answer(request, response, { resources, turns, seen });
  });
  server.maxConnections = mostConnections;
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  server.keepAliveTimeout = 5_000;
  server.setTimeout(silentMs, (socket) => socket.destroy());
  return { server, pcs: () => seen.size };
}

async function resourcesOf(
  folder: string,
  { files, lists }: ServedFiles,
  hub: string,
): Promise<ReadonlyMap<string, Resource>> {
  const found = new Map<string, Resource>();
  found.set('/boot.ipxe', { bytes: Buffer.from(bootScript(hub)) });
  for (const list of lists) {
    found.set(`/rean/${list}`, { bytes: await readFile(join(folder, list)) });
  }
  const names: Readonly<Record<string, string>> = {
    [netbootKernel]: '/vmlinuz',
    [netbootInitrd]: '/initrd.img',
  };
  for (const { name, path, bytes } of files) {
    const whole = names[name];
    if (whole !== undefined) found.set(whole, { path, from: 0, length: bytes });
    else {
      for (let from = 0; from < bytes; from += pieceBytes) {
        const length = Math.min(pieceBytes, bytes - from);
        found.set(`/rean/${name}/${from / pieceBytes}`, { path, from, length });
      }
    }
  }
  return found;
}

interface Serving {
  readonly resources: ReadonlyMap<string, Resource>;
  readonly turns: Turns;
  readonly seen: Set<string>;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { resources, turns, seen }: Serving,
): Promise<void> {
  const { method, url = '' } = request;
  if (method !== 'GET' && method !== 'HEAD') return end(response, 405);
  const resource = resources.get(url);
  if (resource === undefined) return end(response, 404);
  response.setHeader('content-type', 'application/octet-stream');
  response.setHeader('cache-control', 'no-store');
  if ('bytes' in resource) {
    response.setHeader('content-length', resource.bytes.length);
    response.end(method === 'HEAD' ? undefined : resource.bytes);
    return;
  }
  response.setHeader('content-length', resource.length);
  if (method === 'HEAD') return end(response, 200);
  const pc = request.socket.remoteAddress ?? '';
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  // Who went before or during their turn asks again; there is nobody left to be told.
  try {
    const release = await turns.take(pc, gone.signal);
    try {
      if (url === '/initrd.img') seen.add(pc);
      const { path, from, length } = resource;
      const bytes = createReadStream(path, { start: from, end: from + length - 1 });
      await pipeline(bytes, response, { signal: AbortSignal.timeout(longestMs) });
    } finally {
      release();
    }
  } catch {
    response.destroy();
  }
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
