import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Generation } from '../../shared/ids.ts';
import { syncFolder } from '../site/private-file.ts';
import { emptyIndexAhead } from '../intake/empty-index-ahead.ts';
import type { HubIndex } from '../intake/hub-index.ts';
import { databaseFolder } from '../site/set-up-folder.ts';
import { siteFiles } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import type { SiteVault } from '../site/site-vault.ts';
import { migrationFile } from './migration-file.ts';

/** Where databases that come into a hub's folder are until all of them are there. */
export function comingFolder(folder: string): string {
  return `${databaseFolder(folder)}.coming`;
}

/**
 * Does what is left of a move once it is decided: each step can be done twice, and the last takes
 * the decision away, so that a stop on the way is made good at the next start ([CDB8]).
 * @param index the folder's, which is held meanwhile; it knows of the old databases, and is emptied
 */
export async function completeMigration(folder: string, index: HubIndex): Promise<void> {
  const vault = folderVault(folder);
  const migration = await vault.read(migrationFile);
  if (!migration?.switched) return;
  await emptyIndexAhead(index, [], true);
  const { to, generation } = migration;
  if (to === null) {
    await takeIn(folder);
    await rm(join(folder, siteFiles.databases.path), { force: true });
  } else {
    await vault.write(siteFiles.couch, to.account);
    await vault.write(siteFiles.databases, to.place);
  }
  const site = await readRequired(vault, siteFiles.site);
  await keepRecovery(vault, site.generation, generation);
  await vault.write(siteFiles.site, { ...site, generation });
  await rm(join(folder, migrationFile.path), { force: true });
  await syncFolder(join(folder, 'secrets'));
}

/** What a restored hub waits for it goes on waiting for, under whatever generation ([REC4]). */
async function keepRecovery(vault: SiteVault, from: Generation, to: Generation): Promise<void> {
  const recovery = await vault.read(siteFiles.recovery);
  if (recovery?.generation !== from) return;
  await vault.write(siteFiles.recovery, { ...recovery, generation: to });
}

/** The databases that have come become those of the folder; older ones there are kept beside. */
async function takeIn(folder: string): Promise<void> {
  const entries = await readdir(folder);
  const [coming, held] = [comingFolder(folder), databaseFolder(folder)];
  if (!entries.some((name) => join(folder, name) === coming)) return;
  if (entries.some((name) => join(folder, name) === held))
    await rename(held, freeName(held, folder, entries));
  await rename(coming, held);
  await syncFolder(folder);
}

function freeName(held: string, folder: string, entries: readonly string[]): string {
  let count = 1;
  while (entries.some((name) => join(folder, name) === `${held}.left-${count}`)) count += 1;
  return `${held}.left-${count}`;
}
