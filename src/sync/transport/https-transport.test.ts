import { createServer } from 'node:https';
import type { Server } from 'node:https';
import { createServer as createHttpServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server as NetServer, Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { certificateFingerprint, makeHubCertificate } from '../../hub/site/hub-certificate.ts';
import { generationSchema, stationIdSchema } from '../../shared/ids.ts';
import { HubClient } from './hub-client.ts';
import { httpsTransport } from './https-transport.ts';

const station = stationIdSchema.parse('st-abcdefgh');
const patient = { requestMs: 20_000, longpollMs: 20_000 };
const impatient = { requestMs: 200, longpollMs: 400 };
const otherFingerprint = '0'.repeat(64);

let tls: { readonly certificate: string; readonly privateKey: string };
let fingerprint: string;
let closing: (() => void)[] = [];

beforeAll(async () => {
  tls = await makeHubCertificate([], seededRandomness(1));
  fingerprint = certificateFingerprint(tls.certificate);
});
afterEach(() => {
  for (const close of closing) close();
  closing = [];
});

/** Listens on a free port; gives the port. */
function listen(server: NetServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server)));
  });
}

function portOf(server: NetServer): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function secureServer(answer: RequestListener): Server {
  return createServer({ cert: tls.certificate, key: tls.privateKey }, answer);
}

function client(port: number, pinned = fingerprint, patience = patient): HubClient {
  const transport = httpsTransport({ url: `https://127.0.0.1:${port}`, fingerprint: pinned });
  closing.push(() => transport.close());
  return new HubClient(transport, { station, token: 'dG9rZW4=' }, patience);
}

const failure = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });

