import type { Page } from 'playwright-core';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import type { Samples } from '../report/figure.ts';
import { startLab } from '../station/bench-lab.ts';
import type { BenchLab } from '../station/bench-lab.ts';
import { sitDown } from '../station/learner-at-work.ts';
import { frameTitle, lessonCard, wayOut } from '../window/course-ways.ts';
import { framePainted, pressedUntilPainted } from '../window/in-page.ts';
import { pageCarrier } from '../window/page-carrier.ts';
import { openStationPage } from '../window/rean-windows.ts';
import { homeScreen } from '../window/screens.ts';

/** Of one repetition, after the first; 20 in all give a 95th percentile. */
const warmARun = 8;
/** Several, so that it is not one lesson again and again. */
const lessons = 4;

const openLesson = '.lesson-card:not(.lesson-card--waits)';
const lesson = '.lesson__stage';

interface Opened {
  readonly cold: number[];
  readonly warm: number[];
  readonly frames: number[];
}

async function openSome(page: Page, opened: Opened): Promise<void> {
  await page.waitForSelector(homeScreen);
  await page.locator('.course-card').first().click();
  await page.waitForSelector(lessonCard);
  const count = Math.min(lessons, await page.locator(openLesson).count());
  if (count === 0) throw new CannotMeasure('The first course has no lesson that is open.');
  for (let time = 0; time <= warmARun; time += 1) {
    const asked = { press: openLesson, nth: time % count, wanted: lesson };
    const ms = await page.evaluate(pressedUntilPainted, asked);
    (time === 0 ? opened.cold : opened.warm).push(ms);
    opened.frames.push(await page.evaluate(framePainted));
    await page.locator(wayOut).click();
    await page.waitForSelector(openLesson);
  }
}

async function openAtFreshKiosk(bench: Bench, lab: BenchLab, opened: Opened): Promise<void> {
  const [learner] = lab.signIns.learners;
  if (learner === undefined) throw new CannotMeasure('The lab has no learners.');
  const { window, page } = await openStationPage(bench, 'kiosk', lab.stationFolder('station-1'));
  try {
    await sitDown(pageCarrier(page), learner);
    await openSome(page, opened);
  } finally {
    await window.close();
  }
}

/** A lesson of a course that ships, from its card touched to its first item and pictures painted. */
export async function measureOpen(bench: Bench): Promise<readonly Samples[]> {
  const stations = [{ name: 'station-1', kind: 'kiosk' }] as const;
  const lab = await startLab(bench, { name: 'open', stations });
  const opened: Opened = { cold: [], warm: [], frames: [] };
  try {
    for (let run = 0; run < bench.runs; run += 1) await openAtFreshKiosk(bench, lab, opened);
  } finally {
    await lab.stop();
  }
  const title = 'a lesson, from its card touched to its first item painted, pictures too';
  const baseline = { title: frameTitle, samples: opened.frames };
  return [
    {
      name: 'open-cold',
      title: `${title}: the first one since the kiosk was started`,
      unit: 'ms',
      measured: opened.cold,
      baseline,
    },
    {
      name: 'open-warm',
      title: `${title}: later ones`,
      unit: 'ms',
      measured: opened.warm,
      baseline,
    },
  ];
}
