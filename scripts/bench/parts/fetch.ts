import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hubPacksFolder } from '../../../src/hub/packs/hub-packs.ts';
import { packFilePath, packFileRoots } from '../../../src/shared/contracts/pack-files.ts';
import { curlFetch, curlTitle } from '../baselines/curl-fetch.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import { benchPackId, benchVersion, openBenchStore } from '../content/bench-pack.ts';
import { pressBigPack } from '../content/big-pack.ts';
import { gather } from '../machine/crowd.ts';
import { processorMsWithEnded } from '../machine/read-processes.ts';
import { timeProgram } from '../machine/run-program.ts';
import type { Samples } from '../report/figure.ts';
import { startHub } from '../station/bench-hub.ts';
import { makeSite } from '../station/bench-site.ts';
import type { BenchSite } from '../station/bench-site.ts';

const names = Array.from({ length: 8 }, (_, index) => `station-${index + 1}`);
const fetcher = join(import.meta.dirname, '..', 'content', 'fetch-worker.ts');

/** Puts the pack at the hub; resolves to the paths of all that a station asks for. */
async function stock(bench: Bench, { hub }: BenchSite): Promise<readonly string[]> {
  const { file } = await pressBigPack(bench, 'fetch-pack');
  const store = await openBenchStore(bench, hubPacksFolder(hub.folder));
  await store.install(file);
  await rm(join(bench.folder, 'fetch-pack'), { recursive: true });
  const installed = (await store.list())[0]?.versions[0];
  if (installed?.kind !== 'ready') throw new CannotMeasure('The hub has no pack.');
  const version = { pack: benchPackId, version: benchVersion };
  const blobs = new Set(installed.manifest.files.map(({ sha256 }) => sha256));
  const asked = [
    { kind: 'manifest', ...version } as const,
    { kind: 'signature', ...version } as const,
    ...[...blobs].map((sha256) => ({ kind: 'blob', sha256 }) as const),
  ];
  return asked.map((ask) => `${packFileRoots.hub}/${packFilePath(ask)}`);
}

interface Fetched {
  /** Until the last has it. */
  readonly ms: number;
  /** The same, with `sync` after it. */
  readonly durableMs: number;
  /** Of the hub and all who fetch, and a little of the bench's. */
  readonly processorMs: number;
}

async function watched(fetch: () => Promise<number>): Promise<Fetched> {
  await timeProgram('sync', []);
  const before = await processorMsWithEnded();
  const ms = await fetch();
  const processorMs = (await processorMsWithEnded()) - before;
  return { ms, processorMs, durableMs: ms + (await timeProgram('sync', [])) };
}

/** Until the last of eight stations has it, checked and in its store. */
async function timeStations(bench: Bench, { stationFolder }: BenchSite): Promise<Fetched> {
  const folder = join(bench.folder, 'fetch-stores');
  const members = [];
  for (const name of names) {
    const store = join(folder, name);
    await openBenchStore(bench, store);
    const words = [stationFolder(name), store, benchPackId, benchVersion, bench.appVersion];
    members.push({ script: fetcher, words });
  }
  const crowd = await gather(members);
  try {
    return await watched(async () => Math.max(...(await crowd.go())));
  } finally {
    await crowd.close();
    await rm(folder, { recursive: true });
  }
}

/** Until the last of eight curl has it. */
async function timeCurl(
  { folder }: Bench,
  { stationFolder }: BenchSite,
  paths: readonly string[],
): Promise<Fetched> {
  const into = join(folder, 'fetch-curl');
  const all = await Promise.all(
    names.map((name) => curlFetch(stationFolder(name), paths, join(into, name))),
  );
  const fetched = await watched(async () =>
    Math.max(...(await Promise.all(all.map((each) => each.go())))),
  );
  await rm(into, { recursive: true });
  return fetched;
}

/** Eight stations that fetch a large pack from one hub at once. */
export async function measureFetch(bench: Bench): Promise<readonly Samples[]> {
  const stations = names.map((name) => ({ name, kind: 'kiosk' }) as const);
  const site = await makeSite({ folder: join(bench.folder, 'fetch'), demo: false, stations });
  const paths = await stock(bench, site);
  const hub = await startHub(bench, site.hub);
  const stationRuns: Fetched[] = [];
  const curlRuns: Fetched[] = [];
  try {
    for (let run = 0; run < bench.runs; run += 1) {
      stationRuns.push(await timeStations(bench, site));
      curlRuns.push(await timeCurl(bench, site, paths));
    }
  } finally {
    await hub.stop();
  }
  await rm(join(bench.folder, 'fetch'), { recursive: true });
  return figures(bench.megabytes, stationRuns, curlRuns);
}

function figures(
  megabytes: number,
  stations: readonly Fetched[],
  curls: readonly Fetched[],
): readonly Samples[] {
  const all = names.length * megabytes;
  const fetching = `eight stations fetch ${megabytes} MB from one hub at once, all together`;
  const samples = (of: (run: Fetched) => number, title = curlTitle) => ({
    measured: stations.map(of),
    baseline: { title, samples: curls.map(of) },
  });
  return [
    {
      name: 'fetch',
      title: `${fetching}, until the last has it in its store`,
      unit: 'MB/s',
      ...samples(({ ms }) => (all * 1000) / ms),
    },
    {
      name: 'fetch-durable',
      title: `the same, and nothing waits for the disk any more`,
      unit: 'MB/s',
      ...samples(({ durableMs }) => (all * 1000) / durableMs, `${curlTitle}, then sync`),
    },
    {
      name: 'fetch-processor',
      title: 'processor time of the hub and the stations together for each MB that a station gets',
      unit: 'ms/MB',
      ...samples(({ processorMs }) => processorMs / all),
    },
  ];
}
