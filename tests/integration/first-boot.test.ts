import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { decideClone } from '../../src/hub/clones/decide-clone.ts';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { enrolHere } from '../../src/station/enrol/enrol-here.ts';
import type { MachineFacts } from '../../src/station/machine/machine-traits.ts';
import { openStation } from '../../src/station/station-service.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { meddledDisk } from '../factories/faulty-disk.ts';
import type { Meddle } from '../factories/faulty-disk.ts';
import { call, makeDiskSite, runHub } from '../factories/https-hub.ts';
import { silentLog } from '../factories/real-lab.ts';
import { kioskWindow } from '../factories/station-window.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { testPort } from '../factories/test-port.ts';

/** A PC from its first start on, over real TLS. */

const own: MachineFacts = { board: ['b1'], cards: ['m1'], system: 's', disk: 'd1' };
const other: MachineFacts = { board: ['b2'], cards: ['m2'], system: 's', disk: 'd2' };
const patience = { timeout: 60_000, interval: 200 };

async function lab(seed: number) {
  const site = await makeDiskSite(seed);
  const port = await testPort();
  const start = () => runHub(site, { port });
  let hub: StartedHub | null = await start();
  onTestFinished(async () => {
    await hub?.close();
    await site.remove();
  });
  const folder = join(await temporaryFolder(), 'station');
  await nodeDisk().makeFolder(folder);
  return {
    site,
    folder,
    url: hub.url,
    hub: () => {
      if (hub === null) throw new Error('The hub is away.');
      return hub;
    },
    away: async () => {
      await hub?.close();
      hub = null;
    },
    back: async () => {
      hub = await start();
    },
    async code() {
      const seat = { name: { km: 'ទី៩' }, kind: 'kiosk', replaces: null } as const;
      return (await this.hub().hub.parts.enrolment.make({ seat, validMs: 600_000 })).code;
    },
    enrol: (code: string, meddle: Meddle = () => undefined) =>
      enrolHere(
        { folder, hub: hub?.url ?? '', code, kind: 'kiosk' },
        {
          disk: meddledDisk(nodeDisk(), meddle),
          randomness: systemRandomness(),
          machine: () => Promise.resolve(own),
        },
      ),
    open: (machine: MachineFacts, at = folder) =>
      openStation({
        folder: at,
        appVersion: '0.0.0',
        kiosk: false,
        clock: systemClock(),
        randomness: systemRandomness(),
        log: silentLog,
        machine: () => Promise.resolve(machine),
      }),
  };
}

describe('[FBT3] a first start that is cut off', () => {
  it('in any file it writes, begins again, and the same code lets the same station in', async () => {
    const at = await lab(811);
    const code = await at.code();
    const files = ['enrolling', 'this-pc', 'self-test', 'station'];
    const cuts = [
      ...files.flatMap((name) => [`write ${name}`, `rename ${name}`]),
      'remove enrolling',
    ];
    for (const cut of cuts) {
      let isDead = false;
      const gone = at.enrol(code, ({ kind, path }) => {
        const [at = '', name = ''] = cut.split(' ');
        isDead ||= kind === at && path.includes(`/${name}.json`);
        if (isDead) throw new Error('the power went out');
      });
      await expect(gone).rejects.toThrow('the power went out');
    }
    // The last cut came when all but one file was gone: it is a station, and starts as one.
    const config = await readStationConfig(at.folder);
    const known = await at.hub().hub.parts.enrolment.list();
    expect(known.at(-1)?.station).toBe(config.station);
    expect(await readdir(at.folder)).toEqual(
      expect.arrayContaining(['self-test.json', 'station.json', 'this-pc.json']),
    );
    const service = await at.open(own);
    onTestFinished(() => service.close());
    expect(service.elsewhere).toBeNull();
  });

  it('by a hub that goes off while it is asked, begins again with the same code', async () => {
    const at = await lab(812);
    const code = await at.code();
    const gone = at.enrol(code, ({ kind, path }) => {
      // The keys are about to be kept: the next thing is the question to the hub.
      if (kind === 'sync' && path.includes('enrolling.json')) void at.away();
    });
    await expect(gone).rejects.toMatchObject({ code: expect.stringMatching(/^hub\./) });
    await at.away();
    await at.back();
    const { station } = await at.enrol(code);
    expect((await readStationConfig(at.folder)).station).toBe(station);
  });

  it('[IDN6] is let in whatever its clock says: no date of a certificate counts', async () => {
    const at = await lab(813);
    const config = await at.enrol(await at.code());
    const answer = await call(at.url, at.site, { path: '/v1/hello', as: config });
    expect(answer.status).toBe(200);
    expect(config.tls.certificate).toContain('BEGIN CERTIFICATE');
  });
});

describe('[FBT4] a disk that was copied into another PC', () => {
  it('runs for nobody there, brings what it holds, and goes on once staff say so', async () => {
    const at = await lab(814);
    await at.enrol(await at.code());
    const first = await at.open(own);
    await met(first);
    await first.close();
    const copy = `${at.folder}-copy`;
    await cp(at.folder, copy, { recursive: true });

    const elsewhere = await at.open(other, copy);
    onTestFinished(() => elsewhere.close().catch(() => undefined));
    const { status$, accepted$ } = elsewhere.elsewhere ?? never();
    const saved = status$.pipe(
      filter(({ hubReachable, waiting }) => hubReachable && waiting === 0),
    );
    await firstValueFrom(saved);
    const { parts } = at.hub().hub;
    const { station } = await readStationConfig(copy);
    await expect.poll(() => parts.machines.twins(station, null).length, patience).toBe(2);
    const machine = parts.machines.twins(station, null)[1]?.machine ?? '';

    const accepted = firstValueFrom(accepted$);
    await decideClone(parts, { station, machine }, {});
    await accepted;
    await elsewhere.close();
    const again = await at.open(other, copy);
    onTestFinished(() => again.close());
    expect(again.elsewhere).toBeNull();
    await met(again);
    const known = await at.open(own);
    onTestFinished(() => known.close());
    expect(known.elsewhere).toBeNull();
  });
});

/** The station was in touch with its hub. */
async function met(service: Awaited<ReturnType<typeof openStation>>): Promise<void> {
  const status = kioskWindow(service).observe('status', undefined);
  await firstValueFrom(status.pipe(filter(({ hubReachable }) => hubReachable)));
}

function never(): never {
  throw new Error('It takes itself for its own PC.');
}
