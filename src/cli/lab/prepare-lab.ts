import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { requireSite } from '../../hub/site/set-up-folder.ts';
import { isReanError, ReanError } from '../../shared/errors.ts';
import { semverSchema } from '../../shared/ids.ts';
import { holdFolder } from '../../station/machine/hold-folder.ts';
import { installPacks } from './install-packs.ts';
import { readLabFile } from './lab-file.ts';
import type { LabFile } from './lab-file.ts';
import { removeLab } from './lab-folder.ts';
import { hubFolder, setUpLab, stationFolder } from './set-up-lab.ts';
import type { WishedLab } from './set-up-lab.ts';

export interface LabWish extends WishedLab {
  /** Absolute path of the lab's data folder. */
  readonly folder: string;
  /** Folder of our `package.json`. */
  readonly root: string;
  readonly reset: boolean;
  say(line: string): void;
}

const packageSchema = z.looseObject({ version: semverSchema });

async function appVersion(root: string) {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}

async function reset({ folder, say }: LabWish): Promise<void> {
  if (await removeLab(folder)) say(`Removed the lab in ${folder}: its people, answers and keys.`);
  else say(`There was no lab in ${folder}.`);
}

async function makeLab(wish: LabWish): Promise<LabFile> {
  const { folder, say } = wish;
  say(`Setting up a practice lab in ${folder} (once; some seconds) …`);
  return setUpLab(folder, wish, { clock: systemClock(), random: systemRandomness() });
}

/** @throws ReanError `config.outdated` for a lab of an earlier Rean ([IDN8]), `config.invalid` */
async function readMadeLab(folder: string): Promise<LabFile | null> {
  const lab = await readLabFile(folder);
  const outdated = await requireSite(hubFolder(folder)).then(
    () => false,
    (error: unknown) => isReanError(error, 'config.outdated'),
  );
  if (lab !== null && outdated) throw new ReanError('config.outdated', { path: folder });
  return lab;
}

/**
 * Makes everything ready to run: the folder held by this process alone, the site and its stations
 * there, the packs installed ([RUN1], [RUN3], [RUN6]).
 *
 * @throws ReanError `store.in-use` while another lab runs on this folder, `config.outdated`,
 * `config.invalid`, `store.*`
 */
export async function prepareLab(wish: LabWish): Promise<LabFile> {
  const { folder, root, say } = wish;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await holdFolder(folder))) {
    throw new ReanError('store.in-use', { path: folder, held: 'lab' });
  }
  if (wish.reset) await reset(wish);
  const lab = (await readMadeLab(folder)) ?? (await makeLab(wish));
  await mkdir(join(folder, 'logs'), { recursive: true, mode: 0o700 });
  const packs = {
    sources: join(root, 'content-packs'),
    lab: folder,
    stations: lab.stations.map(({ name }) => stationFolder(folder, name)),
    appVersion: await appVersion(root),
  };
  const told = await installPacks(packs, systemRandomness());
  if (told.length > 0) say(['Installed packs:', ...told].join('\n'));
  return lab;
}
