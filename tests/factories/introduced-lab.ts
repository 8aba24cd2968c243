import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stationConfigSchema } from '../../src/shared/contracts/station-config.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { LabStation, RealLab } from './real-lab.ts';
import { testPort } from './test-port.ts';

const names: readonly LabStation[] = ['kiosk-1', 'kiosk-2', 'supervisor'];

/** What a station was set up with. */
export async function configOf(lab: RealLab, name: LabStation): Promise<StationConfig> {
  const text = await readFile(join(lab.stationFolder(name), 'station.json'), 'utf8');
  return stationConfigSchema.parse(JSON.parse(text));
}

/** Tells every station where the others answer, as on a LAN without multicast. */
export async function introduce(lab: RealLab): Promise<void> {
  const known = await Promise.all(
    names.map(async (name) => {
      const config = await configOf(lab, name);
      return { name, config, port: await testPort() };
    }),
  );
  for (const { name, config, port } of known) {
    const others = known.filter((each) => each.name !== name);
    const at = others.map((each) => {
      return { station: each.config.station, url: `https://127.0.0.1:${each.port}` };
    });
    const told = { ...config, peers: { port, multicast: false, at } };
    const path = join(lab.stationFolder(name), 'station.json');
    await writeFile(path, JSON.stringify(stationConfigSchema.parse(told)), { mode: 0o600 });
  }
}
