import { beforeEach, describe, expect, it } from 'vitest';
import { otherTlsStation, tlsStation } from '../../../tests/factories/site-tls.ts';
import { storeKeySchema } from '../../shared/contracts/peer-api.ts';
import type { StoreKey } from '../../shared/contracts/peer-api.ts';
import { segmentSchema } from '../../shared/ids.ts';
import { SyncMemory } from '../replication/sync-memory.ts';
import { openMemoryStorage } from '../store/memory-storage.ts';
import { HubClient } from '../transport/hub-client.ts';
import type { HubResponse, Transport } from '../transport/transport.ts';
import { BringHome } from './bring-home.ts';
import { PeerCopies } from './peer-copies.ts';
import { TwinReports } from './twin-reports.ts';
import { eventIdIn } from './store-key.ts';

const generation = '0000000000000001';
const segment = segmentSchema.parse('events-0001');
const hubDay = { hubWallMs: 0, labDay: { date: null, sure: false } };
const [first, second] = [tlsStation, otherTlsStation].map((station) =>
  storeKeySchema.parse(`${station}:${'0'.repeat(16)}`),
);

let home: BringHome;
let told: unknown[];
/** What the hub took. */
let taken: string[];
/** Of which store the hub takes no request. */
let refused: string;

const answers: Readonly<Record<string, object>> = {
  '/v1/vector': { v: 1, generation, held: {}, foldedBy: null },
  '/v1/hello': {
    site: 'site-abcdefgh',
    name: { km: 'ទី' },
    station: tlsStation,
    kind: 'kiosk',
    generation,
    segments: [segment],
    ...hubDay,
  },
};

const hub: Transport = {
  send({ path, body = '' }): Promise<HubResponse> {
    const answer = answers[path];
    if (answer) return Promise.resolve({ status: 200, text: JSON.stringify(answer) });
    const ids = [...body.matchAll(/"_id":"([^"]+)"/g)].map(([, id = '']) => id);
    if (ids.some((id) => id.startsWith(refused))) return Promise.resolve({ status: 400, text: '' });
    taken.push(...ids);
    return Promise.resolve({ status: 201, text: '[]' });
  },
  close: () => undefined,
};

async function copied(key: StoreKey | undefined, into: PeerCopies): Promise<void> {
  if (key === undefined) throw new Error('no store');
  const events = [{ _id: eventIdIn(key, 1), _rev: `1-${'a'.repeat(32)}` }];
  await into.add({ key, segment, after: 0, events, lamport: 1, characters: 90 });
}

beforeEach(async () => {
  const storage = openMemoryStorage();
  const copies = await PeerCopies.open(storage);
  for (const key of [first, second]) await copied(key, copies);
  [told, taken, refused] = [[], [], 'nobody'];
  const memory = await SyncMemory.open(storage);
  home = await BringHome.open({
    hub: new HubClient(hub),
    copies,
    memory: memory.held,
    twins: await TwinReports.open(memory.twins),
    statePulled: () => 0,
    logger: {
      info: () => undefined,
      warn: () => undefined,
      error: (event, facts) => told.push([event, facts]),
    },
  });
});

const look = () => home.once(new AbortController().signal);

describe('[PER6] copies that the hub lacks', () => {
  it('are brought once', async () => {
    await look();
    await look();
    expect(taken).toEqual([`${first}:000000000001`, `${second}:000000000001`]);
  });

  it('come home though the hub takes none of another store, of which a person is told once', async () => {
    refused = String(first);
    await look();
    await look();
    expect(taken).toEqual([`${second}:000000000001`]);
    expect(told).toEqual([['peer.copies-refused', { store: first }]]);
  });
});
