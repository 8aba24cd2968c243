import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hubErrorSchema } from '../../src/shared/contracts/hub-api.ts';
import { stationConfigSchema } from '../../src/shared/contracts/station-config.ts';
import type { SiteTls, StationConfig } from '../../src/shared/contracts/station-config.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import { HubClient } from '../../src/sync/transport/hub-client.ts';
import { hubTransport } from '../../src/sync/transport/https-transport.ts';
import { rean, startHubProcess } from '../factories/hub-process.ts';
import type { HubProcess } from '../factories/hub-process.ts';
import { call, makeDiskSite } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';
import { makeTlsSite } from '../factories/site-tls.ts';

let site: DiskSite;
let hub: HubProcess;

beforeAll(async () => {
  site = await makeDiskSite(51);
  hub = await startHubProcess(site.folder);
});
afterAll(async () => {
  await hub.end('SIGTERM');
  await site.remove();
});

function station(index: number): StationConfig {
  const found = site.stations[index];
  if (!found) throw new Error('no station');
  return found;
}
const folderOf = (index: number) => join(dirname(site.folder), `station-${index + 1}`);

async function configIn(folder: string): Promise<StationConfig> {
  const text = await readFile(join(folder, 'station.json'), 'utf8');
  return stationConfigSchema.parse(JSON.parse(text));
}

/** A station's client, its connection kept alive. */
function client({ tls }: StationConfig): HubClient {
  const transport = hubTransport({ url: hub.url, tls });
  onTestFinished(() => transport.close());
  return new HubClient(transport);
}

const onSite = (command: string, folder: string, ...more: readonly string[]) =>
  rean('site', command, '--data', site.folder, '--station', folder, ...more);
const why = ['--reason', 'stolen'] as const;

describe('a hub’s process and its stations’ certificates', () => {
  it('[HUB2] refuses in a sentence who shows none, another site’s, the hub’s own or its authority’s', async () => {
    const other = await makeTlsSite();
    const vault = folderVault(site.folder);
    const authority = await readRequired(vault, siteFiles.authority);
    const own = await readRequired(vault, siteFiles.tls);
    const shown: readonly (Pick<SiteTls, 'certificate' | 'privateKey'> | null)[] = [
      null,
      await other.station(station(0).station),
      other.hub,
      own,
      authority,
    ];
    for (const each of shown) {
      const as = each === null ? {} : { as: { tls: { ...station(0).tls, ...pair(each) } } };
      const answer = await call(hub.url, site, { path: '/v1/hello', ...as });
      expect(answer.status).toBe(401);
      const { reason } = hubErrorSchema.parse(JSON.parse(answer.body));
      expect(reason).toBe('The hub serves none but stations, with a certificate of its site.');
      expect((await call(hub.url, site, { path: '/healthz', ...as })).status).toBe(200);
    }
  });

  it('[IDN9] takes a new certificate at once, and the earlier one no more, on open connections too', async () => {
    const before = client(station(1));
    expect(await before.hello()).toMatchObject({ station: station(1).station });
    expect(await onSite('renew-station', folderOf(1))).toEqual({ exitCode: 0, said: '' });
    const refused = { code: 'hub.refused', facts: { status: 401 } };
    await expect(before.hello()).rejects.toMatchObject(refused);
    const renewed = await configIn(folderOf(1));
    expect(await client(renewed).hello()).toMatchObject({ station: station(1).station });
    expect({ ...renewed, tls: null }).toEqual({ ...station(1), tls: null });
  });

  it('[IDN9] shuts a station out at once, for good, on open connections too', async () => {
    const stolen = client(station(0));
    await stolen.hello();
    const { exitCode } = await onSite('disable-station', station(0).station, ...why);
    expect(exitCode).toBe(0);
    const refused = { code: 'hub.refused', facts: { status: 403 } };
    await expect(stolen.hello()).rejects.toMatchObject(refused);
    const renewed = await onSite('renew-station', folderOf(0));
    expect(renewed.exitCode).toBe(78);
    expect(renewed.said).toContain(`Station ${station(0).station} is shut out, and stays so`);
    await hub.end('SIGKILL');
    hub = await startHubProcess(site.folder);
    await expect(client(station(0)).hello()).rejects.toMatchObject(refused);
    expect(await client(station(2)).hello()).toMatchObject({ kind: 'supervisor' });
  });

  it('[IDN9] says that there is no such station', async () => {
    const { exitCode, said } = await onSite('disable-station', 'st-zzzzzzzz', ...why);
    expect(exitCode).toBe(78);
    expect(said).toContain('No station st-zzzzzzzz is enrolled at this site. Nothing was changed.');
  });
});

const pair = ({ certificate, privateKey }: Pick<SiteTls, 'certificate' | 'privateKey'>) => ({
  certificate,
  privateKey,
});
