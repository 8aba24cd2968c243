import { cp, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readLabFile } from '../../src/cli/lab/lab-file.ts';
import type { LabFile } from '../../src/cli/lab/lab-file.ts';
import { setUpLab, stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { giveShippedPacks, madeOnce } from '../factories/shipped-packs.ts';
import { testPort } from '../factories/test-port.ts';

const ports = { clock: systemClock(), random: systemRandomness() };

/**
 * A new lab with the packs that ship, in a folder that is there and empty. Its people's codes alone take
 * seconds to draw, so each worker draws one lab of so many kiosks and copies it: two labs that run at
 * once are never of one site, whose stations would find each other.
 */
export async function makeLab(folder: string, kiosks: number): Promise<LabFile> {
  const worker = process.env['VITEST_POOL_ID'] ?? '1';
  const drawn = join(madeOnce, `lab-${worker}-${kiosks}`);
  const whole = join(drawn, 'logs');
  if ((await stat(whole).catch(() => null)) === null) {
    const { stations } = await setUpLab(drawn, { kiosks, port: await testPort() }, ports);
    await giveShippedPacks(
      drawn,
      stations.map(({ name }) => stationFolder(drawn, name)),
    );
    await mkdir(whole, { mode: 0o700 });
  }
  await cp(drawn, folder, { recursive: true });
  const lab = await readLabFile(folder);
  if (lab === null) throw new Error(`There is no lab in ${folder}.`);
  return lab;
}
