import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { siteFiles } from '../../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../../src/hub/site/site-vault.ts';
import { makeEvents } from '../../large-site/make-events.ts';
import type { CarriedEvent } from '../../large-site/make-events.ts';
import { seededStream } from '../../large-site/seeded-stream.ts';
import { openPouchServer, pouchClient, pouchPushTitle } from '../baselines/pouch-push.ts';
import type { PouchServer } from '../baselines/pouch-push.ts';
import type { Bench } from '../bench.ts';
import { gather } from '../machine/crowd.ts';
import type { CrowdMember } from '../machine/crowd.ts';
import type { Samples } from '../report/figure.ts';
import { awayStation } from '../station/away-station.ts';
import { startHub } from '../station/bench-hub.ts';
import { kiosks, makeCrowdedSite } from '../station/crowded-site.ts';
import type { CrowdedSite } from '../station/crowded-site.ts';

/** Of all stations together, a repetition. */
const usualEvents = 16_000;
const learners = 40;

/** Events a second until the last of the crowd is done. */
async function rateOf(members: readonly CrowdMember[], events: number): Promise<number> {
  const crowd = await gather(members);
  try {
    return (events * 1000) / Math.max(...(await crowd.go()));
  } finally {
    await crowd.close();
  }
}

/** Eight stations send what they recorded, until receipts cover it all. */
function ourRate(bench: Bench, { stationFolders, keyring }: CrowdedSite, events: number) {
  const members = stationFolders.map((folder, index) => {
    const learner = keyring.learners[index]?.learner;
    if (learner === undefined) throw new Error('too few learners');
    return awayStation(bench, { folder, learner, events: events / kiosks });
  });
  return rateOf(members, events);
}

/** The same documents, an eighth in each of eight files. */
async function writeShares(
  site: CrowdedSite,
  folder: string,
  wish: { readonly events: number; readonly run: number },
): Promise<{ readonly files: readonly string[]; readonly documentBytes: number }> {
  await mkdir(folder, { recursive: true });
  const random = seededStream(wish.run);
  const all: CarriedEvent[] = [...makeEvents({ ...site, ...wish, random }, wish.events)].flat();
  const files = site.stations.map((_, index) => join(folder, `share-${index + 1}.json`));
  for (const [index, { station }] of site.stations.entries()) {
    const own = all.filter(({ _id }) => _id.startsWith(station));
    await writeFile(files[index] ?? '', JSON.stringify(own));
  }
  return { files, documentBytes: JSON.stringify(all).length / all.length };
}

async function plainServer({ hubFolder }: CrowdedSite, folder: string): Promise<PouchServer> {
  const vault = folderVault(hubFolder);
  const tls = await readRequired(vault, siteFiles.tls);
  const { certificate: authority } = await readRequired(vault, siteFiles.authority);
  return openPouchServer(folder, { tls, authority });
}

async function plainRate(
  server: PouchServer,
  site: CrowdedSite,
  wish: { readonly folder: string; readonly events: number; readonly run: number },
) {
  const { files, documentBytes } = await writeShares(site, wish.folder, wish);
  const members = files.map((documents, index) =>
    pouchClient(server, { documents, folder: join(wish.folder, `client-${index + 1}`) }),
  );
  return { rate: await rateOf(members, wish.events), documentBytes };
}

/** Sustained push of a whole lab: everything is checked, synced and receipted here. */
export async function measurePush(bench: Bench): Promise<readonly Samples[]> {
  const events = Math.ceil((bench.events ?? usualEvents) / kiosks) * kiosks;
  const site = await makeCrowdedSite(bench, { name: 'push', learners });
  const hub = await startHub(bench, site.hub);
  // Both stay for all repetitions: what a process does the first time takes it longer.
  const server = await plainServer(site, join(bench.folder, 'plain-server'));
  const measured: number[] = [];
  const baseline: number[] = [];
  let bytes = 0;
  try {
    for (let run = 0; run < bench.runs; run += 1) {
      measured.push(await ourRate(bench, site, events));
      const folder = join(bench.folder, `plain-push-${run}`);
      const plain = await plainRate(server, site, { folder, events, run });
      baseline.push(plain.rate);
      bytes = plain.documentBytes;
    }
  } finally {
    await server.close();
    await hub.stop();
  }
  const title = `push of ${events} events of ${Math.round(bytes)} B by ${kiosks} stations until receipted, signatures checked`;
  return [
    {
      name: 'push',
      title,
      unit: 'events/s',
      measured,
      baseline: { title: pouchPushTitle, samples: baseline },
    },
  ];
}
