import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { deskTexts } from '../../../src/renderer/i18n/texts/supervisor/desk.ts';
import { reportKinds } from '../../../src/shared/contracts/ipc/report-views.ts';
import type { ReportKind } from '../../../src/shared/contracts/ipc/report-views.ts';
import type { Bench } from '../bench.ts';
import type { Samples } from '../report/figure.ts';
import { startLab } from '../station/bench-lab.ts';
import { addThousands } from '../station/thousands-of-learners.ts';
import { chosenUntilTold, framePainted } from '../window/in-page.ts';
import { openStationPage } from '../window/rean-windows.ts';
import { learners, openList } from './lists.ts';

const timesARun = 5;
const pauseMs = 150;
const select = '.reports__choices select';
const told = '.reports__report h2';

/** Each report once, one after another. */
async function once(
  page: Page,
  found: Readonly<Record<ReportKind, number[]>>,
  frames: number[],
): Promise<void> {
  // From the last to the first, so that each is another than the one before.
  for (const [place, kind] of [...reportKinds.entries()].toReversed()) {
    found[kind].push(await page.evaluate(chosenUntilTold, { select, place, told }));
    await wait(pauseMs);
  }
  frames.push(await page.evaluate(framePainted));
}

const nothing = (): Record<ReportKind, number[]> => ({
  progress: [],
  skills: [],
  items: [],
  help: [],
  hours: [],
});

/** Reports of 5,000 learners in a supervisor's window, from choosing one until it is painted ([RPT5]). */
export async function measureReports(bench: Bench): Promise<readonly Samples[]> {
  const stations = [{ name: 'supervisor', kind: 'supervisor' }] as const;
  bench.say(`Making a site of ${learners} learners …`);
  const lab = await startLab(bench, {
    name: 'reports',
    stations,
    fill: async ({ folder }, generation) => {
      await addThousands(folder, generation, learners);
    },
  });
  const found = nothing();
  const frames: number[] = [];
  try {
    const folder = lab.stationFolder('supervisor');
    const { window, page } = await openStationPage(bench, 'supervisor', folder);
    try {
      await openList(page, lab);
      await page.locator('.rail button', { hasText: deskTexts['place.reports'].km }).click();
      await page.locator(told).waitFor();
      // The first of each is made ready for all after it.
      await once(page, nothing(), []);
      for (let nth = 0; nth < bench.runs * timesARun; nth += 1) await once(page, found, frames);
    } finally {
      await window.close();
    }
  } finally {
    await lab.stop();
  }
  return reportKinds.map((kind) => ({
    name: `reports-${kind}`,
    title: `a report of ${kind} over ${learners} learners, from chosen until painted`,
    unit: 'ms',
    measured: found[kind],
    baseline: { title: 'a frame of the same window', samples: frames },
  }));
}
