import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { resizeTo } from './fitting.ts';
import { keepScreenshot } from './test-lab.ts';
import type { OpenWindow } from './test-lab.ts';

/** The smallest screen that has to do, and nearly all of the display of these tests. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 1430, height: 890 },
];

/** What in the panel and over the list is wider than its place. */
function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.place__panel, .place__panel *, .place__head, .place__head *')]
      .filter((element) => element.closest('svg, select, .unseen') === null)
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map((element) => `${element.className} “${(element.textContent ?? '').slice(0, 20)}”`),
  );
}

/** The officer's screen at both sizes and in both languages, Khmer last; nothing is too wide. */
export async function lookAtDesk(desk: OpenWindow, name: string): Promise<void> {
  for (const size of sizes) {
    await resizeTo(desk, size);
    for (const language of ['en', 'km'] as const) {
      await desk.page.locator('.language-switch').click();
      await desk.page.waitForFunction((lang) => document.documentElement.lang === lang, language);
      await keepScreenshot(desk.page, `${name}-${size.width}-${language}`);
      expect(await overflows(desk.page), `${name} ${size.width} ${language}`).toEqual([]);
    }
  }
}
