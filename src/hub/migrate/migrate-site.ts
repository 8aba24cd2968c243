import { rm } from 'node:fs/promises';
import { ReanError } from '../../shared/errors.ts';
import type { Generation } from '../../shared/ids.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import { openLevelStorage } from '../../sync/store/level-storage.ts';
import type { Databases } from '../../sync/store/storage.ts';
import { SiteOffice } from '../office/site-office.ts';
import { openIndexOnDisk } from '../server/index-on-disk.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { databaseFolder, requireSite } from '../site/set-up-folder.ts';
import { siteFiles } from '../site/site-files.ts';
import type { SiteFileContent } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import { freshAccount, freshPlace } from '../store/choose-couch.ts';
import type { CouchAccount } from '../store/choose-couch.ts';
import { couchStorageAt } from '../store/couch-site.ts';
import { comingFolder, completeMigration } from './complete-migration.ts';
import { copyDatabase, digestOf } from './copy-database.ts';
import { migrationFile } from './migration-file.ts';
import type { Migration } from './migration-file.ts';

export interface MigrateOptions {
  readonly folder: string;
  /** The CouchDB to move to; null for the hub's folder. */
  readonly to: CouchAccount | null;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  readonly say: (line: string) => void;
}

/**
 * Moves a site's databases while its hub is stopped: copies all, compares counts and digests of
 * each, and only then switches, to a new generation. Cut off at any moment the old ones are still in
 * use, and the next try goes on ([CDB8]). The old ones are kept.
 * @throws ReanError `site.missing`, `store.in-use` while the hub runs, `store.unopenable` with
 * `problem: 'differs'` where a copy is not what it was copied from, or another `store.*` code
 */
export async function migrateSite(options: MigrateOptions): Promise<Generation> {
  const { folder, log } = options;
  await requireSite(folder);
  // The index is the lock that keeps a hub off this folder.
  const index = await openIndexOnDisk(folder, log);
  try {
    await completeMigration(folder, index);
    const vault = folderVault(folder);
    const plan = await planFor(options);
    await vault.write(migrationFile, plan);
    await copyAll(options, plan);
    await vault.write(migrationFile, { ...plan, spent: true, switched: true });
    await completeMigration(folder, index);
    return plan.generation;
  } finally {
    await index.close();
  }
}

/** The plan of an earlier try to the same place, or a new one. */
async function planFor({ folder, to, random }: MigrateOptions): Promise<Migration> {
  const earlier = await folderVault(folder).read(migrationFile);
  if (earlier && !earlier.spent && earlier.to?.place.url === to?.url) {
    if (to === null || earlier.to === null) return earlier;
    const account = { ...freshAccount(to, random), sequenceKey: earlier.to.account.sequenceKey };
    return { ...earlier, to: { ...earlier.to, account } };
  }
  await rm(comingFolder(folder), { recursive: true, force: true });
  const there = to && { place: freshPlace(to.url, random), account: freshAccount(to, random) };
  const generation = freshIds.generation(random);
  return { v: 1, to: there, generation, spent: false, switched: false };
}

async function copyAll(options: MigrateOptions, plan: Migration): Promise<void> {
  const vault = folderVault(options.folder);
  const site = await readRequired(vault, siteFiles.site);
  const source = await openSource(options.folder);
  const target = await openTarget(options.folder, plan);
  try {
    const all = pairs(await source.list(), site.generation, plan.generation);
    for (const [from, to] of all)
      await copyDatabase(await source.open(from), await target.open(to));
    await vault.write(migrationFile, { ...plan, spent: true });
    for (const pair of all) await compare(source, target, pair, options.say);
    await beginGeneration(options, target, { ...site, generation: plan.generation });
  } finally {
    await source.close();
    await target.close();
  }
}

async function openSource(folder: string): Promise<Databases> {
  const vault = folderVault(folder);
  const place = await vault.read(siteFiles.databases);
  if (place === null) return openLevelStorage(databaseFolder(folder));
  return couchStorageAt(place, await readRequired(vault, siteFiles.couch));
}

async function openTarget(folder: string, { to }: Migration): Promise<Databases> {
  return to === null
    ? openLevelStorage(comingFolder(folder))
    : couchStorageAt(to.place, to.account);
}

/** What each database is called here and there; those of other generations stay behind. */
function pairs(names: readonly string[], from: Generation, to: Generation) {
  return names.flatMap((name): readonly (readonly [string, string])[] => {
    if (!/-[0-9a-f]{16}$/.test(name)) return [[name, name]];
    return name.endsWith(`-${from}`) ? [[name, name.slice(0, -from.length) + to]] : [];
  });
}

async function compare(
  source: Databases,
  target: Databases,
  [here, there]: readonly [string, string],
  say: MigrateOptions['say'],
): Promise<void> {
  const before = await digestOf(await source.open(here));
  const after = await digestOf(await target.open(there));
  if (before.contents !== after.contents || before.sum !== after.sum) {
    const counts = { here: before.contents, there: after.contents };
    throw new ReanError('store.unopenable', { database: there, problem: 'differs', ...counts });
  }
  say(`${here}: ${before.contents} contents, the same there (sum of SHA-256 ${before.sum})`);
}

async function beginGeneration(
  { folder, clock, random }: MigrateOptions,
  storage: Databases,
  site: SiteFileContent,
): Promise<void> {
  const office = await SiteOffice.open({
    site,
    vault: folderVault(folder),
    storage,
    clock,
    random,
  });
  await office.record({ type: 'generation.begun', documents: () => [] });
}
