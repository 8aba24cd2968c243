import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Authorities } from './authorities.ts';
import type { CertificateHolder } from './site-certificate.ts';

/** Limits against clients that send slowly, too much, or never end ([HUB10]). */
const usualLimits = {
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

/**
 * HTTPS over TLS 1.3 that asks its clients for a certificate. A client without one, or with a foreign
 * one, gets in too, so that it can be told in words; who it is says {@link callerReader}.
 * @param limits other ones than usual
 */
export function siteServer(
  tls: SiteTls,
  app: RequestListener,
  limits: Partial<Record<keyof typeof usualLimits, number>> = {},
): Server {
  const mutual = { ...secureContextOf(tls), requestCert: true } as const;
  const server = createServer(
    { ...usualLimits, ...limits, ...mutual, rejectUnauthorized: false },
    app,
  );
  server.maxConnections = mostConnections;
  server.setTimeout(idleMs);
  server.on('clientError', refuseUnreadable);
  // Without this one that stopped in its handshake would be kept for ever: what is said to it waits
  // for the handshake's end.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  open.set(server, openConnections(server));
  return server;
}

/** What a server shows and asks for, also one that goes on with another certificate. */
export function secureContextOf({ ca, also = [], certificate: cert, privateKey: key }: SiteTls) {
  return { ca: [ca, ...also], cert, key, minVersion: 'TLSv1.3' as const };
}

/** Every connection of a server, those still shaking hands too, which Node's HTTP doesn't know of. */
const open = new WeakMap<Server, ReadonlySet<Socket>>();

function openConnections(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/** Tells whose certificate a request came with; null for none, or none of this site's. */
export type CallerReader = (request: IncomingMessage) => CertificateHolder | null;

/** Reads callers' certificates off their connections, once for each and whenever other authorities count. */
export function callerReader(authorities: Authorities): CallerReader {
  const known = new WeakMap<object, KnownCaller>();
  return ({ socket }) => {
    if (!(socket instanceof TLSSocket)) return null;
    const { certificates } = authorities;
    const held = known.get(socket);
    if (held?.certificates === certificates) return held.holder;
    const certificate = socket.getPeerX509Certificate();
    const holder = certificate ? authorities.holderOf(certificate) : null;
    known.set(socket, { holder, certificates });
    return holder;
  };
}

interface KnownCaller extends Pick<Authorities, 'certificates'> {
  readonly holder: CertificateHolder | null;
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
  const hangUp = setTimeout(() => {
    for (const socket of open.get(server) ?? []) socket.destroy();
  }, graceMs);
  await closed;
  clearTimeout(hangUp);
}

function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return;
  const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const status = slow ? '408 Request Timeout' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function listenError(error: Error, { host, port }: Address): ReanError {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return new ReanError('port.in-use', { host, port }, error);
  const problem = code === 'EACCES' ? 'not-permitted' : 'address';
  return new ReanError('config.invalid', { host, port, problem }, error);
}
