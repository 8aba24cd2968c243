import { createServer } from 'node:https';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeTlsSite, otherTlsStation, tlsStation } from '../../../tests/factories/site-tls.ts';
import type { TlsSite } from '../../../tests/factories/site-tls.ts';
import {
  TestLines,
  failure,
  hashOf,
  noStations,
  notingServer,
} from '../../../tests/factories/tls-lines.ts';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import { generationSchema } from '../../shared/ids.ts';
import { HubClient } from './hub-client.ts';
import { hubTransport } from './https-transport.ts';
import { siteServer } from './site-server.ts';

const patient = { requestMs: 20_000, longpollMs: 20_000 };
const impatient = { requestMs: 200, longpollMs: 400 };

let site: TlsSite;
let station: SiteTls;
const lines = new TestLines();

beforeAll(async () => {
  site = await makeTlsSite();
  station = await site.station(tlsStation);
});
afterEach(() => lines.closeAll());

function client(port: number, tls = station, patience = patient): HubClient {
  const transport = hubTransport({ url: `https://127.0.0.1:${port}`, tls });
  lines.add(() => transport.close());
  return new HubClient(transport, patience);
}

describe('HTTPS to the hub', () => {
  it('[SYN11] shows the hub of its site who it is, on each request', async () => {
    const { port, callers } = await notingServer(lines, site.hub);
    const hub = client(port);
    expect(await hub.stations()).toEqual(noStations);
    await hub.stations();
    const caller = { role: 'station', station: tlsStation, fingerprint: hashOf(station) };
    expect(callers).toEqual([caller, caller]);
  });

  it('[SYN11] sends nothing at all to a hub of another site', async () => {
    const { port, callers } = await notingServer(lines, (await makeTlsSite(2)).hub);
    await expect(client(port).hello()).rejects.toEqual(failure('hub.certificate-mismatch'));
    expect(callers).toEqual([]);
  });

  it('[SYN11] takes no station for the hub, not even itself', async () => {
    for (const tls of [await site.station(otherTlsStation), station]) {
      const { port, callers } = await notingServer(lines, tls);
      await expect(client(port).hello()).rejects.toEqual(failure('hub.certificate-mismatch'));
      expect(callers).toEqual([]);
    }
  });

  it('[SYN11] speaks TLS 1.3 and nothing older', async () => {
    const { certificate: cert, privateKey: key } = site.hub;
    const older = createServer({ cert, key, maxVersion: 'TLSv1.2' }, (_request, response) => {
      response.end('{}');
    });
    await expect(client(await lines.listen(older)).hello()).rejects.toEqual(
      failure('hub.protocol'),
    );
  });

  it.each([
    ['long past', 1970, 1980],
    ['still to come', 2090, 9999],
  ])('[IDN6] goes by no date: certificates whose time is %s', async (_when, from, to) => {
    const { port, callers } = await notingServer(lines, await site.redated(site.hub, from, to));
    const shown = await site.redated(station, from, to);
    expect(await client(port, shown).stations()).toEqual(noStations);
    expect(callers).toEqual([{ role: 'station', station: tlsStation, fingerprint: hashOf(shown) }]);
  });

  it('keeps one connection for many requests', async () => {
    let connections = 0;
    const server = siteServer(site.hub, (_request, response) => response.end('{"ok":false}'));
    server.on('secureConnection', () => (connections += 1));
    const hub = client(await lines.listen(server));
    for (let round = 0; round < 5; round += 1) await hub.hello().catch(() => undefined);
    expect(connections).toBe(1);
  });

  it('asks once more when a connection kept alive was closed just as it was used', async () => {
    const used = new Set<unknown>();
    const port = await lines.listen(
      siteServer(site.hub, (request, response) => {
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
    const port = await lines.listen(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(client(port).hello()).rejects.toEqual(
      failure('hub.unreachable', { reason: 'ECONNREFUSED' }),
    );
  });

  it('says hub.unreachable for a name that is not there', async () => {
    const transport = hubTransport({ url: 'https://no-such-hub.invalid:1', tls: station });
    const hub = new HubClient(transport, patient);
    await expect(hub.hello()).rejects.toEqual(failure('hub.unreachable'));
  });

  it('says hub.protocol where something else than TLS answers', async () => {
    const port = await lines.listen(
      createHttpServer((_request, response) => response.end('hello')),
    );
    await expect(client(port).hello()).rejects.toEqual(failure('hub.protocol'));
  });

  it('[SYN6] gives up on a server that accepts and never answers', async () => {
    const port = await lines.listen(createTcpServer());
    await expect(client(port, station, impatient).hello()).rejects.toEqual(failure('hub.timeout'));
  });

  it('[SYN6] gives up on a server that takes the request and never answers', async () => {
    const port = await lines.listen(siteServer(site.hub, () => undefined));
    await expect(client(port, station, impatient).hello()).rejects.toEqual(
      failure('hub.timeout', { timeoutMs: 200 }),
    );
    await expect(
      client(port, station, impatient).notice({
        generation: generationSchema.parse('0'.repeat(16)),
        directory: 0,
        state: 0,
        journal: 0,
        keyring: null,
      }),
    ).rejects.toEqual(failure('hub.timeout', { path: '/v1/notice', timeoutMs: 400 }));
  });

  it('[SYN6] gives up on an answer that stops half-way', async () => {
    const port = await lines.listen(
      siteServer(site.hub, (_request, response) => response.write('{"site":')),
    );
    await expect(client(port, station, impatient).hello()).rejects.toEqual(failure('hub.timeout'));
  });

  it('[SYN6] [PKG18] gives up on large answers that stop half-way, and hands on what came', async () => {
    const port = await lines.listen(
      siteServer(site.hub, (_request, response) => {
        response.writeHead(200, { 'content-length': 100 }).write('what came');
      }),
    );
    const transport = hubTransport({ url: `https://127.0.0.1:${port}`, tls: station });
    lines.add(() => transport.close());
    const { body } = await transport.open({ path: '/', headers: {}, timeoutMs: 200 });
    const came: string[] = [];
    const read = async () => {
      for await (const piece of body) came.push(Buffer.from(piece).toString());
    };
    await expect(read()).rejects.toEqual(failure('hub.timeout', { timeoutMs: 200 }));
    expect(came.join('')).toBe('what came');
  });

  it('[PKG18] ends a large answer that is cut, or that nobody wants any more', async () => {
    const port = await lines.listen(
      siteServer(site.hub, ({ url, socket }, response) => {
        response
          .writeHead(200, { 'content-length': 1_000_000 })
          .write(Buffer.alloc(500_000), () => {
            if (url === '/cut') socket.destroy();
          });
      }),
    );
    const transport = hubTransport({ url: `https://127.0.0.1:${port}`, tls: station });
    lines.add(() => transport.close());
    const read = async (path: string, signal: AbortSignal, seen: () => void) => {
      const { body } = await transport.open({ path, headers: {}, timeoutMs: 20_000, signal });
      for await (const _ of body) seen();
    };
    const none = new AbortController();
    await expect(read('/cut', none.signal, () => undefined)).rejects.toEqual(
      failure('hub.unreachable'),
    );
    await expect(read('/', none.signal, () => none.abort())).rejects.toEqual(
      failure('hub.unreachable', { reason: 'cancelled' }),
    );
  });

  it('says hub.unreachable when the hub dies in the middle of an answer', async () => {
    const port = await lines.listen(
      siteServer(site.hub, (request, response) => {
        response.write('{"site":', () => request.socket.destroy());
      }),
    );
    await expect(client(port).hello()).rejects.toEqual(failure('hub.unreachable'));
  });

  it.each([401, 403])('[SYN5] says hub.refused for %d', async (status) => {
    const port = await lines.listen(
      siteServer(site.hub, (_request, response) => {
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
    const port = await lines.listen(
      siteServer(site.hub, (_request, response) => {
        response.writeHead(status).end(text);
      }),
    );
    await expect(client(port).hello()).rejects.toEqual(failure('hub.protocol', { status }));
  });

  it.each([429, 500, 503, 507])(
    'says hub.unreachable while the hub can not serve: %d',
    async (status) => {
      const port = await lines.listen(
        siteServer(site.hub, (_request, response) => {
          response.writeHead(status).end('{"error":"no","reason":"no"}');
        }),
      );
      await expect(client(port).hello()).rejects.toEqual(failure('hub.unreachable', { status }));
    },
  );

  it('says hub.unreachable for a database of a generation that is gone', async () => {
    const port = await lines.listen(
      siteServer(site.hub, (_request, response) => {
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
    const port = await lines.listen(siteServer(site.hub, () => controller.abort()));
    await expect(client(port).hello(controller.signal)).rejects.toEqual(
      failure('hub.unreachable', { reason: 'cancelled' }),
    );
    await expect(client(port).hello(controller.signal)).rejects.toEqual(
      failure('hub.unreachable', { reason: 'cancelled' }),
    );
  });
});
