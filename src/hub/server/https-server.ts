import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import { ReanError } from '../../shared/errors.ts';
import type { TlsFileContent } from '../site/site-files.ts';

/** Limits against clients that send slowly, too much, or never end ([HUB10]). */
const limits = {
  handshakeTimeout: 10_000,
  headersTimeout: 15_000,
  /** For a whole request with its body: 32 MiB over a slow LAN. */
  requestTimeout: 120_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
} as const;
/** Longer than any longpoll is silent. */
const idleMs = 60_000;
const mostConnections = 1024;
/** What a stop waits for requests under way, ms. */
const graceMs = 1000;

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** HTTPS with TLS 1.3 only: every client is ours, or a current one. */
export function httpsServer(tls: TlsFileContent, app: RequestListener): Server {
  const { certificate: cert, privateKey: key } = tls;
  const server = createServer({ ...limits, cert, key, minVersion: 'TLSv1.3' }, app);
  server.maxConnections = mostConnections;
  server.setTimeout(idleMs);
  server.on('clientError', (_error, socket) => refuseUnreadable(socket));
  return server;
}

/**
 * Resolves to the port, once connections are taken.
 * @throws ReanError `port.in-use`, or `config.invalid` with `problem: 'address' | 'not-permitted'`
 */
export function listen(server: Server, { host, port }: Address): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, { host, port })));
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Takes no more requests, lets those under way finish for a moment, then hangs up. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const hangUp = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(hangUp);
}

function refuseUnreadable(socket: Duplex): void {
  if (!socket.writable) return;
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function listenError(error: Error, { host, port }: Address): ReanError {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return new ReanError('port.in-use', { host, port }, error);
  const problem = code === 'EACCES' ? 'not-permitted' : 'address';
  return new ReanError('config.invalid', { host, port, problem }, error);
}
