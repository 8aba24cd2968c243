import type { Reply, Request } from '../../shared/contracts/ipc/contract.ts';

/** One way into the station's process; gone when that process is. */
export interface StationPort {
  post(request: Request): void;
  close(): void;
}

/**
 * What one page has under way, kept here so that the page need not know when the station's process
 * dies and comes back ([WIN7]): its streams are asked for again, commands not yet sent wait, and a
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

export function createWindowLink(send: (reply: Reply) => void): WindowLink {
  const streams = new Map<number, Request>();
  const waiting = new Map<number, Request>();
  const underWay = new Set<number>();
  let port: StationPort | null = null;

  const refuse = (id: number, code: 'station.restarted' | 'unexpected') =>
    send({ kind: 'error', id, error: { code, facts: {} } });

  const post = (request: Request) => {
    if (request.kind === 'command') {
      if (port === null) waiting.set(request.id, request);
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
      const held = [...streams.values(), ...waiting.values()];
      waiting.clear();
      for (const request of held) post(request);
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
