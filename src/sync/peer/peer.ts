import type * as z from 'zod';
import { peerLiveSchema } from '../../shared/contracts/live-seat.ts';
import type { LiveReport } from '../../shared/contracts/live-seat.ts';
import {
  peerBatchSchema,
  peerLimits,
  peerPaths,
  peerVectorSchema,
} from '../../shared/contracts/peer-api.ts';
import type { PeerAsk, PeerBatch, PeerVector } from '../../shared/contracts/peer-api.ts';
import { peerOrderAnswerSchema } from '../../shared/contracts/seat-order.ts';
import type { CarriedOrder, PeerOrderAnswer } from '../../shared/contracts/seat-order.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import { parseAnswer, pathOnly } from '../transport/parse-answer.ts';
import type { HubRequest, Transport } from '../transport/transport.ts';

/** Another station of the lab, as it was found. */
export interface PeerAddress {
  readonly station: StationId;
  /** `https://host:port`. */
  readonly url: string;
}

/** A peer that does not answer by then is not there, ms. */
const quietMs = 4000;

/**
 * Another station's routes. Rejects with a ReanError, as {@link Transport.send} does;
 * `hub.refused` when it does not take this station for a peer, `hub.protocol` for strange answers.
 */
export class Peer {
  readonly station: StationId;
  readonly #transport: Transport;

  /** @param transport reaches this station and no other: its certificate says so */
  constructor(station: StationId, transport: Transport) {
    this.station = station;
    this.#transport = transport;
  }

  /** What it holds. @throws ReanError `hub.*`, also when it answers in another's name */
  async vector(signal: AbortSignal): Promise<PeerVector> {
    const vector = await this.#ask(peerVectorSchema, {
      method: 'GET',
      path: peerPaths.vector,
      signal,
    });
    if (vector.station === this.station) return vector;
    throw new ReanError('hub.protocol', { reason: 'another station', station: vector.station });
  }

  events(ask: PeerAsk, signal: AbortSignal): Promise<PeerBatch> {
    const body = JSON.stringify(ask);
    return this.#ask(peerBatchSchema, { method: 'POST', path: peerPaths.events, body, signal });
  }

  /** What its seat does now; null where it has none. @throws ReanError as {@link vector} */
  async live(signal: AbortSignal): Promise<LiveReport | null> {
    const ask = { method: 'GET', path: peerPaths.live, signal } as const;
    const { station, report } = await this.#ask(peerLiveSchema, ask);
    if (station === this.station) return report;
    throw new ReanError('hub.protocol', { reason: 'another station', station });
  }

  /** Has its seat do what staff signed, and says what came of it. @throws ReanError as {@link vector} */
  async order(carried: CarriedOrder, signal: AbortSignal): Promise<PeerOrderAnswer> {
    const body = JSON.stringify(carried);
    const ask = { method: 'POST', path: peerPaths.order, body, signal } as const;
    const taken = await this.#ask(peerOrderAnswerSchema, ask);
    if (taken.station === this.station) return taken;
    throw new ReanError('hub.protocol', { reason: 'another station', station: taken.station });
  }

  async #ask<Answer>(
    schema: z.ZodType<Answer>,
    request: Pick<HubRequest, 'method' | 'path' | 'body' | 'signal'>,
  ): Promise<Answer> {
    const json = { accept: 'application/json' };
    const typed = { ...json, 'content-type': 'application/json' };
    const headers = request.body === undefined ? json : typed;
    const bounds = { timeoutMs: quietMs, mostBytes: peerLimits.answerBytes };
    const response = await this.#transport.send({ ...request, ...bounds, headers });
    if (response.status === 401 || response.status === 403) {
      throw new ReanError('hub.refused', { path: pathOnly(request.path), status: response.status });
    }
    return parseAnswer(schema, request.path, response);
  }
}
