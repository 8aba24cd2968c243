import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { installPacks } from '../../src/cli/lab/install-packs.ts';
import { semverSchema } from '../../src/shared/ids.ts';
import { systemRandomness } from '../../src/sync/machine/system-ports.ts';

const packageSchema = z.looseObject({ version: semverSchema });
const root = join(import.meta.dirname, '../..');
/** What a run of tests makes once and copies. */
export const madeOnce = join(root, '.artefacts/made-once');
const shipped = join(madeOnce, 'packs');
/** What of it is a lab's, and what is each of its stations'. */
const ofLab = ['publisher', 'packs'];
const station = join(shipped, 'station');

/**
 * Builds, signs and installs the packs that ship once for all labs of a run of tests, which only copy
 * them: that a lab makes them itself is what the practice lab's own test sees.
 */
export async function setup(): Promise<void> {
  await rm(madeOnce, { recursive: true, force: true });
  await mkdir(shipped, { recursive: true });
  const folders = { sources: join(root, 'content-packs'), lab: shipped, stations: [station] };
  const { version } = packageSchema.parse(
    JSON.parse(await readFile(join(root, 'package.json'), 'utf8')),
  );
  await installPacks({ ...folders, appVersion: version }, systemRandomness());
}

/** Gives a lab and each of its stations the packs that ship, as if it had built them. */
export async function giveShippedPacks(lab: string, stations: readonly string[]): Promise<void> {
  const given = [
    ...ofLab.map((name) => [join(shipped, name), join(lab, name)] as const),
    ...stations.map((folder) => [join(station, 'packs'), join(folder, 'packs')] as const),
  ];
  for (const [from, to] of given) await cp(from, to, { recursive: true });
}
