import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import { longBook } from '../content/bench-books.ts';
import { benchCourseTitle, openBenchStore, pressPack } from '../content/bench-pack.ts';
import type { Samples } from '../report/figure.ts';
import { startLab } from '../station/bench-lab.ts';
import type { BenchLab } from '../station/bench-lab.ts';
import { sitDown } from '../station/learner-at-work.ts';
import { frameTitle, lessonCard, openCourse } from '../window/course-ways.ts';
import { framePainted, pressedUntilTold } from '../window/in-page.ts';
import { pageCarrier } from '../window/page-carrier.ts';
import { openStationPage } from '../window/rean-windows.ts';

/** Over the ends of some chapters. */
const turnsARun = 30;
/** A reader looks at a page, if not for long, ms. */
const pauseMs = 250;
const openWithinMs = 20_000;

const next = '.book__side--right .book__turn button';
const pageNumber = '.book__page';

async function bookIn(page: Page): Promise<Frame> {
  const until = performance.now() + openWithinMs;
  while (performance.now() < until) {
    const found = page.frames().find((frame) => frame.url().endsWith('/~player/epub/'));
    if (found !== undefined) {
      await found.waitForSelector(`${next}:not(:disabled)`, { timeout: openWithinMs });
      return found;
    }
    await wait(50);
  }
  throw new CannotMeasure('The book did not open.');
}

interface Turned {
  readonly turns: number[];
  readonly frames: number[];
}

async function turnSome(bench: Bench, lab: BenchLab, turned: Turned, run: number): Promise<void> {
  const learner = lab.signIns.learners[run % lab.signIns.learners.length];
  if (learner === undefined) throw new CannotMeasure('The lab has no learners.');
  const { window, page } = await openStationPage(bench, 'kiosk', lab.stationFolder('station-1'));
  try {
    await sitDown(pageCarrier(page), learner);
    await openCourse(page, benchCourseTitle);
    await page.locator(lessonCard).first().click();
    const book = await bookIn(page);
    for (let turn = 0; turn < turnsARun; turn += 1) {
      await wait(pauseMs);
      turned.turns.push(await book.evaluate(pressedUntilTold, { press: next, told: pageNumber }));
      turned.frames.push(await book.evaluate(framePainted));
    }
  } finally {
    await window.close();
  }
}

/** A page of a book in EPUB turned, in the kiosk's window. */
export async function measureTurn(bench: Bench): Promise<readonly Samples[]> {
  const stations = [{ name: 'station-1', kind: 'kiosk' }] as const;
  const lab = await startLab(bench, { name: 'turn', stations });
  const { file } = await pressPack(join(bench.folder, 'turn-pack'), longBook());
  const store = await openBenchStore(bench, join(lab.stationFolder('station-1'), 'packs'));
  await store.install(file);
  const turned: Turned = { turns: [], frames: [] };
  try {
    for (let run = 0; run < bench.runs; run += 1) await turnSome(bench, lab, turned, run);
  } finally {
    await lab.stop();
  }
  return [
    {
      name: 'turn',
      title:
        'a page of a book in EPUB, from its button touched to the next page and its number painted',
      unit: 'ms',
      measured: turned.turns,
      baseline: { title: frameTitle, samples: turned.frames },
    },
  ];
}
