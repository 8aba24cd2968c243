import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Disk } from '../../../content/disk/disk.ts';
import { previewAskSchema, previewPaths } from '../../../shared/contracts/preview-api.ts';
import { asReanError } from '../../../shared/errors.ts';
import type { PreviewDesk } from './preview-desk.ts';

export interface PreviewParts {
  readonly disk: Disk;
  readonly desk: PreviewDesk;
  /** Where the built pages are: `dist/renderer`. */
  readonly pages: string;
  /** Calls back whenever a file of the source was written; returns how to stop. */
  readonly watch: (changed: () => void) => () => void;
}

export interface PreviewServer {
  /** What to open in a browser of this PC. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the preview to this PC alone ([AUT5]): to browsers that ask for it by its own address, so that no
 * page of another site can read an author's files.
 * @param port 0 takes any that is free
 */
export async function servePreview(parts: PreviewParts, port: number): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const stopWatching = parts.watch(() => {
    for (const listener of listeners) listener.write(changed);
  });
  const server = createServer((request, response) => {
    const taken = answer(parts, listeners, request, response);
    taken.catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', done);
  });
  return {
    address: `http://localhost:${portOf(server.address())}/`,
    async close() {
      stopWatching();
      for (const listener of listeners) listener.end();
      await new Promise<void>((done) => void server.close(() => done()));
    },
  };
}

const changed = 'event: changed\ndata:\n\n';

const portOf = (address: AddressInfo | string | null) =>
  typeof address === 'object' && address !== null ? address.port : 0;

async function answer(
  parts: PreviewParts,
  listeners: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = request.headers.host ?? '';
  if (!/^(?:localhost|127\.0\.0\.1):\d+$/u.test(host)) return void response.writeHead(403).end();
  const { pathname } = new URL(request.url ?? '/', `http://${host}`);
  if (pathname === previewPaths.changes) return listen(listeners, response);
  if (pathname === previewPaths.ask) return ask(parts.desk, request, response);
  if (pathname === previewPaths.state) return send(response, await parts.desk.state());
  if (pathname.startsWith(previewPaths.files)) {
    const path = decodeURIComponent(pathname.slice(previewPaths.files.length));
    return file(response, await parts.desk.file(path));
  }
  return file(response, await page(parts, pathname));
}

function listen(listeners: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(changed);
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
}

async function ask(
  desk: PreviewDesk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isOurs = request.headers['content-type'] === 'application/json';
  if (request.method !== 'POST' || !isOurs) return void response.writeHead(403).end();
  try {
    const asked = previewAskSchema.parse(JSON.parse(await text(request)));
    send(response, { kind: 'value', value: await desk.answer(asked) });
  } catch (error) {
    const { code, facts } = asReanError(error);
    send(response, { kind: 'error', error: { code, facts } });
  }
}

function send(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

interface ServedFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
}

function file(response: ServerResponse, found: ServedFile | null): void {
  if (found === null) return void response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': found.mime,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'",
  });
  response.end(found.bytes);
}

const mimes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** The built page and its parts; nothing else of the app. */
async function page({ disk, pages }: PreviewParts, path: string): Promise<ServedFile | null> {
  const name = path === '/' ? 'preview/index.html' : path.slice(1);
  const isPart = path === '/' || /^assets\/[\w.-]+$/u.test(name);
  const bytes = isPart ? await disk.readFile(join(pages, name)) : null;
  return bytes === null
    ? null
    : { bytes, mime: mimes[extname(name)] ?? 'application/octet-stream' };
}
