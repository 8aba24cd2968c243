import { randomBytes } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { nodeProcesses } from '../../src/content/disk/processes.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { hubPacksFolder } from '../../src/hub/packs/hub-packs.ts';
import { publishPacksCommand } from '../../src/hub/packs/pack-commands.ts';
import { packIdSchema } from '../../src/shared/ids.ts';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import { pressPack, publisher, storeOptions, testVersion } from '../factories/pack-press.ts';
import { call } from '../factories/https-hub.ts';
import { configOf, introduce } from '../factories/introduced-lab.ts';
import { packSource } from '../factories/pack-source.ts';
import { realLab } from '../factories/real-lab.ts';
import type { LabStation, RealLab } from '../factories/real-lab.ts';

const atKeyboard = { say: () => undefined, signal: new AbortController().signal };

const heavy = packIdSchema.parse('org.rean.heavy');

/** A pack with a recording of some MiB. */
function heavyPack(version: string, sequence: number): Promise<string> {
  const draft = packSource({ id: heavy, version, sequence });
  const recording = randomBytes(6 * 1024 * 1024).toString('base64');
  return pressPack({ ...draft, files: { ...draft.files, 'audio/look.ogg': recording } });
}

/** Known to hub and stations, which use the same stores, as a process that runs. */
const openStore = (folder: string) =>
  openPackStore({ ...storeOptions(folder), processes: nodeProcesses() });
const hubPacks = (lab: RealLab) => hubPacksFolder(join(lab.folder, 'hub'));

async function publish(lab: RealLab, hub: StartedHub, file: string): Promise<void> {
  const store = await openStore(hubPacks(lab));
  await store.trust({ name: 'Publisher', publicKey: publisher.publicKey });
  // the hub opens its store once there is one, and holds it for a moment
  await hub.hub.parts.packs?.list();
  await store.install(file);
  await publishPacksCommand.carryOut(hub.hub.parts, { pack: null }, atKeyboard);
}

const storeAt = (lab: RealLab, name: LabStation) =>
  openStore(join(lab.stationFolder(name), 'packs'));
const isInUse = (lab: RealLab, name: LabStation, version: string) =>
  vi.waitFor(async () => expect(await (await storeAt(lab, name)).active(heavy)).toBe(version), {
    timeout: 60_000,
    interval: 200,
  });

/** What the hub tells a supervisor of packs. */
async function toldBy(lab: RealLab, hub: StartedHub): Promise<string> {
  const as = await configOf(lab, 'supervisor');
  const { body } = await call(hub.url, as.tls, { path: '/v1/packs', as });
  return body;
}

it('[PKG18] packs come from the hub, and from a station that has them while the hub is away', async () => {
  const lab = await realLab();
  await introduce(lab);
  const hub = await lab.startHub();
  await lab.openStation('kiosk-1');
  const other = await lab.openStation('kiosk-2');
  await publish(lab, hub, await heavyPack('1.0.0', 1));
  await isInUse(lab, 'kiosk-1', '1.0.0');
  await isInUse(lab, 'kiosk-2', '1.0.0');
  // one is off while the next version comes; when it is back, the hub knows of it and has lost it
  await other.close();
  await publish(lab, hub, await heavyPack('2.0.0', 2));
  await isInUse(lab, 'kiosk-1', '2.0.0');
  await rename(join(hubPacks(lab), 'packs', heavy), join(lab.folder, 'lost'));
  await lab.openStation('kiosk-2');
  await vi.waitFor(async () => expect(await toldBy(lab, hub)).toContain('pack.not-installed'), {
    timeout: 30_000,
    interval: 200,
  });
  await hub.close();
  await isInUse(lab, 'kiosk-2', '2.0.0');
  const store = await storeAt(lab, 'kiosk-2');
  expect(await store.verifyInstalled(heavy, testVersion('2.0.0'))).toEqual([]);
});
