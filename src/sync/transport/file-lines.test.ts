import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeTlsSite, tlsStation } from '../../../tests/factories/site-tls.ts';
import type { TlsSite } from '../../../tests/factories/site-tls.ts';
import { TestLines, failure, notingServer } from '../../../tests/factories/tls-lines.ts';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import { hubTransport } from './https-transport.ts';
import { siteServer } from './site-server.ts';
import type { StreamTransport } from './transport.ts';

let site: TlsSite;
let station: SiteTls;
const lines = new TestLines();

beforeAll(async () => {
  site = await makeTlsSite();
  station = await site.station(tlsStation);
});
afterEach(() => lines.closeAll());

function linesTo(port: number): StreamTransport {
  const transport = hubTransport({ url: `https://127.0.0.1:${port}`, tls: station });
  lines.add(() => transport.close());
  return transport;
}

async function fetchAll(transport: StreamTransport, path: string, headers = {}): Promise<Buffer> {
  const { body } = await transport.open({ path, headers, timeoutMs: 20_000 });
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

describe('files over lines of their own', () => {
  it('[PKG18] come one after another over one connection, however large, with what was asked', async () => {
    let connections = 0;
    const asked: unknown[] = [];
    const file = Buffer.alloc(3_000_000, 'words ');
    const server = siteServer(site.hub, ({ url, headers }, response) => {
      asked.push([url, headers.range, headers.host]);
      response.writeHead(200, { 'content-length': file.length }).end(file);
    });
    server.on('secureConnection', () => (connections += 1));
    const port = await lines.listen(server);
    const transport = linesTo(port);
    for (const path of ['/a%20b?c=d', '/e']) {
      expect(file.equals(await fetchAll(transport, path, { range: 'bytes=1-' }))).toBe(true);
    }
    const host = `127.0.0.1:${port}`;
    expect(asked).toEqual([
      ['/a%20b?c=d', 'bytes=1-', host],
      ['/e', 'bytes=1-', host],
    ]);
    expect(connections).toBe(1);
  });

  it('[PKG18] are not taken from memory faster than somebody takes them', async () => {
    const large = 200_000_000;
    let written = 0;
    const server = siteServer(site.hub, (_request, response) => {
      response.writeHead(200, { 'content-length': large });
      const piece = Buffer.alloc(1_000_000);
      const more = () => {
        while (written < large && response.write(piece)) written += piece.length;
        response.once('drain', more);
      };
      more();
    });
    const { body } = await linesTo(await lines.listen(server)).open({
      path: '/',
      headers: {},
      timeoutMs: 20_000,
    });
    let taken = 0;
    for await (const piece of body) {
      taken += piece.length;
      if (taken > 2_000_000) break;
    }
    // what the two systems and the server's own stream hold besides
    expect(written).toBeLessThan(100_000_000);
  });

  it('[SYN11] are asked of nobody but the hub of this site', async () => {
    const { port, callers } = await notingServer(lines, (await makeTlsSite(2)).hub);
    await expect(fetchAll(linesTo(port), '/')).rejects.toEqual(failure('hub.certificate-mismatch'));
    expect(callers).toEqual([]);
  });

  it('are asked for once more when a connection kept alive was closed just as it was used', async () => {
    const used = new Set<unknown>();
    const port = await lines.listen(
      siteServer(site.hub, (request, response) => {
        if (used.has(request.socket)) request.socket.destroy();
        used.add(request.socket);
        response.end('here');
      }),
    );
    const transport = linesTo(port);
    for (let round = 0; round < 3; round += 1) {
      expect((await fetchAll(transport, '/')).toString()).toBe('here');
    }
    expect(used.size).toBe(3);
  });

  it('are refused where nobody says how long they are, and come over another line then', async () => {
    const port = await lines.listen(
      siteServer(site.hub, ({ url }, response) => {
        if (url === '/open') response.write('some');
        response.end('here');
      }),
    );
    const transport = linesTo(port);
    await expect(fetchAll(transport, '/open')).rejects.toEqual(failure('hub.protocol'));
    expect((await fetchAll(transport, '/')).toString()).toBe('here');
  });

  it('come at once after a refusal nobody read', async () => {
    const port = await lines.listen(
      siteServer(site.hub, ({ url }, response) => {
        if (url === '/no') response.writeHead(404);
        response.end('here');
      }),
    );
    const transport = linesTo(port);
    const { status } = await transport.open({ path: '/no', headers: {}, timeoutMs: 20_000 });
    expect(status).toBe(404);
    expect((await fetchAll(transport, '/')).toString()).toBe('here');
  });

  it('never take a header for two', async () => {
    const { port, callers } = await notingServer(lines, site.hub);
    const transport = linesTo(port);
    await expect(fetchAll(transport, '/', { range: 'bytes=1-\r\nx: y' })).rejects.toEqual(
      failure('hub.protocol'),
    );
    expect(callers).toEqual([]);
  });
});
