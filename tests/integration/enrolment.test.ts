import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import type { Disk } from '../../src/content/disk/disk.ts';
import { enrolHere } from '../../src/station/enrol/enrol-here.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { systemRandomness } from '../../src/sync/machine/system-ports.ts';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import { call, makeDiskSite, runHub } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';

/** A PC that becomes a station, over real TLS. */

let site: DiskSite;
let other: DiskSite;
let hub: StartedHub;
let otherHub: StartedHub;

beforeAll(async () => {
  site = await makeDiskSite(801);
  other = await makeDiskSite(802);
  hub = await runHub(site);
  otherHub = await runHub(other);
});
afterAll(async () => {
  await hub.close();
  await otherHub.close();
  await site.remove();
  await other.remove();
});

async function newCode(): Promise<string> {
  const seat = { name: { km: 'ទី៩', en: 'Nine' }, kind: 'kiosk', replaces: null } as const;
  return (await hub.hub.parts.enrolment.make({ seat, validMs: 60_000 })).code;
}

const pc = { board: ['board 1'], cards: ['3c:97:0e:11:22:33'], system: null, disk: 'disk 1' };
const ports = {
  disk: nodeDisk(),
  randomness: systemRandomness(),
  machine: () => Promise.resolve(pc),
};

describe('enrolling a PC', () => {
  it('[ENR2] makes it a station whose certificate the hub takes', async () => {
    const folder = await temporaryFolder();
    const wanted = { folder, hub: hub.url, code: await newCode(), kind: 'kiosk' } as const;
    await enrolHere(wanted, ports);
    const config = await readStationConfig(folder);
    expect(await call(hub.url, site, { path: '/v1/hello', as: config })).toMatchObject({
      status: 200,
    });
    expect(config).toMatchObject({ kind: 'kiosk', name: { km: 'ទី៩', en: 'Nine' } });
    expect(await readdir(folder)).toEqual(['self-test.json', 'station.json', 'this-pc.json']);
    expect((await stat(join(folder, 'station.json'))).mode & 0o777).toBe(0o600);
    await expect(enrolHere(wanted, ports)).rejects.toMatchObject({
      code: 'config.invalid',
      facts: { problem: 'exists' },
    });
  });

  it('[ENR4] cut off before its station.json is there, goes on with the same code', async () => {
    const folder = await temporaryFolder();
    const wanted = { folder, hub: hub.url, code: await newCode(), kind: null };
    const disk = withoutStationFile(nodeDisk());
    await expect(enrolHere(wanted, { ...ports, disk })).rejects.toThrow('the power went out');
    const keys = await readFile(join(folder, 'enrolling.json'), 'utf8');
    const before = (await hub.hub.parts.enrolment.list()).at(-1);
    const config = await enrolHere(wanted, ports);
    expect(config.station).toBe(before?.station);
    expect(keys).toContain(config.signingKey.privateKey);
  });

  it('[ENR2] [ENR5] tells another site’s hub nothing', async () => {
    const folder = await temporaryFolder();
    const wanted = { folder, hub: otherHub.url, code: await newCode(), kind: null };
    await expect(enrolHere(wanted, ports)).rejects.toMatchObject({ code: 'enrol.other-site' });
    expect(await otherHub.hub.parts.enrolment.list()).toEqual([]);
  });

  it('[ENR5] says that no hub is there, that a code is mistyped, and that it is none of the hub’s', async () => {
    const folder = await temporaryFolder();
    const code = await newCode();
    const away = { folder, hub: 'https://127.0.0.1:9', code, kind: null };
    await expect(enrolHere(away, ports)).rejects.toMatchObject({ code: 'hub.unreachable' });
    const slip = { ...away, hub: hub.url, code: code.slice(0, -1) };
    await expect(enrolHere(slip, ports)).rejects.toMatchObject({ code: 'enrol.mistyped' });
    await hub.hub.parts.enrolment.cancel(code.slice(0, 2).toLowerCase());
    await expect(enrolHere({ ...slip, code }, ports)).rejects.toMatchObject({
      code: 'enrol.wrong',
    });
  });
});

/** A disk whose power goes out as the station's config is put in its place. */
function withoutStationFile(disk: Disk): Disk {
  return {
    ...disk,
    rename: (from, to) =>
      to.endsWith('station.json')
        ? Promise.reject(new Error('the power went out'))
        : disk.rename(from, to),
  };
}
