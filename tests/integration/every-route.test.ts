import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeTable } from '../../src/hub/guard/route.ts';
import { disableStation } from '../../src/hub/office/station-standing.ts';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import type { SiteTls, StationConfig } from '../../src/shared/contracts/station-config.ts';
import { withOffice } from '../../src/hub/office/site-on-disk.ts';
import { systemClock } from '../../src/sync/machine/system-ports.ts';
import { call, healthOf, makeDiskSite, runHub } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { makeTlsSite } from '../factories/site-tls.ts';

/** Every route of the hub's own table, asked by those who may not: a new one can't be forgotten. */

let site: DiskSite;
let hub: StartedHub;

beforeAll(async () => {
  site = await makeDiskSite(77);
  const ports = { clock: systemClock(), random: seededRandomness(78) };
  await withOffice(site.folder, ports, (office) => disableStation(office, station(1).station));
  hub = await runHub(site);
});
afterAll(async () => {
  await hub.close();
  await site.remove();
});

function station(index: number): StationConfig {
  const found = site.stations[index];
  if (!found) throw new Error('no station');
  return found;
}

const recording = [16, 16, 32, 64].map((digits) => '0'.repeat(digits)).join('-');

/** Open to anyone, and says nothing of anybody. */
const open = routeTable.filter(({ path }) => ['/healthz', '/v1/enrol'].includes(path));
const closed = routeTable.filter((each) => !open.includes(each));

/** Each route as a request, in a database that is there and in one that is not for stations. */
function requests() {
  const databases = ['events-0001', `state-${hub.hub.site.generation}`, 'quarantine'];
  return closed.flatMap(({ method, path }) =>
    (path.includes(':database') ? databases : ['']).map((database) => ({
      method,
      path: path
        .replace(':database', database)
        .replace(/:(id|local)/, 'site')
        .replace(':pack/:version/:file', 'org.rean.test/1.0.0/pack.json')
        .replace(':sha256', '0'.repeat(64))
        .replace(':learner', site.learner)
        .replace(':recording', recording),
      ...(method === 'GET' ? {} : { body: '{}' }),
    })),
  );
}

async function statusesFor(as: Pick<StationConfig, 'tls'> | null): Promise<readonly number[]> {
  const statuses = new Set<number>();
  for (const asked of requests()) {
    const answer = await call(hub.url, site, as === null ? asked : { ...asked, as });
    statuses.add(answer.status);
    expect(answer.body).not.toContain(site.learner);
  }
  return [...statuses];
}

const shownAs = ({ certificate, privateKey }: Pick<SiteTls, 'certificate' | 'privateKey'>) => ({
  tls: { ...station(0).tls, certificate, privateKey },
});

describe('every route of the hub', () => {
  it('[HUB2] is shut to a station that was shut out', async () => {
    expect(await statusesFor(station(1))).toEqual([403]);
  });

  it('[HUB2] [IDN5] is shut to who has no certificate, and to who has another site’s', async () => {
    const other = await makeTlsSite();
    const strangers = [
      null,
      shownAs(await other.station(station(0).station)),
      shownAs(other.hub),
    ] as const;
    for (const stranger of strangers) {
      for (const status of await statusesFor(stranger)) expect([401, 429]).toContain(status);
    }
    expect(await healthOf(hub, site)).toMatchObject({ ok: true });
  });

  it('[HUB1] is one of these, with those that anybody may ask', () => {
    const asked = open.map(({ method, path }) => `${method} ${path}`);
    expect(asked).toEqual(['GET /healthz', 'GET /v1/enrol', 'POST /v1/enrol']);
    expect(closed).toHaveLength(36);
  });
});
