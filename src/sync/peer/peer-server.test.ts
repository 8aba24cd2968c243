import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { deskPeople } from '../../../tests/factories/desk-people.ts';
import { signedOrder, unlocking } from '../../../tests/factories/seat-orders.ts';
import { liveReport } from '../../../tests/factories/live-reports.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { makeTlsSite, otherTlsStation, tlsStation } from '../../../tests/factories/site-tls.ts';
import type { TlsSite } from '../../../tests/factories/site-tls.ts';
import {
  helpAsked,
  stationIdentity,
  testLearner,
} from '../../../tests/factories/station-identity.ts';
import { peerPaths } from '../../shared/contracts/peer-api.ts';
import type { CarriedOrder } from '../../shared/contracts/seat-order.ts';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import type { CommandId, StationId } from '../../shared/ids.ts';
import { siteIdSchema } from '../../shared/ids.ts';
import { EventLog } from '../log/event-log.ts';
import { openMemoryStorage } from '../store/memory-storage.ts';
import { peerTransport } from '../transport/https-transport.ts';
import type { StationHolder } from '../transport/site-certificate.ts';
import type { HubRequest, Transport } from '../transport/transport.ts';
import { Holdings } from './holdings.ts';
import { Peer } from './peer.ts';
import { PeerCopies } from './peer-copies.ts';
import { PeerDesk } from './peer-desk.ts';
import { startPeerServer } from './peer-server.ts';
import type { SendPackFile } from './peer-server.ts';
import { storeKey } from './store-key.ts';

let tls: TlsSite;
let answering: SiteTls;
let asking: SiteTls;
let log: EventLog;
let port: number;
let nowMs = 0;
const clock = { wallMs: () => 0, monotonicMs: () => nowMs };
let admitted: (caller: StationHolder) => boolean;
let brought: CommandId[];
let supervises: (station: StationId) => boolean;
/** One content is here. */
const here = 'a'.repeat(64);
const packFile: SendPackFile = (ask, _request, response) => {
  const isHere = ask.kind === 'blob' && ask.sha256 === here;
  if (isHere) response.end('bytes');
  return Promise.resolve(isHere);
};

beforeAll(async () => {
  tls = await makeTlsSite();
  answering = await tls.station(tlsStation);
  asking = await tls.station(otherTlsStation);
});

