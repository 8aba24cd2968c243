import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { eitherTransport } from './either-transport.ts';
import type { HubRequest, StreamTransport } from './transport.ts';

const request: HubRequest = { method: 'GET', path: '/v1/hello', headers: {}, timeoutMs: 1000 };
let shown: string[] = [];
let known = 'former';

/** A hub that knows one certificate. */
const withCertificate = (name: string): StreamTransport => ({
  send: async () => {
    shown.push(name);
    return { status: name === known ? 200 : 401, text: name };
  },
  open: async () => {
    shown.push(`${name} opened`);
    return { status: name === known ? 200 : 401, body: Readable.from([name]) };
  },
  close: () => {
    shown.push(`${name} closed`);
  },
});
const either = () => eitherTransport(withCertificate('new'), withCertificate('former'));

beforeEach(() => {
  shown = [];
});

describe('[IDN12] a station with a certificate and the one before it', () => {
  it('shows the former where the hub does not know the new one, and goes on with it', async () => {
    known = 'former';
    const transport = either();
    expect((await transport.send(request)).status).toBe(200);
    await Promise.all([transport.send(request), transport.send(request)]);
    expect(shown).toEqual(['new', 'former', 'former', 'former']);
    known = 'new';
    const both = await Promise.all([transport.send(request), transport.send(request)]);
    expect(both.map(({ text }) => text)).toEqual(['new', 'new']);
    transport.close();
    expect(shown.slice(-2)).toEqual(['new closed', 'former closed']);
  });

  it('shows the former for large answers as well', async () => {
    known = 'former';
    expect((await either().open(request)).status).toBe(200);
    expect(shown).toEqual(['new opened', 'former opened']);
  });

  it('is refused where the hub knows neither', async () => {
    known = 'another';
    expect(await either().send(request)).toEqual({ status: 401, text: 'new' });
  });
});
