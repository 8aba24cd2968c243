import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { deskTexts } from '../../../src/renderer/i18n/texts/supervisor/desk.ts';
import { learnersTexts } from '../../../src/renderer/i18n/texts/supervisor/learners.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import type { Samples } from '../report/figure.ts';
import { startLab } from '../station/bench-lab.ts';
import type { BenchLab } from '../station/bench-lab.ts';
import { planWeek } from '../station/planned-week.ts';
import { addThousands, nameOfLearner } from '../station/thousands-of-learners.ts';
import {
  chosenUntilTold,
  framePainted,
  pressedUntilPainted,
  pressedUntilTold,
  typedUntilTold,
} from '../window/in-page.ts';
import { openStationPage } from '../window/rean-windows.ts';

export const learners = 5000;
/** More than a site has: each stands in the lists of groups, and in the week. */
const groups = 200;
const slots = 40;
const demoLearners = 12;
const rowPx = 52;
const timesARun = 8;
const pauseMs = 150;

const search = '.learner-filters__name input';
const first = '.learner-line__button';
const counted = '.place__aside';

interface Found {
  readonly search: number[];
  readonly filter: number[];
  readonly sort: number[];
  readonly tick: number[];
  readonly timetable: number[];
  readonly frame: number[];
}

/** Signs the officer in, and waits until everybody is in the list. */
export async function openList(page: Page, lab: BenchLab): Promise<void> {
  const officer = lab.signIns.staff.find(({ role }) => role === 'officer');
  if (officer === undefined) throw new CannotMeasure('The lab has no officer.');
  await page.locator('.choose-person__person', { hasText: officer.name.km }).click();
  await page.locator('input').fill(officer.passphrase);
  await page.locator('form').press('Enter');
  await page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
  const height = `${(learners + demoLearners) * rowPx}px`;
  const whole = (px: string) => {
    const body = document.querySelector('.learner-table tbody');
    return body instanceof HTMLElement && body.style.height === px;
  };
  await page.waitForFunction(whole, height, { timeout: 180_000 });
}

/** Each thing once, one after another, as somebody at the list would. */
async function once(page: Page, found: Found, nth: number): Promise<void> {
  const { km, en } = nameOfLearner((nth * 617 + 31) % learners);
  const words = nth % 2 === 0 ? km : en;
  await page.locator(search).focus();
  found.search.push(
    await page.evaluate(typedUntilTold, { field: search, words, first, expected: km }),
  );
  await page.locator(search).fill('');
  await page.waitForFunction(
    (px) => (document.querySelector('.learner-table tbody')?.clientHeight ?? 0) > px,
    learners * rowPx - 1,
  );
  await wait(pauseMs);
  const select = '.learner-filters__group select';
  const group = { select, place: 1 + (nth % 50), told: counted };
  found.filter.push(await page.evaluate(chosenUntilTold, group));
  found.filter.push(await page.evaluate(chosenUntilTold, { ...group, place: 0 }));
  await wait(pauseMs);
  for (const column of [2, 6]) {
    const press = `.learner-table thead th:nth-child(${column}) button`;
    found.sort.push(await page.evaluate(pressedUntilTold, { press, told: first }));
    await wait(pauseMs);
  }
  const all = { press: '.learner-table thead input', told: '.tick-bar output' };
  found.tick.push(await page.evaluate(pressedUntilTold, all));
  found.tick.push(await page.evaluate(pressedUntilTold, all));
  await wait(pauseMs);
  found.timetable.push(await placeOpened(page, deskTexts['place.timetable'].km, '.slot-card'));
  await placeOpened(page, learnersTexts.title.km, first);
  await wait(pauseMs);
  found.frame.push(await page.evaluate(framePainted));
}

/** Presses a place of the rail, and waits until what fits `wanted` is painted there, ms. */
async function placeOpened(page: Page, name: string, wanted: string): Promise<number> {
  const places = await page.locator('.rail button').allTextContents();
  const nth = places.findIndex((place) => place.includes(name));
  return page.evaluate(pressedUntilPainted, { press: '.rail button', nth, wanted });
}

/** The list of 5,000 learners in a supervisor's window: searched, narrowed, sorted, ticked ([LST1]). */
export async function measureLists(bench: Bench): Promise<readonly Samples[]> {
  const stations = [{ name: 'supervisor', kind: 'supervisor' }] as const;
  bench.say(`Making a site of ${learners} learners …`);
  const lab = await startLab(bench, {
    name: 'lists',
    stations,
    fill: async ({ folder }, generation) => {
      await addThousands(folder, generation, learners, groups);
      await planWeek(folder, slots);
    },
  });
  const found: Found = { search: [], filter: [], sort: [], tick: [], timetable: [], frame: [] };
  try {
    const folder = lab.stationFolder('supervisor');
    const { window, page } = await openStationPage(bench, 'supervisor', folder);
    try {
      await openList(page, lab);
      // The first of each is made ready for all after it.
      await once(page, { search: [], filter: [], sort: [], tick: [], timetable: [], frame: [] }, 0);
      for (let nth = 1; nth <= bench.runs * timesARun; nth += 1) await once(page, found, nth);
    } finally {
      await window.close();
    }
  } finally {
    await lab.stop();
  }
  return figures(found);
}

function figures({ frame, ...found }: Found): readonly Samples[] {
  const titles = {
    search: `a name among ${learners} learners, from typed to the only line painted`,
    filter: 'a group chosen, or all again, until the list and its count are painted',
    sort: `the ${learners} in another order, from a press on a heading until painted`,
    tick: 'all of them ticked, or none, until that is painted',
    timetable: `the week of ${slots} slots and ${groups} groups, from its place in the rail until painted`,
  } as const;
  const baseline = { title: 'a frame of the same window', samples: frame };
  return (['search', 'filter', 'sort', 'tick', 'timetable'] as const).map((name) => ({
    name: `lists-${name}`,
    title: titles[name],
    unit: 'ms',
    measured: found[name],
    baseline,
  }));
}
