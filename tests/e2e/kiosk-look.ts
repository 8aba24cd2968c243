import type { Page } from 'playwright-core';
import { barriers } from './barriers.ts';
import { kioskSizes, misfits, resizeTo } from './fitting.ts';
import { motions } from './motion.ts';
import { keepScreenshot } from './test-lab.ts';
import type { OpenWindow } from './test-lab.ts';

/** What a kiosk's screens look like, at both sizes and in both languages. */

/**
 * What doesn't fit the screen now shown, or keeps somebody out. Keeps its picture, narrow and wide; ends in
 * Khmer, and wide.
 */
export async function lookAtKiosk(kiosk: OpenWindow, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const language of ['en', 'km'] as const) {
    await changeLanguage(kiosk.page, language);
    const keep = (width: number) =>
      language === 'km' && width < 1366 ? keepScreenshot(kiosk.page, `${screen}-${width}`) : null;
    found.push(...(await lookInside(kiosk, `${screen}, ${language}`, keep)));
  }
  await keepScreenshot(kiosk.page, screen);
  return found;
}

export type SheetMoves = Readonly<Record<'open' | 'close', (page: Page) => Promise<void>>>;

/** The same for a sheet in front of the screen: opened and closed in each language. */
export async function lookAtSheet(
  kiosk: OpenWindow,
  screen: string,
  { open, close }: SheetMoves,
): Promise<string[]> {
  const { page } = kiosk;
  const found: string[] = [];
  for (const language of ['en', 'km'] as const) {
    await changeLanguage(page, language);
    await open(page);
    await page.locator('dialog').waitFor();
    const keep = (width: number) => keepScreenshot(page, `${screen}-${language}-${width}`);
    found.push(...(await lookInside(kiosk, `${screen}, ${language}`, keep)));
    await close(page);
    await page.locator('dialog').waitFor({ state: 'detached' });
  }
  return found;
}

async function changeLanguage(page: Page, language: 'en' | 'km'): Promise<void> {
  await page.locator('.language-switch').click();
  await page.waitForSelector(`html[lang=${language}]`);
}

async function lookInside(
  kiosk: OpenWindow,
  what: string,
  keep: (width: number) => Promise<void> | null,
): Promise<string[]> {
  const found: string[] = [];
  for (const size of kioskSizes) {
    await resizeTo(kiosk, size);
    const wrong = await misfits(kiosk.page);
    found.push(...wrong.map((misfit) => `${what}, ${size.width}: ${misfit}`));
    await keep(size.width);
  }
  const moving = (await motions(kiosk.page)).map((each) => `moves: ${each}`);
  const kept = await barriers(kiosk.page);
  return [...found, ...[...moving, ...kept].map((each) => `${what}: ${each}`)];
}
