import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import { runningFile } from '../../src/hub/server/running-file.ts';
import { folderVault } from '../../src/hub/site/site-vault.ts';
import { eventDocumentSchema } from '../../src/shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import { receiptSchema } from '../../src/shared/contracts/hub-api.ts';
import { stationConfigSchema } from '../../src/shared/contracts/station-config.ts';
import { openEvent } from '../../src/sync/envelope/event.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import { listen, siteServer, stopListening } from '../../src/sync/transport/site-server.ts';
import { payloads } from '../factories/events.ts';
import { printedBy, rean, startHubProcess } from '../factories/hub-process.ts';
import type { HubProcess } from '../factories/hub-process.ts';
import { call, makeDiskSite, healthOf } from '../factories/https-hub.ts';
import type { DiskSite, RawAnswer } from '../factories/https-hub.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { TestStore, keyIn } from '../factories/test-store.ts';
import type { CarriedEvent } from '../factories/test-store.ts';

const seed = 20261123;
const random = seededRandomness(seed);
let site: DiskSite;

beforeAll(async () => {
  site = await makeDiskSite(seed);
});
afterAll(() => site.remove());

/** A station that pushes without pause, and remembers what it was told is safe. */
class Pusher {
  readonly store: TestStore;
  readonly events: CarriedEvent[] = [];
  receipted = 0;

  constructor(index: number) {
    const station = site.stations[index];
    if (!station) throw new Error('no station');
    const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
    this.store = new TestStore(station, { random, keyOf });
  }

  /** Goes on until the hub is gone, or `enough` says so. */
  async run(url: string, enough: () => boolean): Promise<void> {
    try {
      while (!enough()) await this.#round(url);
    } catch {
      // The hub was killed under us; nobody had told us that this round was safe.
    }
  }

  async receipt(url: string): Promise<number> {
    const { lastSeq, id: store } = this.store;
    const body = { store, lastSeq, waiting: 0, appVersion: '0' };
    const answer = await this.#post(url, '/v1/receipt', body);
    return receiptSchema.parse(JSON.parse(answer.body)).contiguousSeq;
  }

  async pushAll(url: string): Promise<void> {
    await this.#push(url, this.events);
  }

  async #round(url: string): Promise<void> {
    const fresh = Array.from({ length: 1 + Math.floor(random.fraction() * 5) }, () =>
      this.store.record(payloads.attempt(`item-${this.store.lastSeq}`, 'right'), site.learner),
    );
    this.events.push(...fresh);
    await this.#push(url, this.events.slice(this.receipted));
    this.receipted = Math.max(this.receipted, await this.receipt(url));
  }

  async #push(url: string, docs: readonly CarriedEvent[]): Promise<void> {
    const answer = await this.#post(url, '/events-0001/_bulk_docs', { docs, new_edits: false });
    if (answer.status !== 201) throw new Error(answer.body);
  }

  #post(url: string, path: string, body: object): Promise<RawAnswer> {
    const as = this.store.station;
    return call(url, site, { method: 'POST', path, as, body: JSON.stringify(body) });
  }
}

async function foldedState({ url }: HubProcess, pusher: Pusher) {
  const health = () => healthOf({ url }, site);
  await expect.poll(async () => (await health()).unfolded, { timeout: 30_000 }).toBe(0);
  const { generation, quarantined } = await health();
  const path = `/state-${generation}/learner%3A${site.learner}`;
  const as = pusher.store.station;
  const { body } = await call(url, site, { path, as });
  const { _rev, ...document } = JSON.parse(body);
  const key = keyIn(site.keyring, site.learner);
  return { quarantined, state: openLearnerState(stateDocumentSchema.parse(document), key) };
}

function expected(pushers: readonly Pusher[]) {
  const key = keyIn(site.keyring, site.learner);
  const events = pushers.flatMap((pusher) => pusher.events);
  return foldLearner(
    site.learner,
    events.map(({ _rev, ...event }) => openEvent(eventDocumentSchema.parse(event), key)),
  );
}

