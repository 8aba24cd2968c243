import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { LearnerId } from '../../../src/shared/ids.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import { proportionalBytes, proportionalBytesOf } from '../machine/read-processes.ts';
import type { Samples } from '../report/figure.ts';
import { startLab } from '../station/bench-lab.ts';
import type { BenchLab } from '../station/bench-lab.ts';
import { seatsThatTell } from '../station/seats-that-tell.ts';
import { addThousands } from '../station/thousands-of-learners.ts';
import { traceFrames } from '../window/frame-trace.ts';
import type { FrameWork } from '../window/frame-trace.ts';
import { openStationPage } from '../window/rean-windows.ts';

/** The largest lab that we plan for. */
const seats = 30;
const usualLearners = 5000;
/** Frames are looked at for so long in one repetition, ms. */
const lookMs = 10_000;
const warmUpMs = 5000;
const looksAtMemory = 5;

/** Has the page ask for every frame there can be, whether anything changes or not. */
const everyFrame = () => {
  const next = () => void requestAnimationFrame(next);
  next();
};

async function openRoom(page: Page, lab: BenchLab): Promise<void> {
  const officer = lab.signIns.staff.find(({ role }) => role === 'officer');
  if (officer === undefined) throw new CannotMeasure('The lab has no officer.');
  await page.locator('.choose-person__person', { hasText: officer.name.km }).click();
  await page.locator('input').fill(officer.passphrase);
  await page.locator('form').press('Enter');
  const whole = (count: number) => document.querySelectorAll('.seat-card').length === count;
  await page.waitForFunction(whole, seats, { timeout: 180_000 });
}

interface Seen {
  readonly still: FrameWork;
  readonly changing: FrameWork;
  /** Bytes: of the page's process, of all of the app. */
  readonly pageBytes: readonly number[];
  readonly appBytes: readonly number[];
}

async function look(bench: Bench, lab: BenchLab, learners: readonly LearnerId[]): Promise<Seen> {
  const { window, page } = await openStationPage(
    bench,
    'supervisor',
    lab.stationFolder('supervisor'),
  );
  const folders = Array.from({ length: seats }, (_, at) => lab.stationFolder(`kiosk-${at + 1}`));
  const telling = await seatsThatTell(folders, learners);
  try {
    await openRoom(page, lab);
    await page.evaluate(everyFrame);
    await wait(warmUpMs);
    const still = await traceFrames(page, () => wait(lookMs));
    telling.start();
    await wait(warmUpMs);
    const before = telling.told();
    const changing = await traceFrames(page, () => wait(lookMs * bench.runs));
    const told = telling.told() - before;
    if (told < (seats * lookMs * bench.runs) / 1000 / 2) {
      throw new CannotMeasure(`Seats told only ${told} times: this PC is too busy.`);
    }
    const [pageBytes, appBytes]: [number[], number[]] = [[], []];
    for (let nth = 0; nth < looksAtMemory; nth += 1) {
      await wait(1000);
      pageBytes.push(await proportionalBytesOf(window.pid, '--type=renderer'));
      appBytes.push(await proportionalBytes(window.pid));
    }
    return { still, changing, pageBytes, appBytes };
  } finally {
    await telling.stop();
    await window.close();
  }
}

/** The room in a supervisor's window while each of thirty seats changes each second, at a site of 5,000 learners. */
export async function measureRoomFrames(bench: Bench): Promise<readonly Samples[]> {
  const kiosks = Array.from({ length: seats }, (_, at) => {
    return { name: `kiosk-${at + 1}`, kind: 'kiosk' } as const;
  });
  let learners: readonly LearnerId[] = [];
  const lab = await startLab(bench, {
    name: 'room-frames',
    stations: [...kiosks, { name: 'supervisor', kind: 'supervisor' }],
    packsAt: ['supervisor'],
    fill: async ({ folder }, generation) => {
      learners = await addThousands(folder, generation, bench.events ?? usualLearners);
    },
  });
  try {
    return figures(await look(bench, lab, learners));
  } finally {
    await lab.stop();
  }
}

const megabytes = (bytes: readonly number[]) => bytes.map((each) => each / 1e6);

function figures({ still, changing, pageBytes, appBytes }: Seen): readonly Samples[] {
  const nothing = 'the same window while nothing changes';
  return [
    {
      name: 'frame-30',
      title: 'a frame of the room, its main thread, while each of 30 seats changes each second',
      unit: 'ms',
      measured: changing.mainMs,
      baseline: { title: nothing, samples: still.mainMs },
    },
    {
      name: 'frame-30-raster',
      title: 'what the software rasterizer does beside such a frame, on its own threads',
      unit: 'ms',
      measured: changing.rasterMs,
      baseline: { title: nothing, samples: still.rasterMs },
    },
    {
      name: 'memory-window',
      title: "the window's process meanwhile (PSS)",
      unit: 'MB',
      measured: megabytes(pageBytes),
      baseline: {
        title: 'the whole app: browser, station, window, graphics',
        samples: megabytes(appBytes),
      },
    },
  ];
}
