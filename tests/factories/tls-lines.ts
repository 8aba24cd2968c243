import { X509Certificate } from 'node:crypto';
import type { AddressInfo, Server, Socket } from 'node:net';
import { expect } from 'vitest';
import type { SiteTls } from '../../src/shared/contracts/station-config.ts';
import { fingerprintOf } from '../../src/sync/transport/site-certificate.ts';
import { Authorities } from '../../src/sync/transport/authorities.ts';
import { callerReader, siteServer } from '../../src/sync/transport/site-server.ts';

/** Servers and clients of one test, closed when it is over. */
export class TestLines {
  #closing: (() => void)[] = [];

  add(close: () => void): void {
    this.#closing.push(close);
  }

  /** Listens on a free port; gives the port. */
  listen(server: Server): Promise<number> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => sockets.add(socket));
    this.add(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(portOf(server)));
    });
  }

  closeAll(): void {
    for (const close of this.#closing) close();
    this.#closing = [];
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** What a noting server answers. */
export const noStations = { stations: [], quarantined: 0, unfolded: 0, hubDiskUsedPart: null };

/** A server that notes whom it answers. */
export async function notingServer(
  lines: TestLines,
  tls: SiteTls,
): Promise<{ port: number; callers: unknown[] }> {
  const callers: unknown[] = [];
  const callerOf = callerReader(Authorities.of(tls));
  const port = await lines.listen(
    siteServer(tls, (request, response) => {
      callers.push(callerOf(request));
      response.end(JSON.stringify(noStations));
    }),
  );
  return { port, callers };
}

export const failure = (code: string, facts: object = {}): unknown =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });

export const hashOf = ({ certificate }: SiteTls): string =>
  fingerprintOf(new X509Certificate(certificate));
