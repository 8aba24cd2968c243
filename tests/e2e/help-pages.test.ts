import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Piece } from '../../src/cli/lab/piece.ts';
import { courseNow } from '../../src/domain/staff-course/staff-course.ts';
import { helpPages } from '../../src/renderer/i18n/texts/help-pages/all-pages.ts';
import type { HelpPageId } from '../../src/renderer/i18n/texts/help-pages/all-pages.ts';
import { formTexts } from '../../src/renderer/i18n/texts/supervisor/forms.ts';
import { helpPagesTexts } from '../../src/renderer/i18n/texts/supervisor/help-pages.ts';
import { staffTexts } from '../../src/renderer/i18n/texts/supervisor/staff.ts';
import { trainingTexts } from '../../src/renderer/i18n/texts/supervisor/training.ts';
import { barriers } from './barriers.ts';
import { resizeTo } from './fitting.ts';
import { besideTheList, lookAtDesk, signInStaff, signOutStaff, staffOf } from './staff-hand.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const { questions } = courseNow('supervising', 'site-manager');
const patience = { timeout: 30_000 };
const within = `${besideTheList}, .help-pages, .help-pages *`;

/** The site manager, whose rail has most places, reads how things work. */
describe('the help pages', () => {
  let lab: TestLab;
  let desk: OpenWindow;
  let hub: Piece;

  beforeAll(async () => {
    lab = await openTestLab(1);
    hub = await lab.startHub();
    desk = await lab.openWindow('supervisor');
    await signInStaff(desk.page, staffOf(lab, 'site-manager'));
  });
  afterAll(() => lab.remove());

  const button = (words: { readonly km: string }) =>
    desk.page.getByRole('button', { name: words.km, exact: true });
  const menu = () => desk.page.locator('.help-menu');
  const title = () => desk.page.locator('.help-page__title');
  const isOpen = (page: HelpPageId) =>
    expect.poll(() => title().textContent(), patience).toBe(helpPages[page].title.km);
  const inSearch = () => desk.page.getByLabel(helpPagesTexts.search.km);

  it('[HPG4] [SUP1] open from the rail’s “?”, which makes it no higher', async () => {
    const { page } = desk;
    for (const language of ['en', 'km']) {
      await page.locator('.language-switch').click();
      await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
      await page.locator('.help-menu__open').click();
      await menu().getByRole('button').first().waitFor();
      await keepScreenshot(page, `supervisor-help-menu-${language}`);
      const found = await barriers(page);
      expect({ language, found }).toEqual({ language, found: [] });
      await page.keyboard.press('Escape');
      await menu().waitFor({ state: 'hidden' });
    }
    await resizeTo(desk, { width: 1430, height: 860 });
    const over = await page
      .locator('.rail')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    expect(over).toBeLessThanOrEqual(0);
    await page.locator('.help-menu__open').click();
    await button(helpPagesTexts.open).click();
    await isOpen('room');
  });

  it('[HPG2] show the signs as the room draws them, and lead from page to page', async () => {
    const { page } = desk;
    await page.locator('.help-page__way').first().click();
    await isOpen('signs-room');
    expect(await page.locator('.help-page .state-sign').count()).toBe(8);
    await lookAtDesk(desk, 'supervisor-help-pages', within);
    await button(helpPages.override.title).click();
    await page.locator('.code-sheet').scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'supervisor-help-override');
  });

  it('[HPG3] are searched in Khmer and Latin letters, and say where nothing is found', async () => {
    const { page } = desk;
    await inSearch().fill('ភ្លើង ដាច់');
    await expect.poll(() => page.locator('.help-pages mark').count(), patience).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await isOpen('power-cut');
    await lookAtDesk(desk, 'supervisor-help-found', within);
    await inSearch().fill('helicopter');
    await page.locator('[data-screen=help-pages-none]').waitFor();
    await lookAtDesk(desk, 'supervisor-help-none', within);
    await button(helpPagesTexts['none.all']).click();
    await button(helpPagesTexts.back).click();
    await page.locator('[data-screen=room]').waitFor();
  });

  it('[HPG4] [WCA2] open at F1 with the page of the place, and leave what was typed there', async () => {
    const { page } = desk;
    await page.locator('.rail button', { hasText: staffTexts.title.km }).click();
    await button(staffTexts.appoint).click();
    const name = page.getByLabel(formTexts['name.en'].km);
    await name.fill('Chan Dara');
    await page.keyboard.press('F1');
    await isOpen('staff');
    await page.keyboard.press('Escape');
    expect(await name.inputValue()).toBe('Chan Dara');
    const hasKeyboard = () => name.evaluate((field) => field === document.activeElement);
    await expect.poll(hasKeyboard, patience).toBe(true);
    await page.locator('.place__help').click();
    await isOpen('staff');
  });

  const openCourse = async () => {
    await desk.page.locator('.help-menu__open').click();
    await button(trainingTexts.open).click();
    await desk.page.locator('[data-screen=training]').waitFor();
  };
  const choose = (question: string, choice: string) =>
    desk.page.locator(`input[name="${question}"][value="${choice}"]`).check();

  it('[HPG5] teach a course: pages read, questions answered until they are right', async () => {
    const { page } = desk;
    await openCourse();
    const finish = button(trainingTexts.finish);
    const toRead = page.locator('.training__step');
    const pages = (await toRead.count()) - 1;
    for (let at = 0; at <= pages; at += 1) await toRead.nth(at).click();
    await page.locator('[data-screen=training-questions]').waitFor();
    for (const { id, choices } of questions) await choose(id, choices[0] ?? '');
    await button(trainingTexts.check).click();
    const again = page.locator('.training__mark--again');
    await expect.poll(() => again.count(), patience).toBeGreaterThan(2);
    expect(await finish.isDisabled()).toBe(true);
    await lookAtDesk(desk, 'supervisor-training-questions', within);
    for (const { id, right } of questions) await choose(id, right);
    // What was changed is not marked until it is checked again.
    await expect.poll(() => again.count(), patience).toBe(0);
    expect(await finish.isDisabled()).toBe(true);
    await button(trainingTexts.check).click();
    await page
      .locator('.training__mark--right')
      .nth(questions.length - 1)
      .waitFor(patience);
    // The practice is left, which has a story of its own.
    expect(await finish.isDisabled()).toBe(true);
  });

  it('[HPG6] can be finished once the hub is back, and say so', async () => {
    const { page } = desk;
    await signOutStaff(page);
    await hub.stop();
    await signInStaff(page, staffOf(lab, 'officer'));
    await openCourse();
    await page.locator('[data-screen=training-away]').waitFor(patience);
    expect(await page.locator('[data-screen=training-done]').count()).toBe(0);
    await lookAtDesk(desk, 'supervisor-training-away', within);
  });
});
