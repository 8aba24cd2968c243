import { setTimeout as wait } from 'node:timers/promises';
import { fillSegment } from '../../large-site/fill-segment.ts';
import { makeEvents } from '../../large-site/make-events.ts';
import type { CarriedEvent } from '../../large-site/make-events.ts';
import { seededStream } from '../../large-site/seeded-stream.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import { gather } from '../machine/crowd.ts';
import { memoryOf } from '../machine/read-processes.ts';
import type { Samples } from '../report/figure.ts';
import { awayStation } from '../station/away-station.ts';
import { startHub } from '../station/bench-hub.ts';
import { kiosks, makeCrowdedSite } from '../station/crowded-site.ts';
import type { CrowdedSite } from '../station/crowded-site.ts';

const usualEvents = 1_000_000;
const eventsALearner = 2000;
const fewestLearners = 50;
const pageSize = 1000;
const seed = 20261122;
/** What each station brings while it is looked at. */
const liveEvents = 500;
const looks = 10;
const betweenLooksMs = 1000;
/** Taking in a million events on an old PC. */
const readyWithinMs = 3_600_000;

interface Seen {
  readonly all: readonly number[];
  /** Less what is mapped of files. */
  readonly own: readonly number[];
}

/** Memory of a hub while eight stations are connected, MB. */
async function look(bench: Bench, site: CrowdedSite): Promise<Seen> {
  const hub = await startHub(bench, site.hub, readyWithinMs);
  const members = site.stationFolders.map((folder, index) => {
    const learner = site.keyring.learners[index]?.learner;
    if (learner === undefined) throw new CannotMeasure('The site has too few learners.');
    return awayStation(bench, { folder, learner, events: liveEvents });
  });
  const crowd = await gather(members);
  const seen = { all: Array<number>(), own: Array<number>() };
  try {
    await crowd.go();
    for (let nth = 0; nth < looks; nth += 1) {
      await wait(betweenLooksMs);
      const { all, own } = await memoryOf(hub.pid);
      seen.all.push(all / 1e6);
      seen.own.push(own / 1e6);
    }
  } finally {
    await crowd.close();
    await hub.stop();
  }
  return seen;
}

type Pages = ReturnType<typeof makeEvents>;

/** The next pages, of so many events; what comes after them is left for later. */
function* nextOf(pages: Pages, events: number): Generator<readonly CarriedEvent[]> {
  for (let made = 0; made < events;) {
    const next = pages.next();
    if (next.done === true) return;
    made += next.value.length;
    yield next.value;
  }
}

/** A hub's memory with many events, and before that with a tenth of them. */
export async function measureMemory(bench: Bench): Promise<readonly Samples[]> {
  const events = bench.events ?? usualEvents;
  const few = Math.ceil(events / 10);
  const learners = Math.max(fewestLearners, Math.ceil(events / eventsALearner));
  const site = await makeCrowdedSite(bench, { name: 'memory', learners });
  const pages = makeEvents({ ...site, events, random: seededStream(seed) }, pageSize);
  bench.say(`Making ${few} events …`);
  await fillSegment(site.hubFolder, nextOf(pages, few));
  const baseline = await look(bench, site);
  bench.say(`Making ${events - few} more …`);
  await fillSegment(site.hubFolder, pages);
  const measured = await look(bench, site);
  const title = `a hub that took in ${events} events, with ${kiosks} stations that push`;
  const less = `the same with ${few} events`;
  return [
    {
      name: 'memory',
      title: `PSS of ${title}`,
      unit: 'MB',
      measured: measured.all,
      baseline: { title: less, samples: baseline.all },
    },
    {
      name: 'memory-own',
      title: `PSS, less files, of ${title}`,
      unit: 'MB',
      measured: measured.own,
      baseline: { title: less, samples: baseline.own },
    },
  ];
}
