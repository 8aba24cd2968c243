import { stationStatusSchema } from '../../../src/shared/contracts/ipc/status-views.ts';
import { verifySignatures, verifySignaturesTitle } from '../baselines/verify-signatures.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import { gather } from '../machine/crowd.ts';
import { monotonicMs } from '../machine/clocks.ts';
import type { Samples } from '../report/figure.ts';
import { awayStation } from '../station/away-station.ts';
import { startHub } from '../station/bench-hub.ts';
import { kiosks, makeCrowdedSite } from '../station/crowded-site.ts';
import type { CrowdedSite } from '../station/crowded-site.ts';
import { inputDelays } from '../window/input-delays.ts';
import { pageCarrier } from '../window/page-carrier.ts';
import { openStationPage } from '../window/rean-windows.ts';

/** What a station records in a week. */
const usualEvents = 5000;
const learners = 40;
/** Moves of the pointer while nothing happens, for comparison. */
const quietMoves = 200;

interface Week {
  readonly seconds: number;
  readonly delays: readonly number[];
  readonly quietDelays: readonly number[];
}

const isSaved = (value: unknown) => {
  const { waiting, hubReachable } = stationStatusSchema.parse(value);
  return hubReachable && waiting === 0;
};

/** Every station has so many events; the hub is stopped afterwards. */
async function beAway(bench: Bench, site: CrowdedSite, events: number) {
  const hub = await startHub(bench, site.hub);
  const members = site.stationFolders.map((folder, index) => {
    const learner = site.keyring.learners[index]?.learner;
    if (learner === undefined) throw new CannotMeasure('The site has too few learners.');
    return awayStation(bench, { folder, learner, events });
  });
  const kiosk = await gather(members.slice(0, 1));
  await kiosk.close();
  const others = await gather(members.slice(1));
  await hub.stop();
  return others;
}

/** One kiosk is a real window, whose pointer moves all the while; the others have none. */
async function comeBack(bench: Bench, site: CrowdedSite, events: number): Promise<Week> {
  const others = await beAway(bench, site, events);
  const [folder = ''] = site.stationFolders;
  const { window, page } = await openStationPage(bench, 'kiosk', folder);
  try {
    const pointer = await inputDelays(page);
    const quietDelays = await pointer.of(quietMoves);
    const hub = await startHub(bench, site.hub);
    const startedAt = monotonicMs();
    const saved = Promise.all([others.go(), pageCarrier(page).await('status', isSaved)]);
    const delays = await pointer.until(saved);
    await saved;
    const seconds = (monotonicMs() - startedAt) / 1000;
    await hub.stop();
    return { seconds, delays, quietDelays };
  } finally {
    await window.close();
    await others.close();
  }
}

/** Eight stations come back after a week without their hub. */
export async function measureWeek(bench: Bench): Promise<readonly Samples[]> {
  const events = Math.ceil((bench.events ?? usualEvents * kiosks) / kiosks);
  const site = await makeCrowdedSite(bench, { name: 'week', learners });
  const weeks: Week[] = [];
  for (let run = 0; run < bench.runs; run += 1) weeks.push(await comeBack(bench, site, events));
  const least = verifySignatures(events * kiosks);
  const title = `${kiosks} stations with ${events} events each meet their hub again, until all are receipted`;
  return [
    {
      name: 'week',
      title,
      unit: 's',
      measured: weeks.map(({ seconds }) => seconds),
      baseline: { title: verifySignaturesTitle, samples: [least.seconds] },
    },
    {
      name: 'week-input',
      title: 'meanwhile: a pointer moves, until the kiosk’s page hears of it',
      unit: 'ms',
      measured: weeks.flatMap(({ delays }) => delays),
      baseline: {
        title: 'the same while the hub is away',
        samples: weeks.flatMap(({ quietDelays }) => quietDelays),
      },
    },
  ];
}
