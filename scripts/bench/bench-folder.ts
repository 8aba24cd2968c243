import { rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { holdFolder } from '../../src/station/machine/hold-folder.ts';
import { CannotMeasure } from './cannot-measure.ts';

/**
 * A folder for one run, gone when this process ends. It lies on the disk of the checkout: `/tmp` may
 * be in memory. What a killed run left there is taken away first.
 *
 * @returns its absolute path
 * @throws CannotMeasure while another run has it: neither could trust its figures
 */
export async function openBenchFolder(root: string): Promise<string> {
  const folder = join(root, '.artefacts', 'bench');
  await mkdir(folder, { recursive: true });
  if (!(await holdFolder(folder)))
    throw new CannotMeasure('Another bench is running in this checkout.');
  await rm(folder, { recursive: true });
  await mkdir(folder, { mode: 0o700 });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
