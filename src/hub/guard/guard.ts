import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Log } from '../../shared/ports.ts';
import type { PackFileAsk } from '../../shared/contracts/pack-files.ts';
import type { RecordingAsk } from '../../shared/contracts/recording-copy.ts';
import { asReanError } from '../../shared/errors.ts';
import type { CallerReader } from '../../sync/transport/site-server.ts';
import type { RegisteredStation } from '../registry.ts';
import type { Authenticator } from './authenticate.ts';
import type { BodiesAtHand } from './bodies-at-hand.ts';
import type { DatabaseDoor } from './database-door.ts';
import { isForBringing, permit } from './permit.ts';
import type { OpenDatabases } from './permit.ts';
import { closing, isRefusal, refuse, sendJson, sendRefusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { readRoute } from './route.ts';
import type { ApiName, Asked, Route } from './route.ts';
import type { UnderWay } from './under-way.ts';

/** What the hub tells whoever has no certificate yet ([ENR2]). */
export interface StrangersApi {
  offer(): Promise<unknown>;
  ask(request: IncomingMessage): Promise<Refusal | unknown>;
}

/** The hub's own API, apart from the databases. */
export interface HubApi {
  /** @param known whether a station of the site asks; anybody else is told the least */
  health(known: boolean): Promise<unknown>;
  /** Sends a file of an installed pack. */
  packFile(
    ask: PackFileAsk,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Refusal | null>;
  /** Takes or gives learners' sealed recordings; null once a file was sent. */
  recording(
    ask: RecordingAsk,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Refusal | object | null>;
  call(
    name: ApiName,
    station: RegisteredStation,
    asked: { readonly query: URLSearchParams; readonly request: IncomingMessage },
    response: ServerResponse,
  ): Promise<Refusal | unknown>;
}

export interface GuardOptions {
  /** Whose certificate a request came with. */
  readonly callerOf: CallerReader;
  readonly authenticator: Authenticator;
  readonly databases: OpenDatabases;
  readonly api: HubApi;
  readonly strangers: StrangersApi;
  readonly door: DatabaseDoor;
  /** What `GET /` tells: the hub's identity in a client's checkpoints. */
  readonly welcome: object;
  readonly bodies: BodiesAtHand;
  readonly underWay: UnderWay;
  readonly log: Log;
}

/**
 * The one way in: reads what is asked, who asks, whether they may, and only then serves it; all else
 * is refused ([HUB1]–[HUB3]). Bodies are read last of all.
 */
export function guard(options: GuardOptions): RequestHandler {
  return (request, response, next) => {
    serve(options, request, response, next).catch((error: unknown) => {
      const { code } = asReanError(error);
      const gone = request.destroyed || response.destroyed;
      if (!gone && !options.underWay.closing)
        options.log.error('request.failed', { code, detail: String(error) });
      sendRefusal(response, refusalFor(code));
    });
  };
}

async function serve(
  options: GuardOptions,
  ...[request, response, next]: Parameters<RequestHandler>
): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  if (options.underWay.closing) return sendRefusal(response, closing);
  const asked = readRoute(request.method, request.url);
  const answered = answer(options, asked, [request, response, next]);
  await (isRefusal(asked) || isHeldOpen(asked.route) ? answered : options.underWay.add(answered));
}

const held: readonly ApiName[] = ['notice', 'live', 'look', 'orders'];

/** What waits for something to move, or for a slow line: it has nothing to write, and ends with its connection. */
function isHeldOpen(route: Route): boolean {
  if (route.kind === 'changes' || route.kind === 'pack-file') return true;
  return route.kind === 'api' && held.includes(route.name);
}

async function answer(
  options: GuardOptions,
  asked: Asked | Refusal,
  [request, response, next]: Parameters<RequestHandler>,
): Promise<void> {
  if (!isRefusal(asked) && asked.route.kind === 'health') {
    const known = options.authenticator.knows(options.callerOf(request));
    sendJson(response, 200, await options.api.health(known));
    return;
  }
  const address = request.socket.remoteAddress ?? '';
  if (!isRefusal(asked) && asked.route.kind === 'enrol') {
    const told = await serveStranger(options, asked.route.part, { request, address });
    const refusal = sendAnswer(response, told);
    if (refusal) sendRefusal(response, refusal);
    return;
  }
  const station = options.authenticator.check(options.callerOf(request), address);
  if (isRefusal(station)) return sendRefusal(response, station);
  if (isRefusal(asked)) return sendRefusal(response, asked);
  const refusal = await options.bodies.while(request, station.station, () =>
    serveStation(options, station, asked, [request, response, next]),
  );
  if (refusal) sendRefusal(response, refusal);
}

/** Counted like any request without a right certificate, before its body is read. */
async function serveStranger(
  { authenticator, strangers }: GuardOptions,
  part: 'offer' | 'ask',
  { request, address }: { readonly request: IncomingMessage; readonly address: string },
): Promise<Refusal | unknown> {
  const refusal = authenticator.checkStranger(address);
  if (refusal) return refusal;
  return part === 'offer' ? strangers.offer() : strangers.ask(request);
}

async function serveStation(
  { databases, api, door, welcome }: GuardOptions,
  station: RegisteredStation,
  { route, query }: Asked,
  [request, response, next]: Parameters<RequestHandler>,
): Promise<Refusal | null> {
  if (station.bringsOnly && !isForBringing(route)) {
    return refuse.forbidden('Another PC goes on as this station; what was recorded here is taken.');
  }
  switch (route.kind) {
    case 'health':
    case 'enrol':
      return null;
    case 'root':
      sendJson(response, 200, welcome);
      return null;
    case 'pack-file':
      return api.packFile(route.ask, request, response);
    case 'recording': {
      const told = await api.recording(route.ask, request, response);
      return told === null ? null : sendAnswer(response, told);
    }
    case 'api': {
      const told = await api.call(route.name, station, { query, request }, response);
      return sendAnswer(response, told);
    }
    default: {
      const refusal = permit(route, station.station, databases);
      return (
        refusal ?? door.serve({ route, query, station: station.station }, [request, response, next])
      );
    }
  }
}

function sendAnswer(response: ServerResponse, answer: unknown): Refusal | null {
  if (typeof answer === 'object' && answer !== null && isRefusal(answer)) return answer;
  if (!response.destroyed) sendJson(response, 200, answer);
  return null;
}

function refusalFor(code: string): Refusal {
  if (code === 'store.full') return refuse.full('The hub’s disk is full. Keep it, and try later.');
  if (code.startsWith('store.')) return refuse.unavailable('The hub’s store does not answer.');
  return refuse.broken('The hub could not do that; see its log.');
}
