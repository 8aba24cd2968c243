import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseNames } from '../../../src/hub/site/database-names.ts';
import { databaseFolder } from '../../../src/hub/site/set-up-folder.ts';
import { siteFiles } from '../../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../../src/hub/site/site-vault.ts';
import { sealLearnerState } from '../../../src/sync/envelope/sealed-documents.ts';
import { systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import { openLevelStorage } from '../../../src/sync/store/level-storage.ts';
import { plainPouchTitle, timePlainPouch } from '../baselines/plain-pouch.ts';
import type { Bench } from '../bench.ts';
import type { Samples } from '../report/figure.ts';
import { startHub } from '../station/bench-hub.ts';
import { makeCrowdedSite } from '../station/crowded-site.ts';
import type { CrowdedSite } from '../station/crowded-site.ts';
import { usualState } from '../station/many-learners.ts';
import { pullOnce } from './pull.ts';

const learners = 5000;
const writeAtOnce = 500;

/** Gives every learner a folded state; resolves to the documents' path, for the baseline. */
async function fillState(
  bench: Bench,
  site: CrowdedSite,
): Promise<{ state: string; path: string }> {
  const { generation } = await readRequired(folderVault(site.hubFolder), siteFiles.site);
  const { state: name } = databaseNames(generation);
  const random = systemRandomness();
  const documents = site.keyring.learners.map(({ learner, key }) =>
    sealLearnerState(usualState(learner, null), {}, key, random),
  );
  const storage = await openLevelStorage(databaseFolder(site.hubFolder));
  const state = await storage.open(name);
  for (let at = 0; at < documents.length; at += writeAtOnce) {
    await state.putMany(documents.slice(at, at + writeAtOnce));
  }
  await storage.close();
  const path = join(bench.folder, 'fresh-states.json');
  await writeFile(path, JSON.stringify(documents));
  return { state: name, path };
}

/** A fresh station's first pull of a large site: directory, keys and states. */
export async function measureFresh(bench: Bench): Promise<readonly Samples[]> {
  bench.say(`Making a site of ${learners} learners …`);
  const site = await makeCrowdedSite(bench, { name: 'fresh', learners, stations: bench.runs });
  const { state, path } = await fillState(bench, site);
  const hub = await startHub(bench, site.hub);
  const measured: number[] = [];
  const baseline: number[] = [];
  try {
    for (const [run, folder] of site.stationFolders.entries()) {
      measured.push(await pullOnce(bench, { folder, database: state, documents: learners }));
      const plain = join(bench.folder, `plain-fresh-${run}`);
      baseline.push((await timePlainPouch(path, plain)) / 1000);
    }
  } finally {
    await hub.stop();
  }
  return [
    {
      name: 'fresh',
      title: `a fresh station pulls directory, keys and states of ${learners} learners, to rest`,
      unit: 's',
      measured,
      baseline: { title: `${plainPouchTitle} (states alone)`, samples: baseline },
    },
  ];
}
