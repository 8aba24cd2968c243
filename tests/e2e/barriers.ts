import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { keepScreenshot } from './test-lab.ts';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What on a window's page keeps somebody out, as far as a program can tell ([WCA1]): the rule broken, and
 * where. Frames of pieces are others' content and are left out.
 */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
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

/** Keeps a picture of the page, and expects that it keeps nobody out. */
export async function keepOpenToAll(page: Page, name: string): Promise<void> {
  await keepScreenshot(page, name);
  expect(await barriers(page), `${name}, barriers`).toEqual([]);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
