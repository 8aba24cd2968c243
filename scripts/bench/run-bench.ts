import { loadavg } from 'node:os';
import { electronProgram } from '../../src/cli/lab/electron-program.ts';
import { readAppVersion } from '../../src/cli/pack/app-version.ts';
import { startXvfb } from '../runtime/xvfb.ts';
import type { Bench } from './bench.ts';
import { openBenchFolder } from './bench-folder.ts';
import { lazily } from './lazily.ts';
import { readSurroundings } from './machine/surroundings.ts';
import type { BenchOptions, PartName } from './options.ts';
import { measureAnswer } from './parts/answer.ts';
import { measureFold } from './parts/fold.ts';
import { measureFresh } from './parts/fresh.ts';
import { measureIdentity } from './parts/identity.ts';
import { measureLab } from './parts/lab.ts';
import { measureReports } from './parts/reports.ts';
import { measureLists } from './parts/lists.ts';
import { measureMemory } from './parts/memory.ts';
import { measurePull } from './parts/pull.ts';
import { measurePush } from './parts/push.ts';
import { measureSeen } from './parts/seen.ts';
import { measureInstall } from './parts/install.ts';
import { measureFetch } from './parts/fetch.ts';
import { measureOpen } from './parts/open.ts';
import { measureTurn } from './parts/turn.ts';
import { measureSearch } from './parts/search.ts';
import { measureShell } from './parts/shell.ts';
import { measureSignIn } from './parts/sign-in.ts';
import { measureSupervise } from './parts/supervise.ts';
import { measureRoomFrames } from './parts/room-frames.ts';
import { measureStart } from './parts/start.ts';
import { measureWeek } from './parts/week.ts';
import type { BenchDocument } from './report/document.ts';
import { figureOf } from './report/figure.ts';
import type { Figure, Samples } from './report/figure.ts';
import { startLab } from './station/bench-lab.ts';

const parts: Readonly<Record<PartName, (bench: Bench) => Promise<readonly Samples[]>>> = {
  start: measureStart,
  'sign-in': measureSignIn,
  answer: measureAnswer,
  seen: measureSeen,
  pull: measurePull,
  push: measurePush,
  lab: measureLab,
  week: measureWeek,
  fresh: measureFresh,
  fold: measureFold,
  memory: measureMemory,
  identity: measureIdentity,
  install: measureInstall,
  fetch: measureFetch,
  open: measureOpen,
  turn: measureTurn,
  search: measureSearch,
  shell: measureShell,
  lists: measureLists,
  reports: measureReports,
  supervise: measureSupervise,
  room: measureRoomFrames,
};

/** Of the last minute. */
const load = () => loadavg()[0] ?? 0;

/** Large enough for either kind of window. */
const screen = { width: 1440, height: 900 } as const;

async function measure(
  bench: Bench,
  { parts: asked }: Pick<BenchOptions, 'parts'>,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const name of asked) {
    bench.say(`Measuring ${name} …`);
    const samples = await parts[name](bench);
    figures.push(...samples.map(figureOf));
  }
  return figures;
}

/**
 * Measures on a lab of its own, in a folder and on a screen of its own, and leaves nothing behind.
 *
 * @param root folder of our `package.json`; what is measured is built
 * @param say takes lines for a person who waits
 */
export async function runBench(
  root: string,
  options: Pick<BenchOptions, 'parts' | 'runs' | 'events' | 'megabytes'>,
  say: (line: string) => void,
): Promise<BenchDocument> {
  const [begunAt, startedAt, before] = [new Date().toISOString(), performance.now(), load()];
  const folder = await openBenchFolder(root);
  const surroundings = await readSurroundings(root, folder);
  const display = await startXvfb(screen);
  const lab = lazily(() => startLab(bench));
  const bench: Bench = {
    root,
    folder,
    runs: options.runs,
    events: options.events,
    megabytes: options.megabytes,
    appVersion: await readAppVersion(root),
    electron: electronProgram(root),
    environment: { ...process.env, ...display.environment },
    lab: lab.get,
    say,
  };
  try {
    const figures = await measure(bench, options);
    const seconds = (performance.now() - startedAt) / 1000;
    const { runs } = options;
    return { v: 1, begunAt, seconds, runs, surroundings, load: { before, after: load() }, figures };
  } finally {
    await lab.ifMade((made) => made.stop());
    await display.stop();
  }
}