beforeEach(async () => {
  const storage = openMemoryStorage();
  log = await EventLog.open({ ...stationIdentity(seededRandomness(1), tlsStation), storage });
  await log.append(helpAsked, testLearner);
  const holdings = new Holdings(log, await PeerCopies.open(storage));
  const site = siteIdSchema.parse('site-abcdefgh');
  const seat = () => liveReport({ waiting: 2 });
  brought = [];
  const order = ({ command: { id } }: CarriedOrder) => {
    brought.push(id);
    const outcome = { id, result: 'applied' } as const;
    return Promise.resolve({ outcome, now: { number: 1, lock: null, outcomes: [outcome] } });
  };
  const desk = new PeerDesk({ site, station: tlsStation, holdings, seat, order });
  supervises = () => false;
  admitted = () => true;
  const admits = (caller: StationHolder) => admitted(caller);
  const server = await startPeerServer(
    {
      desk,
      tls: answering,
      admits,
      supervises: (station) => supervises(station),
      clock,
      packFile,
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(() => server.close());
  ({ port } = server);
});

function line(as: SiteTls, station = tlsStation): Transport {
  const address = { url: `https://127.0.0.1:${port}`, tls: as };
  const transport = peerTransport(address, (holder) => holder.station === station);
  onTestFinished(() => transport.close());
  return transport;
}

const status = async (request: Partial<HubRequest>, as = asking) => {
  const whole = { method: 'GET', path: peerPaths.vector, headers: {}, timeoutMs: 5000 } as const;
  return (await line(as).send({ ...whole, ...request })).status;
};

describe('[PER10] a station’s own server', () => {
  const never = new AbortController().signal;

  it('tells a peer of its site what it holds, and hands it over', async () => {
    const peer = new Peer(tlsStation, line(asking));
    const { store } = log.current();
    const key = storeKey(tlsStation, store);
    expect((await peer.vector(never)).stores).toEqual({ [key]: { after: 0, upTo: 1 } });
    const { events } = await peer.events({ from: { [key]: 0 } }, never);
    expect(events).toMatchObject([{ segment: 'events-0001', event: { type: 'help.asked' } }]);
  });

  it('says nothing to whoever is not admitted: disabled, or of an old certificate', async () => {
    admitted = ({ station }) => station !== otherTlsStation;
    expect(await status({})).toBe(403);
  });

  it('[PER2] [PKG18] hands a peer files of packs that are here, and nobody else', async () => {
    const path = (sha256: string) => `/peer/packs/blobs/${sha256}`;
    expect(await status({ path: path(here) })).toBe(200);
    expect(await status({ path: path('b'.repeat(64)) })).toBe(404);
    expect(await status({ path: '/peer/packs/blobs/..%2F..%2Fkeyring.json' })).toBe(404);
    expect(await status({ path: path(here) }, tls.hub)).toBe(403);
    admitted = () => false;
    expect(await status({ path: path(here) })).toBe(403);
  });

  it('[PER2] [LIV6] tells supervisors what its seat does, and nobody else', async () => {
    expect(await status({ path: peerPaths.live })).toBe(403);
    supervises = (station) => station === otherTlsStation;
    const peer = new Peer(tlsStation, line(asking));
    expect(await peer.live(never)).toMatchObject({ waiting: 2 });
    expect(await status({ path: peerPaths.live, method: 'POST' })).toBe(405);
    admitted = () => false;
    expect(await status({ path: peerPaths.live })).toBe(403);
  });

  it('[PER2] [ACT5] hands its seat what a supervisor’s station brings, and what nobody else does', async () => {
    const command = await signedOrder(await deskPeople(), unlocking);
    const body = JSON.stringify({ command, ageMs: 3 });
    const bringing = { method: 'POST', path: peerPaths.order, body } as const;
    expect(await status(bringing)).toBe(403);
    supervises = (station) => station === otherTlsStation;
    const peer = new Peer(tlsStation, line(asking));
    const taken = await peer.order({ command, ageMs: 3 }, never);
    expect(taken).toMatchObject({ station: tlsStation, outcome: { result: 'applied' } });
    expect(await status({ path: peerPaths.order })).toBe(405);
    expect(await status({ ...bringing, body: '{"command":{}}' })).toBe(400);
    expect(brought).toEqual([command.id]);
  });

  it('says nothing to the hub, and nothing to another site’s stations', async () => {
    expect(await status({}, tls.hub)).toBe(403);
    const elsewhere = await makeTlsSite(2);
    const stranger = await elsewhere.station(otherTlsStation);
    expect(await status({}, { ...stranger, ca: tls.ca })).toBe(401);
  });

  it('is taken for no other station than its certificate names', async () => {
    const peer = new Peer(otherTlsStation, line(asking, otherTlsStation));
    await expect(peer.vector(never)).rejects.toMatchObject({ code: 'hub.certificate-mismatch' });
  });

  it.each([
    [404, { path: '/' }],
    [404, { path: '/events-0001' }],
    [404, { path: '/peer/vector/' }],
    [404, { path: '/_utils' }],
    [405, { method: 'POST' as const, body: '{}' }],
    [405, { path: peerPaths.events }],
    [400, { method: 'POST' as const, path: peerPaths.events, body: '{' }],
    [400, { method: 'POST' as const, path: peerPaths.events, body: '{"from":{"x":1}}' }],
  ])('[PER2] answers %i to %o', async (expected, request) => {
    expect(await status(request)).toBe(expected);
  });

  it('[SKW2] answers a newer peer, which says more than this one knows', async () => {
    const body = '{"from":{},"more":1}';
    expect(await status({ method: 'POST', path: peerPaths.events, body })).toBe(200);
  });

  it('takes no more of a body than a question needs', async () => {
    const body = 'x'.repeat(20 * 1024);
    expect(await status({ method: 'POST', path: peerPaths.events, body })).toBe(413);
  });

  it('lets no station ask without end', async () => {
    const peer = new Peer(tlsStation, line(asking));
    for (let count = 0; count < 60; count += 1) await peer.vector(never);
    await expect(peer.vector(never)).rejects.toMatchObject({ code: 'hub.unreachable' });
    nowMs += 1001;
    await expect(peer.vector(never)).resolves.toMatchObject({ station: tlsStation });
  });
});
