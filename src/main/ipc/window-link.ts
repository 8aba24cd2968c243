import { answerLimitMs } from '../../shared/contracts/ipc/contract.ts';
import type { Reply, Request } from '../../shared/contracts/ipc/contract.ts';

/** One way into the station's process; gone when that process is. */
export interface StationPort {
  post(request: Request): void;
  close(): void;
}

/**
 * What one page has under way, kept here so that the page need not know when the station's process
 * dies and comes back ([WIN7]): its streams are asked for again, commands not yet sent wait as long as the page does, and a
 * command that was under way is answered with `station.restarted`, as nobody can tell its outcome.
 */
export interface WindowLink {
  /** A checked request of the page. */
  request(request: Request): void;
  /** The station is there: everything waiting goes out. */
  attach(port: StationPort): void;
  /** A checked answer of the station. */
  answer(reply: Reply): void;
  /** The station is gone. */
  detach(): void;
  /** The page is gone or begins anew: nothing of it is left to answer. */
  forget(): void;
}

/** More than any page has under way at once; past it, something is wrong with the page. */
const maxOpen = 256;

/** The page began to wait a little before its request came here, ms. */
const aheadMs = 1_000;

type Command = Extract<Request, { kind: 'command' }>;

interface Waiting {
  readonly request: Command;
  /** From then on nobody waits for its answer: a passphrase typed then lets nobody in now. */
  readonly overMs: number;
}

/** @param nowMs the app's monotonic clock */
export function createWindowLink(
  send: (reply: Reply) => void,
  nowMs: () => number = () => performance.now(),
): WindowLink {
  const streams = new Map<number, Request>();
  const waiting = new Map<number, Waiting>();
  const underWay = new Set<number>();
  let port: StationPort | null = null;

  const refuse = (id: number, code: 'station.restarted' | 'unexpected') =>
    send({ kind: 'error', id, error: { code, facts: {} } });

  const post = (request: Request) => {
    if (request.kind === 'command') {
      const overMs = nowMs() + answerLimitMs(request.name) - aheadMs;
      if (port === null) waiting.set(request.id, { request, overMs });
      else underWay.add(request.id);
    }
    port?.post(request);
  };

  return {
    request(request) {
      if (request.kind === 'unsubscribe') {
        if (streams.delete(request.id)) post(request);
        return;
      }
      if (streams.size + waiting.size + underWay.size >= maxOpen) {
        refuse(request.id, 'unexpected');
        return;
      }
      if (request.kind === 'subscribe') streams.set(request.id, request);
      post(request);
    },
    attach(opened) {
      port = opened;
      const wanted = [...waiting.values()].filter(({ overMs }) => nowMs() < overMs);
      waiting.clear();
      for (const request of streams.values()) post(request);
      for (const { request } of wanted) post(request);
    },
    answer(reply) {
      underWay.delete(reply.id);
      if (reply.kind === 'error') streams.delete(reply.id);
      send(reply);
    },
    detach() {
      port = null;
      const lost = [...underWay];
      underWay.clear();
      for (const id of lost) refuse(id, 'station.restarted');
    },
    forget() {
      port?.close();
      port = null;
      streams.clear();
      waiting.clear();
      underWay.clear();
    },
  };
}
