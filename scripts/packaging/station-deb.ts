import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBillOfMaterials } from './bill-of-materials.ts';
import { stationFacts } from './deb/package-facts.ts';
import { writeDeb } from './deb/write-deb.ts';
import { fileHash } from './file-hash.ts';

export interface StationDeb {
  readonly root: string;
  /** The app as electron-builder packed it: the folder with the executable `rean`. */
  readonly packed: string;
  /** Of the Electron in it. */
  readonly electron: string;
  /** Of the package. */
  readonly version: string;
  readonly output: string;
  readonly sourceDate: number;
}

const home = 'usr/lib/rean-station';

/**
 * Makes the package of a station of the packed app, with the units of a kiosk.
 * @returns the path of the `.deb`
 * @throws SetupError `package-refused`
 */
export async function makeStationDeb(wish: StationDeb): Promise<string> {
  const { root, packed, electron, version, output, sourceDate } = wish;
  const parts = join(root, 'build', 'packages', 'station');
  const tree = await mkdtemp(join(tmpdir(), 'rean-station-deb-'));
  try {
    await cp(packed, join(tree, home), { recursive: true });
    await cp(join(parts, 'files'), tree, { recursive: true });
    const facts = stationFacts(version);
    const to = join(tree, 'usr', 'share', 'doc', facts.name);
    const sha256 = await fileHash('sha256', join(packed, 'rean'));
    const runtime = { name: 'electron', version: electron, licence: 'MIT', sha256 } as const;
    const bill = { root, kind: 'station', name: facts.name, version, sourceDate, to } as const;
    await writeBillOfMaterials({ ...bill, runtime, runtimeLicences: packed });
    const scripts = join(parts, 'control');
    return await writeDeb({ facts, tree, scripts, foreign: [`${home}/*`], output, sourceDate });
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}
