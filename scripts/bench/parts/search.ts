import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { kioskTexts } from '../../../src/renderer/i18n/texts/kiosk.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import { shelfOfBooks, titleOf } from '../content/bench-books.ts';
import { openBenchStore, pressPack } from '../content/bench-pack.ts';
import type { Samples } from '../report/figure.ts';
import { startLab } from '../station/bench-lab.ts';
import type { BenchLab } from '../station/bench-lab.ts';
import { sitDown } from '../station/learner-at-work.ts';
import { typedUntilTold } from '../window/in-page.ts';
import { pageCarrier } from '../window/page-carrier.ts';
import { openStationPage } from '../window/rean-windows.ts';
import { homeScreen } from '../window/screens.ts';

const books = 5000;
const booksAPack = 500;
const searchesARun = 20;
const pauseMs = 200;

/** Titles all over the library, in one script and the other. */
function searches(run: number) {
  return Array.from({ length: searchesARun }, (_, index) => {
    const nth = (run * searchesARun * 61 + index * 241 + 17) % books;
    const { km, en } = titleOf(nth);
    return { words: index % 2 === 0 ? km : en, expected: km };
  });
}

async function fillLibrary(bench: Bench, lab: BenchLab): Promise<void> {
  bench.say(`Making a library of ${books} books …`);
  const store = await openBenchStore(bench, join(lab.stationFolder('station-1'), 'packs'));
  for (let from = 0; from < books; from += booksAPack) {
    const folder = join(bench.folder, `search-pack-${from}`);
    const { file } = await pressPack(folder, shelfOfBooks(from, booksAPack));
    await store.install(file);
  }
}

interface Found {
  readonly searches: number[];
  readonly looks: number[];
}

/** The least: every title looked through for the words, one after another, ms. */
function lookThrough(titles: readonly string[], words: string): number {
  const startedAt = performance.now();
  const found = titles.filter((title) => title.toLowerCase().includes(words.toLowerCase()));
  if (found.length === 0) throw new CannotMeasure(`No title has "${words}".`);
  return performance.now() - startedAt;
}

async function openSearch(page: Page): Promise<void> {
  const button = (label: string) => page.getByRole('button', { name: label, exact: true }).first();
  await page.waitForSelector(homeScreen);
  await page.locator('.record-card', { hasText: kioskTexts['library.title'].km }).click();
  await page.waitForSelector('.book-card');
  await button(kioskTexts['library.search'].km).click();
  await page.waitForSelector('.library__field');
}

async function searchSome(bench: Bench, lab: BenchLab, found: Found, run: number): Promise<void> {
  const [learner] = lab.signIns.learners;
  if (learner === undefined) throw new CannotMeasure('The lab has no learners.');
  const titles = Array.from({ length: books }, (_, nth) => Object.values(titleOf(nth)).join(' '));
  const { window, page } = await openStationPage(bench, 'kiosk', lab.stationFolder('station-1'));
  try {
    await sitDown(pageCarrier(page), learner);
    await openSearch(page);
    for (const [index, { words, expected }] of searches(run).entries()) {
      await wait(pauseMs);
      const asked = { field: '.library__field', words, first: '.book-card', expected };
      const ms = await page.evaluate(typedUntilTold, asked);
      // the first one of a kiosk makes the search, and is told apart
      if (index > 0) found.searches.push(ms);
      else bench.say(`The first search took ${Math.round(ms)} ms.`);
      found.looks.push(lookThrough(titles, words));
    }
  } finally {
    await window.close();
  }
}

/** A book looked for among 5,000, in the kiosk's window. */
export async function measureSearch(bench: Bench): Promise<readonly Samples[]> {
  const stations = [{ name: 'station-1', kind: 'kiosk' }] as const;
  const lab = await startLab(bench, { name: 'search', stations });
  await fillLibrary(bench, lab);
  const found: Found = { searches: [], looks: [] };
  try {
    for (let run = 0; run < bench.runs; run += 1) await searchSome(bench, lab, found, run);
  } finally {
    await lab.stop();
  }
  return [
    {
      name: 'search',
      title: `a title among ${books} books, from typed in the library’s field to its cover painted as the first`,
      unit: 'ms',
      measured: found.searches,
      baseline: { title: 'the same titles looked through one by one', samples: found.looks },
    },
  ];
}
