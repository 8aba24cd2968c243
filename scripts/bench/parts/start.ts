import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { processorMs, proportionalBytes } from '../machine/read-processes.ts';
import type { Samples } from '../report/figure.ts';
import type { BenchWindow } from '../window/open-window.ts';
import { openEmptyWindow, openStationWindow } from '../window/rean-windows.ts';
import { signInScreen } from '../window/screens.ts';

/** One start of a window, and how it is when left alone. */
interface Start {
  /** From the start of its process to what it shows, painted, ms. */
  readonly paintedMs: number;
  /** Proportional set size of all its processes, MB (10^6 bytes). */
  readonly megabytes: number;
  /** Of one processor, %. */
  readonly idle: number;
}

/** How long a window is left alone before it is looked at, and for how long it is watched, ms. */
const restMs = 1000;
const watchMs = 1000;

async function idleShare(pid: number): Promise<number> {
  const [before, startedAt] = [await processorMs(pid), performance.now()];
  await wait(watchMs);
  return ((await processorMs(pid)) - before) / ((performance.now() - startedAt) / 100);
}

async function observe(window: BenchWindow, selector: string): Promise<Start> {
  const paintedMs = await window.paintedMs(selector);
  await wait(restMs);
  const idle = await idleShare(window.pid);
  const megabytes = (await proportionalBytes(window.pid)) / 1e6;
  return { paintedMs, megabytes, idle };
}

async function startOnce(open: () => Promise<BenchWindow>, selector: string): Promise<Start> {
  const window = await open();
  try {
    return await observe(window, selector);
  } finally {
    await window.close();
  }
}

/**
 * A kiosk from nothing to the sign-in screen, and its memory there, beside an empty window of the
 * same Electron. Both once unmeasured first: files come from the disk's cache from then on.
 */
export async function measureStart(bench: Bench): Promise<readonly Samples[]> {
  const lab = await bench.lab();
  const kiosk = () => openStationWindow(bench, 'kiosk', lab.stationFolder('station-1'));
  const empty = () => openEmptyWindow(bench);
  const starts: { readonly kiosk: Start; readonly empty: Start }[] = [];
  for (let run = 0; run <= bench.runs; run += 1) {
    const pair = {
      kiosk: await startOnce(kiosk, signInScreen),
      empty: await startOnce(empty, '.empty'),
    };
    if (run > 0) starts.push(pair);
  }
  const title = 'an empty window of the same Electron';
  const samples = (pick: (start: Start) => number) => ({
    measured: starts.map((pair) => pick(pair.kiosk)),
    baseline: { title, samples: starts.map((pair) => pick(pair.empty)) },
  });
  return [
    {
      name: 'kiosk-start',
      title: 'kiosk, from the start of its process to the sign-in screen painted',
      unit: 'ms',
      ...samples((start) => start.paintedMs),
    },
    {
      name: 'kiosk-memory',
      title: 'kiosk at the sign-in screen, memory of all its processes (PSS)',
      unit: 'MB',
      ...samples((start) => start.megabytes),
    },
    {
      name: 'kiosk-idle',
      title: 'kiosk left alone at the sign-in screen, processor time',
      unit: '% of a core',
      ...samples((start) => start.idle),
    },
  ];
}