describe('HTTPS to the hub', () => {
  it('[SYN11] sends credentials to the server whose certificate is pinned', async () => {
    const seen: unknown[] = [];
    const port = await listen(
      secureServer((request, response) => {
        seen.push([request.url, request.headers.authorization]);
        response.end(JSON.stringify({ stations: [], quarantined: 0, unfolded: 0 }));
      }),
    );
    const hub = client(port);
    expect(await hub.stations()).toEqual({ stations: [], quarantined: 0, unfolded: 0 });
    await hub.stations();
    const basic = `Basic ${Buffer.from('st-abcdefgh:dG9rZW4=').toString('base64')}`;
    expect(seen).toEqual([
      ['/v1/stations', basic],
      ['/v1/stations', basic],
    ]);
  });

  it('[SYN11] sends nothing at all to a server with another certificate', async () => {
    let requests = 0;
    const port = await listen(
      secureServer((_request, response) => {
        requests += 1;
        response.end('{}');
      }),
    );
    await expect(client(port, otherFingerprint).hello()).rejects.toEqual(
      failure('hub.certificate-mismatch'),
    );
    expect(requests).toBe(0);
  });

  it('keeps one connection for many requests', async () => {
    let connections = 0;
    const server = secureServer((_request, response) => response.end('{"ok":false}'));
    server.on('secureConnection', () => (connections += 1));
    const hub = client(await listen(server));
    for (let round = 0; round < 5; round += 1) await hub.hello().catch(() => undefined);
    expect(connections).toBe(1);
  });

  it('asks once more when a connection kept alive was closed just as it was used', async () => {
    const used = new Set<unknown>();
    const port = await listen(
      secureServer((request, response) => {
        if (used.has(request.socket)) request.socket.destroy();
        used.add(request.socket);
        response.end(JSON.stringify({ stations: [], quarantined: 0, unfolded: 0 }));
      }),
    );
    const hub = client(port);
    for (let round = 0; round < 3; round += 1) await hub.stations();
    expect(used.size).toBe(3);
  });

  it('says hub.unreachable where nobody listens', async () => {
    const server = createTcpServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(client(port).hello()).rejects.toEqual(
      failure('hub.unreachable', { reason: 'ECONNREFUSED' }),
    );
  });

  it('says hub.unreachable for a name that is not there', async () => {
    const transport = httpsTransport({ url: 'https://no-such-hub.invalid:1', fingerprint });
    const hub = new HubClient(transport, { station, token: 'dG9rZW4=' }, patient);
    await expect(hub.hello()).rejects.toEqual(failure('hub.unreachable'));
  });

  it('says hub.protocol where something else than TLS answers', async () => {
    const port = await listen(createHttpServer((_request, response) => response.end('hello')));
    await expect(client(port).hello()).rejects.toEqual(failure('hub.protocol'));
  });

  it('[SYN6] gives up on a server that accepts and never answers', async () => {
    const port = await listen(createTcpServer());
    await expect(client(port, fingerprint, impatient).hello()).rejects.toEqual(
      failure('hub.timeout'),
    );
  });

  it('[SYN6] gives up on a server that takes the request and never answers', async () => {
    const port = await listen(secureServer(() => undefined));
    await expect(client(port, fingerprint, impatient).hello()).rejects.toEqual(
      failure('hub.timeout', { timeoutMs: 200 }),
    );
    await expect(
      client(port, fingerprint, impatient).notice({
        generation: generationSchema.parse('0'.repeat(16)),
        directory: 0,
        state: 0,
        journal: 0,
      }),
    ).rejects.toEqual(failure('hub.timeout', { path: '/v1/notice', timeoutMs: 400 }));
  });

  it('[SYN6] gives up on an answer that stops half-way', async () => {
    const port = await listen(secureServer((_request, response) => response.write('{"site":')));
    await expect(client(port, fingerprint, impatient).hello()).rejects.toEqual(
      failure('hub.timeout'),
    );
  });

  it('says hub.unreachable when the hub dies in the middle of an answer', async () => {
    const port = await listen(
      secureServer((request, response) => {
        response.write('{"site":', () => request.socket.destroy());
      }),
    );
    await expect(client(port).hello()).rejects.toEqual(failure('hub.unreachable'));
  });

  it.each([401, 403])('[SYN5] says hub.refused for %d', async (status) => {
    const port = await listen(
      secureServer((_request, response) => {
        response.writeHead(status).end('{"error":"refused","reason":"no"}');
      }),
    );
    await expect(client(port).hello()).rejects.toEqual(failure('hub.refused', { status }));
    await expect(client(port).database('events-0001').info()).rejects.toEqual(
      failure('hub.refused', { status }),
    );
  });

  it.each([
    [404, '{"error":"not_found"}'],
    [200, '<html>welcome to the router</html>'],
    [200, '{"site":"somewhere"}'],
  ])('says hub.protocol for an answer no hub of ours gives: %d %s', async (status, text) => {
    const port = await listen(
      secureServer((_request, response) => {
        response.writeHead(status).end(text);
      }),
    );
    await expect(client(port).hello()).rejects.toEqual(failure('hub.protocol', { status }));
  });

  it.each([429, 500, 503, 507])(
    'says hub.unreachable while the hub can not serve: %d',
    async (status) => {
      const port = await listen(
        secureServer((_request, response) => {
          response.writeHead(status).end('{"error":"no","reason":"no"}');
        }),
      );
      await expect(client(port).hello()).rejects.toEqual(failure('hub.unreachable', { status }));
    },
  );

  it('says hub.unreachable for a database of a generation that is gone', async () => {
    const port = await listen(
      secureServer((_request, response) => {
        response.writeHead(404).end('{"error":"not_found","reason":"gone"}');
      }),
    );
    const database = client(port).database('state-0000000000000000');
    const gone = failure('hub.unreachable', { database: 'state-0000000000000000' });
    await expect(database.changes({ since: 0, limit: 1 })).rejects.toEqual(gone);
    expect(await database.get('learner:1')).toBeNull();
  });

  it('ends a request at once when it is cancelled', async () => {
    const controller = new AbortController();
    const port = await listen(secureServer(() => controller.abort()));
    await expect(client(port).hello(controller.signal)).rejects.toEqual(
      failure('hub.unreachable', { reason: 'cancelled' }),
    );
    await expect(client(port).hello(controller.signal)).rejects.toEqual(
      failure('hub.unreachable', { reason: 'cancelled' }),
    );
  });
});
