import { Authorities } from '../transport/authorities.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { peerLimits } from '../../shared/contracts/peer-api.ts';
import { packFileRoots, readPackFilePath } from '../../shared/contracts/pack-files.ts';
import type { PackFileAsk } from '../../shared/contracts/pack-files.ts';
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
  /** Whether this station may see what seats do; none may where it is left out. */
  readonly supervises?: (station: StationId) => boolean;
  /** Sends a file of an installed pack; false where it isn't here. None is sent where this is left out. */
  readonly packFile?: SendPackFile | undefined;
  readonly clock: Clock;
}

/** Answers a request with a file of a pack. */
export type SendPackFile = (
  ask: PackFileAsk,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean>;

export interface PeerServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A lab has eight stations; a flood of connections must not take this one down ([PER10]). */
const mostConnections = 64;
const limits = { handshakeTimeout: 5000, headersTimeout: 5000, requestTimeout: 10_000 } as const;

/**
 * Answers peers over mutual TLS: four routes and files of packs, bounded bodies, so many questions a station and second
 * ([PER10]).
 * @throws ReanError `port.in-use`, `config.invalid`
 */
export async function startPeerServer(
  options: PeerServerOptions,
  address: Address,
): Promise<PeerServer> {
  const callerOf = callerReader(options.authorities ?? Authorities.of(options.tls));
  const rate = new AskingRate(options.clock, mostInWindow);
  const fileRate = new AskingRate(options.clock, mostFilesInWindow);
  const server = siteServer(
    options.tls,
    (request, response) => {
      respond({ request, response }, { ...options, callerOf, rate, fileRate })
        .then((answer) => (answer === null ? undefined : send(response, answer)))
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
  readonly fileRate: AskingRate;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Null where the answer was sent. */
async function respond(
  { request, response }: Exchange,
  { desk, admits, supervises, callerOf, rate, fileRate, packFile }: Asked,
): Promise<HubResponse | null> {
  const caller = callerOf(request);
  if (caller === null) return refusal(401, 'unauthorized');
  if (caller.role !== 'station' || !admits(caller)) return refusal(403, 'forbidden');
  const ask = packFile === undefined ? null : packAskOf(request);
  if (ask !== null && packFile !== undefined) {
    if (!fileRate.admits(caller.station)) return refusal(429, 'too-many-requests');
    return (await packFile(ask, request, response)) ? null : refusal(404, 'not-found');
  }
  if (!rate.admits(caller.station)) return refusal(429, 'too-many-requests');
  const body = await readBody(request);
  if (body === null) return refusal(413, 'too-large');
  return answerPeer(desk, {
    method: request.method ?? '',
    path: request.url ?? '',
    body,
    supervises: supervises?.(caller.station) ?? false,
  });
}

const packRoot = `${packFileRoots.peer}/`;

function packAskOf({ method, url = '' }: IncomingMessage): PackFileAsk | null {
  if (method !== 'GET' || !url.startsWith(packRoot)) return null;
  return readPackFilePath(url.slice(packRoot.length));
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
/** A pack may be thousands of small files. */
const mostFilesInWindow = 600;

/** How often each station has asked in the present second. */
class AskingRate {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #asked = new Map<StationId, number>();
  #since = 0;

  constructor(clock: Clock, most: number) {
    this.#clock = clock;
    this.#most = most;
  }

  admits(station: StationId): boolean {
    const now = this.#clock.monotonicMs();
    if (now - this.#since > windowMs) {
      this.#asked.clear();
      this.#since = now;
    }
    const asked = (this.#asked.get(station) ?? 0) + 1;
    this.#asked.set(station, asked);
    return asked <= this.#most;
  }
}
