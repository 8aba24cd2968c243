import { join } from 'node:path';
import * as z from 'zod';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import { benchCourseTitle, openBenchStore, pressBenchPack } from '../content/bench-pack.ts';
import { misbehavingPages, stillPage } from '../content/misbehaving.ts';
import type { Samples } from '../report/figure.ts';
import { startLab } from '../station/bench-lab.ts';
import type { BenchLab } from '../station/bench-lab.ts';
import { sitDown } from '../station/learner-at-work.ts';
import { lessonCard, openCourse } from '../window/course-ways.ts';
import { answersUntil } from '../window/in-page.ts';
import { pageCarrier } from '../window/page-carrier.ts';
import { openStationPage } from '../window/rean-windows.ts';

/** How long a piece that behaves is watched, ms. */
const stillMs = 4000;
/** The calm screen after a piece was ended. */
const ended = '.piece__ways';

const pages = { still: stillPage, ...misbehavingPages };
const ids = Object.keys(pages);

async function makeLab(bench: Bench): Promise<BenchLab> {
  const stations = [{ name: 'station-1', kind: 'kiosk' }] as const;
  const lab = await startLab(bench, { name: 'shell', stations });
  const pieces = Object.entries(pages).map(([id, page]) => ({ id, files: { 'index.html': page } }));
  const { file } = await pressBenchPack(join(bench.folder, 'shell-pack'), pieces);
  const store = await openBenchStore(bench, join(lab.stationFolder('station-1'), 'packs'));
  await store.install(file);
  return lab;
}

/**
 * Every answer of the shell while one piece is open, from asked in the page to answered by the station and
 * a frame drawn, ms.
 */
async function answersBeside(bench: Bench, lab: BenchLab, id: string): Promise<readonly number[]> {
  const [learner] = lab.signIns.learners;
  if (learner === undefined) throw new CannotMeasure('The lab has no learners.');
  const { window, page } = await openStationPage(bench, 'kiosk', lab.stationFolder('station-1'));
  try {
    const carrier = pageCarrier(page);
    await sitDown(carrier, learner);
    await openCourse(page, benchCourseTitle);
    await page.locator(lessonCard).nth(ids.indexOf(id)).click();
    await page.waitForSelector('iframe');
    // By a line of its own: a page whose frame is killed is lost to Playwright.
    const until = id === 'still' ? { afterMs: stillMs } : { selector: ended };
    const answers = await window.evaluate(`(${answersUntil.toString()})(${JSON.stringify(until)})`);
    return z.array(z.number()).parse(answers);
  } finally {
    await window.close();
  }
}

/** The shell while a piece misbehaves, until it is ended, beside one that behaves. */
export async function measureShell(bench: Bench): Promise<readonly Samples[]> {
  const lab = await makeLab(bench);
  const answers = new Map(ids.map((id) => [id, [] as number[]]));
  try {
    for (let run = 0; run < bench.runs; run += 1) {
      for (const id of ids) answers.get(id)?.push(...(await answersBeside(bench, lab, id)));
    }
  } finally {
    await lab.stop();
  }
  const samples = answers.get('still') ?? [];
  const baseline = { title: 'beside a piece that behaves', samples };
  return Object.keys(misbehavingPages).map((id) => ({
    name: `shell-${id}`,
    title: `the shell’s answer, asked in its page to drawn, beside a piece that misbehaves: ${id}`,
    unit: 'ms',
    measured: answers.get(id) ?? [],
    baseline,
  }));
}
