import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { secondPersonTexts } from '../../src/renderer/i18n/texts/supervisor/second-person.ts';
import type { DemoSignIns } from '../../src/hub/demo/demo-site.ts';
import { barriers, isNewToUs } from './barriers.ts';
import { resizeTo } from './fitting.ts';
import { motions } from './motion.ts';
import { keepScreenshot } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** What staff do at the desk's screens, by what the buttons say in Khmer. */

type DemoStaff = DemoSignIns['staff'][number];

export function staffOf({ signIns }: TestLab, role: DemoStaff['role']): DemoStaff {
  const found = signIns.staff.find((each) => each.role === role);
  if (found === undefined) throw new Error(`There is no demo ${role}.`);
  return found;
}

export async function signInStaff(
  page: Page,
  person: Pick<DemoStaff, 'passphrase'> & { readonly name: { readonly km: string } },
): Promise<void> {
  await page.locator('.choose-person__person', { hasText: person.name.km }).click();
  await page.locator('input').fill(person.passphrase);
  await page.locator('form').press('Enter');
  await page.locator('.rail').waitFor();
}

export async function signOutStaff(page: Page): Promise<void> {
  await page.getByRole('button', { name: deskTexts['sign-out'].km, exact: true }).click();
  await page.locator('.choose-person__person').first().waitFor();
}

/** The second person chooses their name and types their passphrase, on the same screen. */
export async function signSecond(page: Page, person: DemoStaff): Promise<void> {
  const form = page.locator('.second-person');
  await form.locator('select').selectOption({ label: person.name.km });
  await form.locator('input').fill(person.passphrase);
  await form.getByRole('button', { name: secondPersonTexts.sign.km, exact: true }).click();
}

/** The smallest screen that has to do, and nearly all of the display of these tests. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 1430, height: 890 },
];

/** Where nothing may be too wide: anywhere at the desk's place, or in its panel and over its list. */
const wholePlace = '.place *';
export const besideTheList = '.place__panel, .place__panel *, .place__head, .place__head *';

/**
 * Looks at the screen at both sizes and in both languages, Khmer last: keeps pictures, and expects
 * nothing too wide.
 */
export async function lookAtDesk(
  desk: OpenWindow,
  name: string,
  within = wholePlace,
): Promise<void> {
  for (const size of sizes) {
    await resizeTo(desk, size);
    for (const language of ['en', 'km'] as const) {
      await desk.page.locator('.language-switch').click();
      await desk.page.waitForFunction((lang) => document.documentElement.lang === lang, language);
      // Each size, and each language, is to be seen in one picture at least.
      if (size === sizes[0] || language === 'km') {
        await keepScreenshot(desk.page, `${name}-${size.width}-${language}`);
      }
      expect(await tooWide(desk.page, within), `${name} ${size.width} ${language}`).toEqual([]);
      if (size !== sizes[0] || !(language === 'km' || (await isNewToUs(desk.page)))) continue;
      expect(await barriers(desk.page), `${name} ${language}, barriers`).toEqual([]);
    }
  }
  expect(await motions(desk.page), `${name}, motions`).toEqual([]);
}

/** What is too wide for its place; and the rail, where it is too high for the window and nothing is typed. */
function tooWide(page: Page, within: string): Promise<string[]> {
  return page.evaluate(
    (places) => [
      ...[...document.querySelectorAll('body:not(:has(.desk-board)) .rail')]
        .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)
        .map(({ scrollHeight, clientHeight }) => `rail ${scrollHeight} > ${clientHeight}`),
      ...[...document.querySelectorAll(places)]
        .filter((element) => element.closest('svg, select, .unseen') === null)
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
        .map((element) => `${element.className} “${(element.textContent ?? '').slice(0, 20)}”`),
    ],
    within,
  );
}
