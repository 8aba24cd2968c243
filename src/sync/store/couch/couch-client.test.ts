import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server as NetServer, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { CouchClient } from './couch-client.ts';
import { CouchStorage } from './couch-storage.ts';

let closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing) close();
  closing = [];
});

function listen(server: Server | NetServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

async function clientOf(server: Server | NetServer, path = ''): Promise<CouchClient> {
  const url = `http://127.0.0.1:${await listen(server)}${path}`;
  const client = new CouchClient({ url, user: 'hub', password: 'p:ss' });
  closing.push(() => client.close());
  return client;
}

const answering = (listener: RequestListener) => createServer(listener);
const ask = (client: CouchClient) => client.ask({ method: 'GET', path: '/db', patienceMs: 300 });

describe('requests to CouchDB', () => {
  it('[CDB3] carry credentials in a header, and in nothing that is told', async () => {
    const seen: unknown[] = [];
    const server = answering(({ url, headers }, response) => {
      seen.push([url, headers.authorization, headers.accept]);
      return response.end('{"ok":true}');
    });
    const client = await clientOf(server, '/couch');
    expect(await ask(client)).toEqual({ status: 200, json: { ok: true } });
    const basic = `Basic ${Buffer.from('hub:p:ss').toString('base64')}`;
    expect(seen).toEqual([['/couch/db', basic, 'application/json']]);
    expect(client.place).not.toContain('p:ss');
  });

  it('[CDB7] say that nobody is there, is silent, goes away, or speaks something else', async () => {
    const gone = createTcpServer();
    const client = await clientOf(gone);
    await new Promise((resolve) => gone.close(resolve));
    const unreachable = { code: 'store.unreachable' };
    await expect(ask(client)).rejects.toMatchObject(unreachable);
    const others = [
      createTcpServer(),
      createTcpServer((socket) => socket.destroy()),
      answering(() => undefined),
      answering((_request, response) => response.end('<html>')),
      answering((_request, response) => {
        response.write('{');
        response.socket?.destroy();
      }),
    ];
    for (const server of others) {
      await expect(ask(await clientOf(server))).rejects.toMatchObject(unreachable);
    }
  });
});

/** Who may read a database, as CouchDB tells it. */
const security = (roles: Partial<Record<'admins' | 'members', readonly string[]>> = {}) => {
  const whom = (kind: 'admins' | 'members') => ({ names: ['hub'], roles: roles[kind] ?? [] });
  return JSON.stringify({ admins: whom('admins'), members: whom('members') });
};

describe('storage in CouchDB', () => {
  it.each([
    ['nothing where it was given to the hub alone', {}, []],
    ['itself alone instead of a role among its administrators', { admins: ['r'] }, [security()]],
    ['itself alone instead of a role among its members', { members: ['r'] }, [security()]],
  ])('[CDB3] grants %s', async (_words, roles, granted) => {
    const seen: string[] = [];
    const server = answering((request, response) => {
      const info = '{"doc_count":0,"update_seq":"0-g1","instance_start_time":"1"}';
      const { method, url = '' } = request;
      if (url.includes('_local')) response.statusCode = 404;
      if (url.includes('_revs_limit')) response.end('20');
      else if (!url.includes('_security')) response.end(info);
      else if (method === 'GET') response.end(security(roles));
      else {
        void text(request).then((put) => {
          seen.push(put);
          return response.end('{"ok":true}');
        });
      }
    });
    const storage = new CouchStorage({ client: await clientOf(server), user: 'hub', prefix: 'x-' });
    await storage.open('events-0001');
    expect(seen).toEqual(granted);
  });

  it('[CDB4] does not take an answer of too few copies for a write', async () => {
    const server = answering(({ method, url }, response) => {
      const info = '{"doc_count":0,"update_seq":"0-g1","instance_start_time":"1"}';
      if (method === 'POST') response.statusCode = 202;
      if (url?.includes('_local')) response.statusCode = 404;
      const limit = url?.includes('_revs_limit') ? '20' : info;
      response.end(url?.includes('_security') ? security() : method === 'POST' ? '[]' : limit);
    });
    const storage = new CouchStorage({ client: await clientOf(server), user: 'hub', prefix: 'x-' });
    const database = await storage.open('events-0001');
    const event = { _id: 'a', _rev: `1-${'a'.repeat(32)}` };
    await expect(database.carry([event])).rejects.toMatchObject({
      code: 'store.unreachable',
      facts: { problem: 'quorum' },
    });
  });
});
