import type { Frame } from 'playwright-core';
import { vi } from 'vitest';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import type { LessonCard } from '../../src/shared/contracts/ipc/views.ts';
import { pieceCourseTitle } from '../factories/piece-pack.ts';
import { otherLanguage } from './barriers.ts';
import { kioskHand } from './kiosk-hand.ts';
import type { OpenWindow } from './test-lab.ts';

/** Titles of pieces that aren't their ids. */
const titles: Readonly<Record<string, string>> = { film: 'ភាពយន្ត', game: 'ល្បែង' };

const button = ({ page }: OpenWindow, label: string) =>
  page.getByRole('button', { name: label, exact: true }).first();

/** What a learner does with pieces at a kiosk, with the mouse. */
export const pieceHand = {
  button,
  /** How far the learner is with a piece, as home tells. */
  async card({ page }: OpenWindow, id: string): Promise<LessonCard | undefined> {
    const { courses } = await kioskHand.home(page);
    return courses.flatMap(({ lessons }) => lessons).find(({ lesson }) => lesson === id);
  },
  /** Opens a piece by its card, wherever the learner is. */
  async open(kiosk: OpenWindow, id: string, ofCourse = pieceCourseTitle): Promise<void> {
    const { page } = kiosk;
    const home = button(kiosk, kioskTexts['done.home'].km);
    const leave = button(kiosk, kioskTexts['lesson.leave'].km);
    if (await home.isVisible()) await home.click();
    else if (await leave.isVisible()) await leave.click();
    await page.waitForSelector('.home, .lesson-card');
    const elsewhere = !(await page.getByRole('heading', { name: ofCourse }).isVisible());
    if (elsewhere && !(await page.locator('.home').isVisible())) {
      await button(kiosk, kioskTexts['back'].km).click();
      await page.waitForSelector('.home');
    }
    if (await page.locator('.home').isVisible()) {
      const course = page.locator('.course-card', { hasText: ofCourse });
      if (!(await course.isVisible())) await button(kiosk, kioskTexts['page.next'].km).click();
      await course.click();
    }
    await page.waitForSelector('.lesson-card');
    const title = new RegExp(`^${titles[id] ?? id}$`);
    const card = page.locator('.lesson-card').filter({
      has: page.locator('.lesson-card__title', { hasText: title }),
    });
    while (!(await card.isVisible())) await button(kiosk, kioskTexts['page.next'].km).click();
    await card.click();
  },
  /**
   * What is open, opened once more in English: a player speaks the language its learner had as it began.
   * Ends in Khmer, at the same piece.
   */
  async inEnglish(kiosk: OpenWindow, look: () => Promise<void>): Promise<void> {
    const { page } = kiosk;
    await otherLanguage(page);
    const title = await page.locator('.piece__title').innerText();
    await button(kiosk, kioskTexts['lesson.leave'].en).click();
    const card = page.locator('.lesson-card').filter({
      has: page.locator('.lesson-card__title', { hasText: new RegExp(`^${title}$`) }),
    });
    await page.waitForSelector('.lesson-card');
    while (!(await card.isVisible())) await button(kiosk, kioskTexts['page.next'].en).click();
    await card.click();
    await page.waitForSelector('.piece__frame');
    await look();
    await otherLanguage(page);
  },
  /** The frame whose address ends so. */
  frameAt: ({ page }: OpenWindow, end: string): Promise<Frame> =>
    vi.waitFor(
      () => {
        const found = page.frames().find((frame) => frame.url().endsWith(end));
        const all = page.frames().map((frame) => frame.url());
        if (found === undefined) throw new Error(`no ${end} in ${all.join()}`);
        return found;
      },
      { timeout: 15_000, interval: 50 },
    ),
  /** Until the calm words stand there that it can't be shown. */
  failed: ({ page }: OpenWindow): Promise<void> =>
    page.getByText(kioskTexts['piece.failed'].km).waitFor({ timeout: 45_000 }),
  /** Signs the learner out; resolves to the window of whoever is next. */
  async signOut(kiosk: OpenWindow): Promise<OpenWindow> {
    await kioskHand.signOut(kiosk.page);
    const page = await vi.waitUntil(
      () =>
        kiosk.app.windows().find((each) => each !== kiosk.page && each.url().startsWith('app:')),
      30_000,
    );
    await page.waitForSelector('#root > *');
    await vi.waitFor(async () => {
      const count = await kiosk.app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
      );
      if (count !== 1) throw new Error(`${count} windows`);
    }, 10_000);
    return { ...kiosk, page };
  },
};
