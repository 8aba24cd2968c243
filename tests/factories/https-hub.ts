import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { addStationFolder } from '../../src/cli/site/station-folder.ts';
import { createGroup, enrolLearner } from '../../src/hub/office/people.ts';
import { initSite, withOffice } from '../../src/hub/office/site-on-disk.ts';
import { startHub } from '../../src/hub/server/start-hub.ts';
import type { StartedHub, StartOptions } from '../../src/hub/server/start-hub.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import { systemClock } from '../../src/sync/machine/system-ports.ts';
import type { Keyring } from '../../src/shared/contracts/keyring.ts';
import { healthSchema } from '../../src/shared/contracts/hub-api.ts';
import type { Health } from '../../src/shared/contracts/hub-api.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import type { Log } from '../../src/shared/ports.ts';
import { clearCouch, couchAccount, onCouch } from './couch-server.ts';
import { serveRealRequests } from './real-requests.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { testCost } from './verifier-cost.ts';

/** A site on a real disk: a hub's folder, two kiosks and a supervisor, one learner. */
export interface DiskSite {
  readonly folder: string;
  /** The certificate of the site's authority, PEM. */
  readonly ca: string;
  readonly stations: readonly StationConfig[];
  readonly learner: LearnerId;
  readonly keyring: Keyring;
  remove(): Promise<void>;
}

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function makeDiskSite(seed: number): Promise<DiskSite> {
  const root = await mkdtemp(join(tmpdir(), 'rean-site-'));
  const folder = join(root, 'hub');
  const ports = { clock: systemClock(), random: seededRandomness(seed) };
  const couch = onCouch ? couchAccount() : undefined;
  await initSite(folder, { name: { km: 'សាកល្បង' }, hosts: [], demo: false, couch }, ports);
  const stations: StationConfig[] = [];
  for (const kind of ['kiosk', 'kiosk', 'supervisor'] as const) {
    const stationFolder = join(root, `station-${stations.length + 1}`);
    const wanted = { hubFolder: folder, stationFolder, name: { km: 'ទី' }, kind };
    stations.push(await addStationFolder({ ...wanted, hubUrl: 'https://127.0.0.1:1' }, ports));
  }
  const learner = await withOffice(folder, ports, async (office) => {
    const group = await createGroup(office, { name: { km: 'ក្រុម' }, symbol: 'rice' });
    const tile = { picture: 'fish', colour: 'leaf' } as const;
    const code = ['rice', 'fish', 'moon', 'drum'];
    const account = { name: { km: 'សុខ' }, group, tile, language: 'km', code } as const;
    return enrolLearner(office, { ...account, cost: testCost });
  });
  const vault = folderVault(folder);
  const { certificate: ca } = await readRequired(vault, siteFiles.authority);
  const { keyring } = await readRequired(vault, siteFiles.keyring);
  const remove = async () => {
    const place = await vault.read(siteFiles.databases);
    if (place) await clearCouch(place.prefix);
    await rm(root, { recursive: true, force: true });
  };
  return { folder, ca, stations, learner, keyring, remove };
}

/** Runs the site's hub in this process, on any free port. */
export function runHub(site: DiskSite, over: Partial<StartOptions> = {}): Promise<StartedHub> {
  const { folder } = site;
  serveRealRequests();
  return startHub({ folder, host: '127.0.0.1', port: 0, version: '0.0.0', log: quiet, ...over });
}

export interface RawCall {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Whose certificate is shown; nobody's unless given. */
  readonly as?: Pick<StationConfig, 'tls'>;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** One HTTPS request, its path sent as it stands. */
export function call(
  url: string,
  { ca }: Pick<DiskSite, 'ca'>,
  { method = 'GET', path, headers = {}, body, as }: RawCall,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const shown = as === undefined ? {} : { cert: as.tls.certificate, key: as.tls.privateKey };
    const options = { hostname, port, method, path, headers, ca, ...shown, agent: false };
    const sent = request(options, (response) => {
      const { statusCode: status = 0, headers } = response;
      text(response).then((body) => resolve({ status, headers, body }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export async function healthOf({ url }: Pick<StartedHub, 'url'>, site: DiskSite): Promise<Health> {
  const [as] = site.stations;
  const { body } = await call(url, site, { path: '/healthz', ...(as ? { as } : {}) });
  return healthSchema.parse(JSON.parse(body));
}
