import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseNames } from '../../../src/hub/site/database-names.ts';
import { databaseFolder } from '../../../src/hub/site/set-up-folder.ts';
import type { StateDocument } from '../../../src/shared/contracts/documents/state.ts';
import { systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import { openLevelStorage } from '../../../src/sync/store/level-storage.ts';
import type { Bench } from '../bench.ts';
import type { HubPlace } from './bench-hub.ts';
import { makeSite } from './bench-site.ts';
import { manyLearners } from './many-learners.ts';

/** A site whose hub holds many folded learners, with stations that never met it. */
export interface FullSite {
  readonly hub: HubPlace;
  /** Data folders of the fresh stations. */
  readonly stations: readonly string[];
  /** Name of the database the learners are in. */
  readonly database: string;
  /** Path of the same documents as a JSON array. */
  readonly documents: string;
  /** Average length of one as JSON. */
  readonly documentBytes: number;
}

const writeAtOnce = 500;

/** Makes it, its hub not running. */
export async function makeFullSite(
  bench: Bench,
  wanted: { readonly learners: number; readonly stations: number },
): Promise<FullSite> {
  const folder = join(bench.folder, 'full-site');
  const fresh = Array.from({ length: wanted.stations }, (_, index) => `fresh-${index + 1}`);
  const stations = fresh.map((name) => ({ name, kind: 'kiosk' }) as const);
  const { site, hub, stationFolder } = await makeSite({ folder, demo: false, stations });
  const { state: database } = databaseNames(site.generation);
  const learners = manyLearners(wanted.learners, systemRandomness());
  await fill(hub.folder, database, learners);
  const documents = join(folder, 'learners.json');
  const text = JSON.stringify(learners);
  await writeFile(documents, text);
  const documentBytes = text.length / learners.length;
  return { hub, stations: fresh.map(stationFolder), database, documents, documentBytes };
}

async function fill(
  hubFolder: string,
  database: string,
  learners: readonly StateDocument[],
): Promise<void> {
  const storage = await openLevelStorage(databaseFolder(hubFolder));
  const state = await storage.open(database);
  for (let at = 0; at < learners.length; at += writeAtOnce) {
    await state.putMany(learners.slice(at, at + writeAtOnce));
  }
  await storage.close();
}

/** How many documents a station holds of a database; the station is closed. */
export async function countHeld(stationFolder: string, database: string): Promise<number> {
  const storage = await openLevelStorage(join(stationFolder, 'db'));
  const { documents } = await (await storage.open(database)).info();
  await storage.close();
  return documents;
}
