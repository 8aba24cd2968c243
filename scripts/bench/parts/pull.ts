import { join } from 'node:path';
import { plainPouchTitle, timePlainPouch } from '../baselines/plain-pouch.ts';
import type { Bench } from '../bench.ts';
import type { Samples } from '../report/figure.ts';
import { written } from '../report/table.ts';
import { stationStatusSchema } from '../../../src/shared/contracts/ipc/status-views.ts';
import { startHub } from '../station/bench-hub.ts';
import { countHeld, makeFullSite } from '../station/full-site.ts';
import { StationLine } from '../station/station-line.ts';
import { CannotMeasure } from '../cannot-measure.ts';

const learners = 10_000;

/** The station has nothing left to fetch: its replication machine rests ([SYN1]). */
const isIdle = (value: unknown) => {
  const { phase, hubReachable } = stationStatusSchema.parse(value);
  return phase === 'idle' && hubReachable;
};

export interface PullWish {
  readonly folder: string;
  /** A database, and how many documents of it the station must hold in the end. */
  readonly database: string;
  readonly documents: number;
}

/** From the opening of a fresh station until it holds everything, s. */
export async function pullOnce(
  bench: Bench,
  { folder, database, documents }: PullWish,
): Promise<number> {
  const line = await StationLine.open(bench, { folder, kind: 'kiosk' });
  const { answeredMs } = await line.await('status', isIdle);
  const openingMs = await line.openingMs;
  await line.close();
  const held = await countHeld(folder, database);
  if (held !== documents)
    throw new CannotMeasure(`The station holds ${held} of ${documents} documents.`);
  return (answeredMs - openingMs) / 1000;
}

/** A fresh station's first pull of as many learners as two large sites have. */
export async function measurePull(bench: Bench): Promise<readonly Samples[]> {
  bench.say(`Making a hub that holds ${learners} learners …`);
  const site = await makeFullSite(bench, { learners, stations: bench.runs });
  const hub = await startHub(bench, site.hub);
  const measured: number[] = [];
  const baseline: number[] = [];
  try {
    for (const [run, folder] of site.stations.entries()) {
      measured.push(
        await pullOnce(bench, { folder, database: site.database, documents: learners }),
      );
      const plain = join(bench.folder, `plain-${run}`);
      baseline.push((await timePlainPouch(site.documents, plain)) / 1000);
    }
  } finally {
    await hub.stop();
  }
  const rates = (seconds: readonly number[]) => seconds.map((each) => learners / each);
  const size = `${learners} learners of ${written(site.documentBytes / 1000)} kB each`;
  const title = `first pull of ${size} by a fresh station, from its opening to rest`;
  return [
    {
      name: 'pull',
      title,
      unit: 's',
      measured,
      baseline: { title: plainPouchTitle, samples: baseline },
    },
    {
      name: 'pull-rate',
      title: 'the same, documents a second',
      unit: 'docs/s',
      measured: rates(measured),
      baseline: { title: plainPouchTitle, samples: rates(baseline) },
    },
  ];
}
