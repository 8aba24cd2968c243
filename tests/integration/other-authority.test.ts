import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rotateKey } from '../../src/hub/rotation/rotate-key.ts';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import { stationConfigSchema } from '../../src/shared/contracts/station-config.ts';
import type { SiteTls } from '../../src/shared/contracts/station-config.ts';
import { hubTransport } from '../../src/sync/transport/https-transport.ts';
import { HubClient } from '../../src/sync/transport/hub-client.ts';
import { isSaved, patienceMs, until, work } from '../factories/lab-people.ts';
import { realLab } from '../factories/real-lab.ts';
import type { LabStation, RealLab } from '../factories/real-lab.ts';
import { kioskWindow } from '../factories/station-window.ts';

const patience = { timeout: patienceMs };
const names = ['kiosk-1', 'kiosk-2', 'supervisor'] as const;

async function tlsOf(lab: RealLab, name: LabStation): Promise<SiteTls> {
  const text = await readFile(join(lab.stationFolder(name), 'station.json'), 'utf8');
  return stationConfigSchema.parse(JSON.parse(text)).tls;
}

const stageOf = async ({ hub }: StartedHub) => (await hub.parts.authority.standing())?.stage;

it('[IDN13] a lab goes over to another authority while it works, and the earlier one ends', async () => {
  const lab = await realLab();
  let hub = await lab.startHub();
  const stations = new Map<LabStation, Awaited<ReturnType<RealLab['openStation']>>>();
  for (const name of names) stations.set(name, await lab.openStation(name));
  const station = (name: LabStation) => {
    const found = stations.get(name);
    if (!found) throw new Error('no station');
    return found;
  };
  const reopen = async (name: LabStation) => {
    await station(name).close();
    stations.set(name, await lab.openStation(name));
  };
  const before = await tlsOf(lab, 'kiosk-1');
  const kiosk = kioskWindow(station('kiosk-1'));
  await until(kiosk.observe('status', undefined), isSaved);

  const persons = { reason: 'stolen', who: 'Chan', second: 'Sok', hosts: null } as const;
  await rotateKey(hub.hub.parts, { key: 'authority', ...persons });
  await expect.poll(() => stageOf(hub), patience).toBe('given');
  // Nobody was started anew, and what is recorded goes on reaching the hub, which has another certificate.
  await work(kiosk, lab.learner);
  await until(kiosk.observe('status', undefined), isSaved);
  await hub.close();
  hub = await lab.startHub();
  await until(kiosk.observe('status', undefined), isSaved);

  const madeKeys = async (name: LabStation) =>
    (await tlsOf(lab, name)).certificate !== before.certificate;
  for (const name of names) {
    await expect.poll(() => madeKeys(name), patience).toBe(true);
    await reopen(name);
    if (name !== 'supervisor') {
      await until(kioskWindow(station(name)).observe('status', undefined), isSaved);
    }
  }
  await expect.poll(() => stageOf(hub), patience).toBe('done');
  await expect.poll(async () => (await tlsOf(lab, 'kiosk-2')).also ?? [], patience).toEqual([]);
  expect((await tlsOf(lab, 'kiosk-2')).ca).not.toBe(before.ca);

  // Whoever has what a PC had before knows no hub, and the hub knows nobody by it.
  const ask = async (tls: SiteTls) => {
    const transport = hubTransport({ url: hub.url, tls });
    return new HubClient(transport).hello().finally(() => transport.close());
  };
  await expect(ask(before)).rejects.toMatchObject({ code: 'hub.certificate-mismatch' });
  const { ca } = await tlsOf(lab, 'kiosk-2');
  await expect(ask({ ...before, ca })).rejects.toMatchObject({
    code: 'hub.refused',
    facts: { status: 401 },
  });
  for (const name of names) await station(name).close();
  await hub.close();
});
