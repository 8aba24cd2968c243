import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { call, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { TestStore, keyIn } from '../../../tests/factories/test-store.ts';
import { receiptSchema } from '../../shared/contracts/hub-api.ts';
import type { Log } from '../../shared/ports.ts';
import { systemClock } from '../../sync/machine/system-ports.ts';
import { siteFiles } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import { migrateSite } from './migrate-site.ts';

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let site: DiskSite;
let store: TestStore;

beforeEach(async () => {
  site = await makeDiskSite(31);
  store = new TestStore(kiosk(), {
    random: seededRandomness(5),
    keyOf: (learner) => keyIn(site.keyring, learner),
  });
  const events = Array.from({ length: 7 }, () => store.record(payloads.started(), site.learner));
  const cloned = { ...events[3], lamport: 99, _rev: `1-${'c'.repeat(32)}` };
  await withHub((ask) => ask('/events-0001/_bulk_docs', { docs: [...events, cloned] }));
});
afterEach(() => site.remove());

function kiosk() {
  const [station] = site.stations;
  if (!station) throw new Error('no station');
  return station;
}

type Ask = (path: string, body?: object) => Promise<{ status: number; body: string }>;

async function withHub<Result>(work: (ask: Ask) => Promise<Result>): Promise<Result> {
  const hub = await runHub(site);
  try {
    return await work((path, body) => {
      const sent = body && { method: 'POST', body: JSON.stringify({ ...body, new_edits: false }) };
      return call(hub.url, site, { path, as: kiosk(), ...sent });
    });
  } finally {
    await hub.hub.settled();
    await hub.close();
  }
}

async function receipted(): Promise<number> {
  const hub = await runHub(site);
  const asked = { store: store.id, lastSeq: store.lastSeq, waiting: 0, appVersion: '0' };
  const body = JSON.stringify(asked);
  const answer = await call(hub.url, site, {
    method: 'POST',
    path: '/v1/receipt',
    as: kiosk(),
    body,
  });
  await hub.close();
  return receiptSchema.parse(JSON.parse(answer.body)).contiguousSeq;
}

const generation = async () =>
  (await readRequired(folderVault(site.folder), siteFiles.site)).generation;

function migrate(say: (line: string) => void = () => undefined): Promise<string> {
  const ports = { clock: systemClock(), random: seededRandomness(8) };
  return migrateSite({ ...ports, folder: site.folder, to: null, log, say });
}

describe('[CDB8] moving a site', () => {
  it('has everything in the new place, in a new generation, and keeps the old', async () => {
    const before = await generation();
    const lines: string[] = [];
    expect(await migrate((line) => lines.push(line))).toBe(await generation());
    expect(await generation()).not.toBe(before);
    expect(lines.find((line) => line.startsWith('events-0001'))).toMatch(/: 8 contents/);
    expect(await receipted()).toBe(7);
    expect(await readdir(site.folder)).not.toContain('db.coming');
  });

  it('[REC4] goes on waiting for what stations hold, where the site was restored just before', async () => {
    const restored = { hubSeq: 0, head: '0'.repeat(64) };
    await folderVault(site.folder).write(siteFiles.recovery, {
      v: 1,
      generation: await generation(),
      wallMs: 0,
      backedUpMs: null,
      restored,
      begun: 1,
      open: true,
      stations: [],
      kept: [],
      folded: {},
    });
    for (let time = 0; time < 2; time += 1) {
      await migrate();
      const { body } = await withHub((ask) => ask('/v1/recovery'));
      expect(JSON.parse(body)).toEqual({ recovery: restored });
    }
  });

  it('that is cut off leaves the old in use, and is done by the next try', async () => {
    const before = await generation();
    let said = 0;
    const cut = () => {
      said += 1;
      if (said === 3) throw new Error('cut off');
    };
    await expect(migrate(cut)).rejects.toThrow('cut off');
    expect(await generation()).toBe(before);
    expect(await receipted()).toBe(7);
    store.record(payloads.started(), site.learner);
    await migrate();
    expect(await generation()).not.toBe(before);
    expect(await receipted()).toBe(7);
  });

  it('is refused while the hub runs', async () => {
    await withHub(() => expect(migrate()).rejects.toMatchObject({ code: 'store.in-use' }));
  });
});
