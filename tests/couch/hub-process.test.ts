import { watch } from 'node:fs';
import { once } from 'node:events';
import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import { receiptSchema } from '../../src/shared/contracts/hub-api.ts';
import {
  clearCouch,
  connectToCouch,
  couchAccount,
  couchStorage,
} from '../factories/couch-server.ts';
import { payloads } from '../factories/events.ts';
import { rean, reanProgram } from '../factories/hub-process.ts';
import { call, healthOf, makeDiskSite } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';
import { ReanProcess } from '../factories/rean-process.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { makeTlsSite } from '../factories/site-tls.ts';
import { TcpGate } from '../factories/tcp-gate.ts';
import { TestStore, keyIn } from '../factories/test-store.ts';

/** A hub's process over a real CouchDB, and the commands that move a site there and back. */

const readySchema = z.looseObject({ url: z.url() });
const account = couchAccount();
let site: DiskSite;
let store: TestStore;
let prefixes: Set<string>;

beforeEach(async () => {
  site = await makeDiskSite(61);
  prefixes = new Set();
  const [kiosk] = site.stations;
  if (!kiosk) throw new Error('no station');
  const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
  store = new TestStore(kiosk, { random: seededRandomness(5), keyOf });
  vi.stubEnv('REAN_COUCH_USER', account.user);
  vi.stubEnv('REAN_COUCH_PASSWORD', account.password);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await notePrefix();
  for (const prefix of prefixes) await clearCouch(prefix);
  await site.remove();
});

const vault = () => folderVault(site.folder);
const place = () => readRequired(vault(), siteFiles.databases);
const file = (name: string) => join(site.folder, '..', name);

async function notePrefix(): Promise<void> {
  const found = await vault().read(siteFiles.databases);
  if (found) prefixes.add(found.prefix);
}

function startHub(...more: readonly string[]): ReanProcess {
  const hub = new ReanProcess(['hub', '--data', site.folder, '--port', '0', ...more]);
  onTestFinished(async () => void (await hub.end('SIGKILL')));
  return hub;
}
const ready = async (hub: ReanProcess) => (await hub.first('hub.ready', readySchema)).url;

function ask(url: string, path: string, body: object) {
  const sent = { method: 'POST', path, as: store.station, body: JSON.stringify(body) };
  return call(url, site, sent);
}

async function push(url: string, count: number): Promise<number> {
  const record = () => store.record(payloads.attempt('a', 'right'), site.learner);
  const docs = Array.from({ length: count }, record);
  return (await ask(url, '/events-0001/_bulk_docs', { docs, new_edits: false })).status;
}

async function receipted(url: string): Promise<number> {
  const asked = { store: store.id, lastSeq: store.lastSeq, waiting: 0, appVersion: '0' };
  const { body } = await ask(url, '/v1/receipt', asked);
  return receiptSchema.parse(JSON.parse(body)).contiguousSeq;
}

const migrate = (to: string, ...more: readonly string[]) =>
  rean('hub', 'migrate', '--from', site.folder, '--to', to, ...more);

