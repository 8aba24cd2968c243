import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { screensLookedAt } from '../factories/screens-looked-at.ts';
import { keepScreenshot } from './test-lab.ts';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What on a window's page keeps somebody out, as far as a program can tell ([WCA1]): the rule broken, and
 * where. Of pieces what our players draw is looked at; what others put into them is theirs. Notes the
 * screens that it has looked at.
 */
export async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    if (frame !== page.mainFrame() && !isPlayer(frame)) continue;
    found.push(...(await barriersIn(frame)));
    if (isPlayer(frame)) found.push(...(await smallIn(frame)));
    await screensLookedAt.note(await screensIn(frame));
  }
  return found;
}

const isPlayer = (frame: Frame) => /\/~player\/[a-z0-9]+\/$/.test(frame.url());

/** The screens a page shows now, each with its language. */
const screensIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll('[data-screen]')]
      .filter((element) => element.checkVisibility())
      .map((element) => `${element.getAttribute('data-screen')} ${document.documentElement.lang}`),
  );

/** What a learner touches in a player, and is smaller than it may be ([KSK2]). */
const smallIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll('button, input[type=range]')].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const least = element.matches('.keyboard__key') ? 64 : 96;
      if (!element.checkVisibility() || Math.min(width, height) > least - 1) return [];
      return [`small: ${element.className} ${Math.round(width)} × ${Math.round(height)}`];
    }),
  );

async function barriersIn(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return frame.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
      iframes: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        const why = failureSummary.split('\n').slice(1).join(' ').trim();
        return `${id}: ${target.join(' ')} (${why})`;
      }),
    );
  }, rules);
}

/** Whether the page shows a screen that no test of this run has looked at yet in the language it is in. */
export async function isNewToUs(page: Page): Promise<boolean> {
  const lookedAt = await screensLookedAt.read();
  return (await screensIn(page.mainFrame())).some((screen) => !lookedAt.has(screen));
}

/** Keeps a picture of the page, and expects that it keeps nobody out; in the other language too, the first time. */
export async function keepOpenToAll(page: Page, name: string): Promise<void> {
  await keepScreenshot(page, name);
  expect(await barriers(page), `${name}, barriers`).toEqual([]);
  if ((await page.locator('.language-switch').count()) === 0) return;
  const { lang } = await otherLanguage(page);
  if (await isNewToUs(page)) {
    expect(await barriers(page), `${name}, barriers, ${lang}`).toEqual([]);
  }
  await otherLanguage(page);
}

/** Turns the page to its other language: by its own switch, also where a sheet lies in front of it. */
export async function otherLanguage(page: Page): Promise<{ readonly lang: string }> {
  const before = await page.evaluate(() => document.documentElement.lang);
  const lang = before === 'km' ? 'en' : 'km';
  await page.locator('.language-switch').dispatchEvent('click');
  await page.waitForSelector(`html[lang=${lang}]`);
  return { lang };
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
