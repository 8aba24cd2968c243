import { request } from 'node:https';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { call } from '../../../tests/factories/https-hub.ts';
import type { RawAnswer } from '../../../tests/factories/https-hub.ts';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { serveRealRequests } from '../../../tests/factories/real-requests.ts';
import { Authorities } from '../../sync/transport/authorities.ts';
import {
  callerReader,
  listen,
  siteServer,
  stopListening,
} from '../../sync/transport/site-server.ts';
import type { Hub } from '../hub.ts';
import { readHubTls } from '../site/hub-tls.ts';

const until = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 30_000 });

/** A hub over real HTTPS, whose databases hold up every push until they are let go on. */
let lab: HubLab;
let hub: Hub;
let server: ReturnType<typeof siteServer>;
let url: string;
let asked: number;
let begun: number;
let goOn: () => void;

beforeEach(async () => {
  lab = await HubLab.make();
  const { tls } = lab.station();
  const held = new Promise<void>((resolve) => (goOn = resolve));
  [asked, begun] = [0, 0];
  const known = callerReader(Authorities.of(tls));
  hub = await lab.open({
    callerOf: (from) => {
      asked += 1;
      return known(from);
    },
    beforeServing: async () => {
      begun += 1;
      await held;
    },
  });
  serveRealRequests();
  server = siteServer(await readHubTls(lab.vault), hub.app);
  url = `https://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0 })}`;
});
afterEach(() => stopListening(server));

function pushOf() {
  const docs = [lab.store().record(payloads.started(), lab.learner())];
  const body = JSON.stringify({ docs, new_edits: false });
  return { method: 'POST', path: '/events-0001/_bulk_docs', body, as: lab.station() };
}

const trusted = () => ({ ca: lab.station().tls.ca });

/** One push, with the hub at work on it or holding it back. */
async function push(): Promise<{ readonly answer: Promise<RawAnswer> }> {
  const before = asked;
  const answer = call(url, trusted(), pushOf());
  await until(() => asked > before);
  return { answer };
}

async function documents(): Promise<number> {
  const storage = lab.storage();
  const { documents } = await (await storage.open('events-0001')).info();
  await storage.close();
  return documents;
}

describe('[HUB17] a hub that closes', () => {
  it('finishes the pushes it has begun, and refuses those that wait and those that come', async () => {
    const pushes = [await push(), await push(), await push(), await push()];
    await until(() => begun === 2);
    const closed = hub.close();
    expect((await call(url, trusted(), pushOf())).status).toBe(503);
    goOn();
    await closed;
    const answers = await Promise.all(pushes.map(({ answer }) => answer));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 503, 503]);
    expect(answers.at(-1)?.body).toContain('unavailable');
    expect(await documents()).toBe(2);
    expect(begun).toBe(2);
    expect((await call(url, trusted(), { path: '/healthz' })).status).toBe(503);
    expect(lab.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('[HUB17] a push whose client is gone', () => {
  it('before its turn came is not carried out', async () => {
    const first = [await push(), await push()];
    await until(() => begun === 2);
    const { body, as, ...leaving } = pushOf();
    const { certificate: cert, privateKey: key } = as.tls;
    const before = asked;
    const gone = new Promise((resolve) => {
      server.once('request', (_, response) => response.once('close', resolve));
    });
    const sent = request(`${url}${leaving.path}`, { ...leaving, ...trusted(), cert, key });
    sent.once('error', () => undefined);
    sent.end(body);
    await until(() => asked > before);
    sent.destroy();
    await gone;
    const last = await push();
    goOn();
    const answers = await Promise.all([...first, last].map(({ answer }) => answer));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(begun).toBe(3);
    await hub.close();
    expect(await documents()).toBe(3);
  });
});