/** Puts the real CouchDB behind TLS, with a certificate of an authority nobody knows. */
async function behindTls(): Promise<{ readonly url: string; readonly authority: string }> {
  const { hub, ca } = await makeTlsSite();
  const server = createServer({ cert: hub.certificate, key: hub.privateKey }, (socket) => {
    const beyond = connectToCouch();
    for (const each of [socket, beyond])
      each.on('error', () => [socket, beyond].map((one) => one.destroy()));
    socket.pipe(beyond).pipe(socket);
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : 0;
  await writeFile(file('couch-ca.pem'), ca);
  return { url: `https://localhost:${at}`, authority: file('couch-ca.pem') };
}

describe('[CDB3] a hub over CouchDB', () => {
  it('takes its credentials from a file or the environment, and shows them nowhere', async () => {
    const secret = file('couch.json');
    await writeFile(secret, JSON.stringify({ user: account.user, password: account.password }));
    const words = ['--couch', account.url, '--couch-credentials', secret];
    const readable = startHub(...words);
    expect(await readable.over()).toBe(78);
    expect(readable.said).toContain('can be read by other users');
    await chmod(secret, 0o600);
    for (const more of [words, ['--couch', account.url]]) {
      const hub = startHub(...more);
      const url = await ready(hub);
      expect(await push(url, 2)).toBe(201);
      const line = await readFile(`/proc/${hub.pid}/cmdline`, 'utf8');
      expect(line).not.toContain(account.password);
      await hub.end('SIGTERM');
      expect(hub.said).not.toContain(account.password);
      expect(hub.said).not.toContain(
        Buffer.from(`${account.user}:${account.password}`).toString('base64'),
      );
    }
  });

  it('is refused in a sentence with a wrong password, and goes on with the right one', async () => {
    vi.stubEnv('REAN_COUCH_PASSWORD', 'wrong');
    const refused = startHub('--couch', account.url);
    expect(await refused.over()).toBe(78);
    expect(refused.said).toContain('does not let the hub in');
    vi.stubEnv('REAN_COUCH_PASSWORD', account.password);
    expect(await push(await ready(startHub('--couch', account.url)), 1)).toBe(201);
  });

  it('lets neither strangers nor another user of CouchDB read any of its databases', async () => {
    const hub = startHub();
    expect(await push(await ready(hub), 1)).toBe(201);
    const { prefix } = await place();
    const storage = couchStorage(prefix);
    const names = await storage.list();
    await storage.close();
    expect(names.length).toBeGreaterThan(4);
    const admin = `Basic ${Buffer.from(`${account.user}:${account.password}`).toString('base64')}`;
    const name = 'rean-test-other';
    const user = new URL(`_users/org.couchdb.user:${name}`, account.url);
    const body = JSON.stringify({ name, password: 'other', roles: ['rean'], type: 'user' });
    const made = await fetch(user, { method: 'PUT', body, headers: { authorization: admin } });
    const { rev } = z.looseObject({ rev: z.string() }).parse(await made.json());
    const other = `Basic ${Buffer.from(`${name}:other`).toString('base64')}`;
    const statuses = new Map<string, number>();
    for (const each of names) {
      for (const path of ['', '/_all_docs', '/_changes', '/_security', '/_local/_rean', '/x']) {
        const at = new URL(`${prefix}${each}${path}`, account.url);
        statuses.set(`stranger ${each}${path}`, (await fetch(at)).status);
        const asOther = await fetch(at, { headers: { authorization: other } });
        statuses.set(`other ${each}${path}`, asOther.status);
      }
    }
    user.searchParams.set('rev', rev);
    await fetch(user, { method: 'DELETE', headers: { authorization: admin } });
    const letIn = [...statuses].filter(
      ([who, status]) => status !== (who.startsWith('other') ? 403 : 401),
    );
    expect(letIn).toEqual([]);
  });

  it('reaches it over TLS by an authority of one’s own, and by no other', async () => {
    const { url, authority } = await behindTls();
    const foreign = startHub('--couch', url);
    expect(await foreign.over()).toBe(69);
    expect(foreign.said).toContain('--couch-authority');
    const missing = startHub('--couch', url, '--couch-authority', file('not-there.pem'));
    expect(await missing.over()).toBe(78);
    expect(missing.said).toContain(file('not-there.pem'));
    const hub = startHub('--couch', url, '--couch-authority', authority);
    expect(await push(await ready(hub), 3)).toBe(201);
    await hub.end('SIGTERM');
    // Kept with the account: no option is needed afterwards.
    expect(await receipted(await ready(startHub()))).toBe(3);
  });
});

describe('[CDB7] CouchDB going away and coming back while stations push', () => {
  it('loses nothing that was acknowledged, and says 503 meanwhile', async () => {
    const gate = new TcpGate(connectToCouch);
    onTestFinished(() => gate.close());
    const at = `http://127.0.0.1:${await gate.listen()}`;
    const url = await ready(startHub('--couch', at));
    const seen: number[] = [];
    let held = 0;
    const events: object[] = [];
    for (let round = 0; round < 30; round += 1) {
      if (round % 10 === 4) gate.shut();
      if (round % 10 === 8) gate.open();
      for (let count = 0; count < 5; count += 1) {
        events.push(store.record(payloads.attempt('a', 'right'), site.learner));
      }
      const docs = events.slice(held);
      const { status } = await ask(url, '/events-0001/_bulk_docs', { docs, new_edits: false });
      seen.push(status);
      if (status !== 201) continue;
      const now = await receipted(url).catch(() => held);
      expect(now).toBeGreaterThanOrEqual(held);
      held = now;
    }
    expect(new Set(seen)).toEqual(new Set([201, 503]));
    gate.open();
    await expect
      .poll(async () => (await healthOf({ url }, site)).ok, { timeout: 30_000 })
      .toBe(true);
    const docs = events.slice(held);
    expect((await ask(url, '/events-0001/_bulk_docs', { docs, new_edits: false })).status).toBe(
      201,
    );
    expect(await receipted(url)).toBe(events.length);
  });
});

describe('[CDB8] `rean hub migrate`', () => {
  /** Kills a move as soon as something of that name changes in the hub's folder. */
  async function killAt(to: string, name: string): Promise<void> {
    const words = [reanProgram, 'hub', 'migrate', '--from', site.folder, '--to', to];
    const child = spawn(process.execPath, words, { stdio: 'ignore' });
    const watcher = watch(site.folder, { recursive: true }, (_, changed) => {
      if (changed?.startsWith(name)) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    watcher.close();
    expect([name, child.signalCode]).toEqual([name, 'SIGKILL']);
  }

  async function expectEverything(count: number): Promise<void> {
    const hub = startHub();
    expect(await receipted(await ready(hub))).toBe(count);
    await hub.end('SIGTERM');
  }

  it('killed at any moment and run again moves a site there, to another CouchDB, and back', async () => {
    const first = startHub();
    const url = await ready(first);
    for (let done = 0; done < 1200; done += 200) expect(await push(url, 200)).toBe(201);
    await first.end('SIGTERM');
    const { prefix } = await place();
    for (const name of ['secrets/migration.json', 'db.coming/', 'site.json.unfinished']) {
      await killAt('folder', name);
      await notePrefix();
    }
    expect((await migrate('folder')).exitCode).toBe(0);
    expect(await vault().read(siteFiles.databases)).toBeNull();
    await expectEverything(1200);

    for (const name of ['secrets/migration.json', 'secrets/couch.json', 'databases.json']) {
      await killAt(account.url, name);
      await notePrefix();
    }
    expect((await migrate(account.url)).exitCode).toBe(0);
    await expectEverything(1200);
    const there = await place();
    expect(there.prefix).not.toBe(prefix);

    // The same server by another name stands for another CouchDB.
    const elsewhere = new URL(account.url);
    elsewhere.hostname = elsewhere.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    expect((await migrate(elsewhere.href)).exitCode).toBe(0);
    await notePrefix();
    expect((await place()).prefix).not.toBe(there.prefix);
    await expectEverything(1200);
    expect(await readdir(join(site.folder, 'secrets'))).not.toContain('migration.json');
  }, 600_000);
});
