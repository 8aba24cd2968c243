import { Authorities } from '../transport/authorities.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { peerLimits } from '../../shared/contracts/peer-api.ts';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { StationHolder } from '../transport/site-certificate.ts';
import { callerReader, listen, siteServer, stopListening } from '../transport/site-server.ts';
import type { Address, CallerReader } from '../transport/site-server.ts';
import type { HubResponse } from '../transport/transport.ts';
import { answerPeer, refusal } from './answer-peer.ts';
import type { PeerDesk } from './peer-desk.ts';

export interface PeerServerOptions {
  readonly desk: PeerDesk;
  readonly tls: SiteTls;
  /** Whose certificates count, where that may change meanwhile; those of `tls` unless given. */
  readonly authorities?: Authorities;
  /** Whether this station may ask: enabled, with the certificate it is known by. */
  readonly admits: (caller: StationHolder) => boolean;
  readonly clock: Clock;
}

export interface PeerServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A lab has eight stations; a flood of connections must not take this one down ([PER10]). */
const mostConnections = 64;
const limits = { handshakeTimeout: 5000, headersTimeout: 5000, requestTimeout: 10_000 } as const;

/**
 * Answers peers over mutual TLS: two routes, bounded bodies, so many questions a station and second
 * ([PER10]).
 * @throws ReanError `port.in-use`, `config.invalid`
 */
export async function startPeerServer(
  options: PeerServerOptions,
  address: Address,
): Promise<PeerServer> {
  const callerOf = callerReader(options.authorities ?? Authorities.of(options.tls));
  const rate = new AskingRate(options.clock);
  const server = siteServer(
    options.tls,
    (request, response) => {
      respond(request, { ...options, callerOf, rate })
        .then((answer) => send(response, answer))
        .catch(() => response.destroy());
    },
    limits,
  );
  server.maxConnections = mostConnections;
  const port = await listen(server, address);
  return { port, close: () => stopListening(server) };
}

interface Asked extends PeerServerOptions {
  readonly callerOf: CallerReader;
  readonly rate: AskingRate;
}

async function respond(
  request: IncomingMessage,
  { desk, admits, callerOf, rate }: Asked,
): Promise<HubResponse> {
  const caller = callerOf(request);
  if (caller === null) return refusal(401, 'unauthorized');
  if (caller.role !== 'station' || !admits(caller)) return refusal(403, 'forbidden');
  if (!rate.admits(caller.station)) return refusal(429, 'too-many-requests');
  const body = await readBody(request);
  if (body === null) return refusal(413, 'too-large');
  return answerPeer(desk, { method: request.method ?? '', path: request.url ?? '', body });
}

/** Null when it is larger than any question. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > peerLimits.askBytes) return null;
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, text }: HubResponse): void {
  const body = Buffer.from(text, 'utf8');
  const refused = status >= 400 ? { connection: 'close' } : {};
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...refused,
  });
  response.end(body);
}

const windowMs = 1000;
const mostInWindow = 60;

/** How often each station has asked in the present second. */
class AskingRate {
  readonly #clock: Clock;
  readonly #asked = new Map<StationId, number>();
  #since = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  admits(station: StationId): boolean {
    const now = this.#clock.monotonicMs();
    if (now - this.#since > windowMs) {
      this.#asked.clear();
      this.#since = now;
    }
    const asked = (this.#asked.get(station) ?? 0) + 1;
    this.#asked.set(station, asked);
    return asked <= mostInWindow;
  }
}