describe('a hub’s process', () => {
  it(`[HUB7] loses no receipted event to kill -9, again and again (seed ${seed})`, async () => {
    const pushers = [new Pusher(0), new Pusher(1)];
    for (let round = 0; round < 6; round += 1) {
      const hub = await startHubProcess(site.folder);
      for (const pusher of pushers) {
        expect(await pusher.receipt(hub.url)).toBeGreaterThanOrEqual(pusher.receipted);
      }
      const killAt = 4 + Math.floor(random.fraction() * 40);
      const known = pushers.reduce((sum, { events }) => sum + events.length, 0);
      let killed: Promise<unknown> | null = null;
      const enough = () => {
        const now = pushers.reduce((sum, { events }) => sum + events.length, 0);
        if (now - known >= killAt) killed ??= hub.end('SIGKILL');
        return false;
      };
      await Promise.all(pushers.map((pusher) => pusher.run(hub.url, enough)));
      await killed;
    }
    const hub = await startHubProcess(site.folder);
    for (const pusher of pushers) await pusher.pushAll(hub.url);
    for (const pusher of pushers) expect(await pusher.receipt(hub.url)).toBe(pusher.events.length);
    const [first = new Pusher(0)] = pushers;
    expect(await foldedState(hub, first)).toEqual({ quarantined: 0, state: expected(pushers) });
    expect(await hub.end('SIGTERM')).toBe(0);
  });

  it('[HUB12] runs once on a folder: a second one says so and leaves the first alone', async () => {
    const elsewhere = await temporaryFolder();
    const hub = await startHubProcess(site.folder, elsewhere);
    const second = await rean('hub', 'run', '--data', site.folder, '--port', '0');
    expect(second.exitCode).toBe(75);
    expect(second.said).toContain('Another hub is already running on this folder');
    expect((await rean('hub', 'status', '--data', site.folder)).exitCode).toBe(0);
    await hub.end('SIGTERM');
    expect(await readdir(site.folder)).not.toContain('running.json');
    expect(await readdir(elsewhere)).toEqual([]);
    const status = await rean('hub', 'status', '--data', site.folder);
    expect(status).toMatchObject({ exitCode: 69, said: expect.stringContaining('No hub answers') });
  });

  it('[CTL3] carries out a technician’s command, and leaves no trouble behind when killed', async () => {
    const elsewhere = await temporaryFolder();
    const add = (name: string) => {
      const station = join(elsewhere, name);
      const options = { data: site.folder, station, name, kind: 'kiosk', 'hub-url': 'https://h:1' };
      const words = Object.entries(options).flatMap(([option, value]) => [`--${option}`, value]);
      return rean('site', 'add-station', ...words);
    };
    const hub = await startHubProcess(site.folder);
    expect(await add('one')).toEqual({ exitCode: 0, said: '' });
    await hub.end('SIGKILL');
    expect(await readdir(site.folder)).toContain('control.sock');
    expect(await add('two')).toEqual({ exitCode: 0, said: '' });
    const next = await startHubProcess(site.folder);
    expect(await add('three')).toEqual({ exitCode: 0, said: '' });
    const config = await readFile(join(elsewhere, 'three', 'station.json'), 'utf8');
    const as = stationConfigSchema.parse(JSON.parse(config));
    expect((await call(next.url, site, { path: '/v1/hello', as })).status).toBe(200);
    expect(await next.end('SIGTERM')).toBe(0);
    expect(await readdir(site.folder)).not.toContain('control.sock');
  });

  it('[HUB18] tells a technician what nobody has brought, and gives it up for a person', async () => {
    const hub = await startHubProcess(site.folder);
    const pusher = new Pusher(0);
    const { store } = pusher;
    const record = (at: number) => store.record(payloads.attempt(`${at}`, 'right'), site.learner);
    pusher.events.push(...[1, 2, 3, 4].map(record).filter((_, at) => at !== 2));
    await pusher.pushAll(hub.url);
    expect(await pusher.receipt(hub.url)).toBe(2);
    const key = `${store.station.station}:${store.id}`;
    const list = () => printedBy('hub', 'lost', '--data', site.folder);
    const listed = await list();
    expect(listed).toContain(
      `${key} lacks 1 (number 3); behind it 1 record waits to be counted\nThey may still come`,
    );
    const words = ['--give-up', key, '--reason', 'its disk died', '--who', 'សុខ'];
    const giveUp = () => rean('hub', 'lost', '--data', site.folder, ...words);
    expect(await giveUp()).toEqual({ exitCode: 0, said: '' });
    expect(await foldedState(hub, pusher)).toMatchObject({ quarantined: 0 });
    expect(await pusher.receipt(hub.url)).toBe(2);
    expect(await hub.end('SIGTERM')).toBe(0);
    // Of a hub that is stopped, too.
    expect(await list()).toBe(`${key} lacks 1 (number 3); given up\n`);
    expect(await giveUp()).toEqual({ exitCode: 1, said: '' });
  });

  it('[HUB12] says which port is in use, and loses nothing', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const words = ['hub', 'run', '--data', site.folder, '--port', String(port)];
    const { exitCode, said } = await rean(...words);
    other.close();
    expect(exitCode).toBe(69);
    expect(said).toContain(`Port ${port} at 127.0.0.1 is in use`);
    expect(await (await startHubProcess(site.folder)).end('SIGTERM')).toBe(0);
  });

  it('[HUB12] says that a folder is no hub’s, and makes nothing in it', async () => {
    const folder = join(await temporaryFolder(), 'empty');
    await mkdir(folder);
    for (const path of [folder, join(folder, 'not-there')]) {
      const { exitCode, said } = await rean('hub', 'run', '--data', path, '--port', '0');
      expect(exitCode).toBe(78);
      expect(said).toContain(`No site is set up in ${path}`);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('[HUB12] is run by `rean hub` without a further word; a wrong word is told', async () => {
    const words = ['hub', '--data', site.folder, '--couch', 'http://hub:secret@127.0.0.1:5984'];
    const { exitCode, said } = await rean(...words);
    expect(exitCode).toBe(78);
    expect(said).toContain("The CouchDB address given can't be used");
    expect(said).not.toContain('secret');
    expect((await rean('hub', 'rnu', '--data', site.folder)).said).toContain('Did you mean run?');
  });

  it('[SYN11] is asked how it is only where the site’s own hub answers', async () => {
    const [kiosk] = site.stations;
    if (!kiosk) throw new Error('no station');
    const asked: string[] = [];
    const impostor = siteServer(kiosk.tls, (request, response) => {
      asked.push(request.url ?? '');
      response.end('{}');
    });
    const port = await listen(impostor, { host: '127.0.0.1', port: 0 });
    const running = { v: 1, pid: process.pid, url: `https://127.0.0.1:${port}` } as const;
    await folderVault(site.folder).write(runningFile, running);
    const { exitCode, said } = await rean('hub', 'status', '--data', site.folder);
    await stopListening(impostor);
    await rm(join(site.folder, runningFile.path));
    expect(exitCode).toBe(69);
    expect(said).toContain(`What answers at ${running.url} is not this site's hub`);
    expect(asked).toEqual([]);
  });

  it('[HUB12] takes no address that is not this PC’s', async () => {
    const words = ['hub', 'run', '--data', site.folder, '--listen', '192.0.2.1', '--port', '0'];
    const { exitCode, said } = await rean(...words);
    expect(exitCode).toBe(78);
    expect(said).toContain('it is no address of this PC');
  });
});
