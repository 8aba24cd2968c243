import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../../src/cli/lab/free-port.ts';
import { addStationFolder } from '../../../src/cli/site/station-folder.ts';
import { initSite } from '../../../src/hub/office/site-on-disk.ts';
import { databaseNames } from '../../../src/hub/site/database-names.ts';
import { databaseFolder } from '../../../src/hub/site/set-up-folder.ts';
import { systemClock, systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import type { StateDocument } from '../../../src/shared/contracts/documents/state.ts';
import { openLevelStorage } from '../../../src/sync/store/level-storage.ts';
import type { Bench } from '../bench.ts';
import type { HubPlace } from './bench-lab.ts';
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

const usualPort = 8700;
const writeAtOnce = 500;

/** Makes it, its hub not running. */
export async function makeFullSite(
  bench: Bench,
  wanted: { readonly learners: number; readonly stations: number },
): Promise<FullSite> {
  const [random, clock] = [systemRandomness(), systemClock()];
  const hub = { folder: join(bench.folder, 'full-hub'), port: await freePort(usualPort) };
  const name = { km: 'សាកល្បង', en: 'Bench' };
  const { generation } = await initSite(
    hub.folder,
    { name, hosts: [], demo: false },
    { random, clock },
  );
  const { state: database } = databaseNames(generation);
  const learners = manyLearners(wanted.learners, random);
  await fill(hub.folder, database, learners);
  const documents = join(bench.folder, 'learners.json');
  const text = JSON.stringify(learners);
  await writeFile(documents, text);
  const stations: string[] = [];
  for (let number = 1; number <= wanted.stations; number += 1) {
    const stationFolder = join(bench.folder, `fresh-${number}`);
    const hubUrl = `https://127.0.0.1:${hub.port}`;
    const station = { hubFolder: hub.folder, stationFolder, name, kind: 'kiosk', hubUrl } as const;
    await addStationFolder(station, { random, clock });
    stations.push(stationFolder);
  }
  return { hub, stations, database, documents, documentBytes: text.length / learners.length };
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
