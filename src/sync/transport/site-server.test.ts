import { once } from 'node:events';
import type { Server } from 'node:https';
import { connect as connectTcp } from 'node:net';
import { connect } from 'node:tls';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeTlsSite, tlsStation } from '../../../tests/factories/site-tls.ts';
import type { TlsSite } from '../../../tests/factories/site-tls.ts';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import { Authorities } from './authorities.ts';
import { callerReader, listen, siteServer, stopListening } from './site-server.ts';

const host = '127.0.0.1';
let site: TlsSite;
let station: SiteTls;

beforeAll(async () => {
  site = await makeTlsSite();
  station = await site.station(tlsStation);
});

/** A server that answers with whose certificate it saw. */
async function openServer(limits: Parameters<typeof siteServer>[2] = {}): Promise<number> {
  const callerOf = callerReader(new Authorities([site.ca]));
  const server: Server = siteServer(
    site.hub,
    (request, response) => response.end(JSON.stringify(callerOf(request))),
    limits,
  );
  onTestFinished(() => stopListening(server));
  return listen(server, { host, port: 0 });
}

interface Visit {
  readonly body: string;
  readonly resumed: boolean;
  /** What resumes this session. */
  readonly session: Buffer | undefined;
}

/** One request on a connection of its own. */
async function visit(
  port: number,
  shown: Pick<SiteTls, 'certificate' | 'privateKey'> | null,
  session?: Buffer,
): Promise<Visit> {
  const own = shown === null ? {} : { cert: shown.certificate, key: shown.privateKey };
  const socket = connect({ host, port, ca: site.ca, ...own, ...(session && { session }) });
  let next: Buffer | undefined;
  let resumed = false;
  let text = '';
  socket.on('secureConnect', () => (resumed = socket.isSessionReused()));
  socket.on('session', (given: Buffer) => (next = given));
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.write('GET / HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n');
  await once(socket, 'close');
  const [, body = ''] = text.split('\r\n\r\n');
  return { body, resumed, session: next };
}

describe('[IDN6] a server of a site', () => {
  it('knows a client by its certificate, and lets in without a name who has none', async () => {
    const port = await openServer();
    expect((await visit(port, station)).body).toContain(tlsStation);
    expect((await visit(port, site.hub)).body).toContain('"role":"hub"');
    const foreign = await (await makeTlsSite(2)).station(tlsStation);
    for (const shown of [null, foreign]) expect((await visit(port, shown)).body).toContain('null');
  });

  it('knows a client that resumes its session, and none that resumes one without', async () => {
    const port = await openServer();
    for (const [shown, expected] of [
      [station, tlsStation],
      [null, 'null'],
    ] as const) {
      const first = await visit(port, shown);
      const second = await visit(port, shown, first.session);
      expect(second).toMatchObject({ resumed: true, body: expect.stringContaining(expected) });
    }
  });
});

describe('[HUB10] a handshake that stops half-way', () => {
  const limits = { handshakeTimeout: 150 };

  it('is hung up on, whether nothing or only its beginning came', async () => {
    const port = await openServer(limits);
    for (const beginning of [Buffer.alloc(0), Buffer.from('160301020001', 'hex')]) {
      const socket = connectTcp({ host, port });
      socket.on('error', () => undefined);
      socket.write(beginning);
      expect(await once(socket, 'close')).toHaveLength(1);
    }
  });

  it('holds up nobody else meanwhile', async () => {
    const port = await openServer();
    const stuck = Array.from({ length: 50 }, () => connectTcp({ host, port }));
    await Promise.all(stuck.map((socket) => once(socket, 'connect')));
    expect((await visit(port, station)).body).toContain(tlsStation);
    for (const socket of stuck) socket.destroy();
  });

  it('holds up no stop', async () => {
    const server = siteServer(site.hub, () => undefined);
    const port = await listen(server, { host, port: 0 });
    const stuck = connectTcp({ host, port });
    stuck.on('error', () => undefined);
    await once(stuck, 'connect');
    const cut = once(stuck, 'close');
    await stopListening(server);
    expect(await cut).toHaveLength(1);
  });
});

describe('[HUB10] a request that is sent a byte at a time', () => {
  const limits = { headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 50 };
  const asked = {
    'in its head': 'GET / HTTP/1.1\r\nHost: hub\r\nX: ',
    'in its body': 'POST / HTTP/1.1\r\nHost: hub\r\nContent-Length: 1000000\r\n\r\n',
  };

  it.each(Object.entries(asked))(
    'is hung up on %s, though bytes go on coming',
    async (_, begun) => {
      const server = siteServer(site.hub, (request) => request.resume(), limits);
      onTestFinished(() => stopListening(server));
      const port = await listen(server, { host, port: 0 });
      const own = { cert: station.certificate, key: station.privateKey };
      const socket = connect({ host, port, ca: site.ca, ...own });
      let said = '';
      socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
      socket.on('error', () => undefined);
      socket.write(begun);
      const dribble = setInterval(() => socket.write('y'), 20);
      await once(socket, 'close');
      clearInterval(dribble);
      expect(said).toMatch(/^HTTP\/1\.1 408 /);
    },
  );
});
