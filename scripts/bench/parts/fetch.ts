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

/** Until the last of eight stations has it, checked and in its store, ms. */
async function timeStations(bench: Bench, { stationFolder }: BenchSite): Promise<number> {
  const folder = join(bench.folder, 'fetch-stores');
  const members = [];
  for (const name of names) {
    const store = join(folder, name);
    await openBenchStore(bench, store);
    const words = [stationFolder(name), store, benchPackId, benchVersion, bench.appVersion];
    members.push({ script: fetcher, words });
  }
  await timeProgram('sync', []);
  const crowd = await gather(members);
  try {
    return Math.max(...(await crowd.go()));
  } finally {
    await crowd.close();
    await rm(folder, { recursive: true });
  }
}

/** Until the last of eight curl has it, ms. */
async function timeCurl(
  { folder }: Bench,
  { stationFolder }: BenchSite,
  paths: readonly string[],
): Promise<number> {
  const into = join(folder, 'fetch-curl');
  const all = await Promise.all(
    names.map((name) => curlFetch(stationFolder(name), paths, join(into, name))),
  );
  await timeProgram('sync', []);
  const times = await Promise.all(all.map((each) => each.go()));
  await rm(into, { recursive: true });
  return Math.max(...times);
}

/** Eight stations that fetch a large pack from one hub at once. */
export async function measureFetch(bench: Bench): Promise<readonly Samples[]> {
  const stations = names.map((name) => ({ name, kind: 'kiosk' }) as const);
  const site = await makeSite({ folder: join(bench.folder, 'fetch'), demo: false, stations });
  const paths = await stock(bench, site);
  const hub = await startHub(bench, site.hub);
  const speed = (ms: number) => (names.length * bench.megabytes * 1000) / ms;
  const measured: number[] = [];
  const baseline: number[] = [];
  try {
    for (let run = 0; run < bench.runs; run += 1) {
      measured.push(speed(await timeStations(bench, site)));
      baseline.push(speed(await timeCurl(bench, site, paths)));
    }
  } finally {
    await hub.stop();
  }
  await rm(join(bench.folder, 'fetch'), { recursive: true });
  return [
    {
      name: 'fetch',
      title: `eight stations fetch ${bench.megabytes} MB from one hub at once, all together, until the last has it in its store`,
      unit: 'MB/s',
      measured,
      baseline: { title: curlTitle, samples: baseline },
    },
  ];
}
