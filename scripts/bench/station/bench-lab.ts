import { join } from 'node:path';
import { installPacks } from '../../../src/cli/lab/install-packs.ts';
import { demoSignInsFile } from '../../../src/hub/demo/demo-site.ts';
import type { DemoSignIns } from '../../../src/hub/demo/demo-site.ts';
import { readHubTls } from '../../../src/hub/site/hub-tls.ts';
import { folderVault, readRequired } from '../../../src/hub/site/site-vault.ts';
import type { SiteTls } from '../../../src/shared/contracts/station-config.ts';
import { systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import type { Bench } from '../bench.ts';
import { startHub } from './bench-hub.ts';
import { makeSite } from './bench-site.ts';

/** A lab like the one `npm start` makes: demo people, two kiosks, a supervisor, the packs, a hub that runs. */
export interface BenchLab {
  readonly signIns: DemoSignIns;
  /** What its hub serves with. */
  readonly tls: SiteTls;
  /** Data folder of `station-1`, `station-2` or `supervisor`. */
  stationFolder(name: string): string;
  stop(): Promise<void>;
}

const stations = [
  { name: 'station-1', kind: 'kiosk' },
  { name: 'station-2', kind: 'kiosk' },
  { name: 'supervisor', kind: 'supervisor' },
] as const;

export async function startLab(bench: Bench): Promise<BenchLab> {
  bench.say('Making a lab with demo people …');
  const folder = join(bench.folder, 'lab');
  const { hub, stationFolder } = await makeSite({ folder, demo: true, stations });
  const packs = {
    sources: join(bench.root, 'content-packs'),
    lab: folder,
    stations: stations.map(({ name }) => stationFolder(name)),
    appVersion: bench.appVersion,
  };
  await installPacks(packs, systemRandomness());
  const running = await startHub(bench, hub);
  const vault = folderVault(hub.folder);
  return {
    signIns: await readRequired(vault, demoSignInsFile),
    tls: await readHubTls(vault),
    stationFolder,
    stop: () => running.stop(),
  };
}
