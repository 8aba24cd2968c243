import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More than any screen has places to stop at. */
const mostStops = 120;

/** Goes on with the Tab key until this is in focus, which has to be seen, and presses it ([WCA2]). */
export async function pressByKeys(page: Page, wanted: Locator): Promise<void> {
  await focusByKeys(page, wanted);
  await page.keyboard.press('Enter');
}

/** Goes on with the Tab key until this is in focus, which has to be seen. */
export async function focusByKeys(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let stop = 0; stop < mostStops && !(await isInFocus(wanted)); stop += 1) {
    await page.keyboard.press('Tab');
  }
  expect(await focusOf(wanted), `in focus: ${await inFocus(page)}`).toEqual({
    inFocus: true,
    drawn: true,
  });
}

const inFocus = (page: Page) =>
  page.evaluate(() => {
    const opens = document.querySelector('dialog[open]')?.textContent ?? 'none';
    return `${document.activeElement?.outerHTML.slice(0, 200)}; dialog: ${opens}`;
  });

const isInFocus = (wanted: Locator) =>
  wanted.evaluate((element) => element === document.activeElement);

const focusOf = (wanted: Locator) =>
  wanted.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      inFocus: element === document.activeElement,
      drawn: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });
