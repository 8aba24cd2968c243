import { peerAskSchema, peerPaths } from '../../shared/contracts/peer-api.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { carriedOrderSchema } from '../../shared/contracts/seat-order.ts';
import { asReanError } from '../../shared/errors.ts';
import type { HubRequest, HubResponse } from '../transport/transport.ts';
import type { PeerDesk } from './peer-desk.ts';

export interface PeerRequest extends Pick<HubRequest, 'path' | 'body'> {
  readonly method: string;
  /** Whether a supervisor's station asks: what somebody does now is told to no other. */
  readonly supervises?: boolean;
}

/**
 * Answers a peer that has shown who it is: four routes and nothing else ([PER2]). Never rejects; says
 * nothing of why, but that it can't now.
 */
export async function answerPeer(
  desk: PeerDesk,
  { method, path, body, supervises = false }: PeerRequest,
): Promise<HubResponse> {
  if (path === peerPaths.vector) {
    return method === 'GET' ? answer(200, desk.vector()) : refusal(405, 'method');
  }
  if (path === peerPaths.live) {
    if (!supervises) return refusal(403, 'forbidden');
    return method === 'GET' ? answer(200, desk.live()) : refusal(405, 'method');
  }
  if (path === peerPaths.order) {
    if (!supervises) return refusal(403, 'forbidden');
    return method === 'POST' ? answerOrder(desk, body ?? '') : refusal(405, 'method');
  }
  if (path !== peerPaths.events) return refusal(404, 'not-found');
  if (method !== 'POST') return refusal(405, 'method');
  const ask = readNewer(peerAskSchema, jsonOf(body ?? ''));
  if (!ask.success) return refusal(400, 'bad-request');
  try {
    return answer(200, await desk.events(ask.data));
  } catch (error) {
    return refusal(503, asReanError(error).code);
  }
}

async function answerOrder(desk: PeerDesk, body: string): Promise<HubResponse> {
  const carried = readNewer(carriedOrderSchema, jsonOf(body));
  if (!carried.success) return refusal(400, 'bad-request');
  try {
    const taken = await desk.order(carried.data);
    return taken === null ? refusal(404, 'not-found') : answer(200, taken);
  } catch (error) {
    return refusal(503, asReanError(error).code);
  }
}

/** A refusal as a hub words it. */
export function refusal(status: number, error: string): HubResponse {
  return answer(status, { error, reason: 'A peer has four routes, for stations of its site.' });
}

function answer(status: number, value: unknown): HubResponse {
  return { status, text: JSON.stringify(value) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
