import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roomLookTexts } from '../../src/renderer/i18n/texts/supervisor/room-look.ts';
import { lookTroubles } from '../../src/renderer/i18n/texts/supervisor/troubles-look.ts';
import { lookAtKiosk } from './kiosk-look.ts';
import { goOn, leaveLesson, signInOnScreen } from './learner-hand.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 30_000 };

/** An officer looks at what a learner has on their screen. */
describe('a learner’s lesson, looked at from the supervisor’s window', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    desk = await lab.openWindow('supervisor');
    await signInStaff(desk.page, staffOf(lab, 'officer'));
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There is no demo learner.');
    await kiosk.page.waitForSelector('.who__person');
    await signInOnScreen(kiosk.page, learner);
  });
  afterAll(() => lab.remove());

  const button = (words: { readonly km: string }) =>
    desk.page.getByRole('button', { name: words.km, exact: true });
  const seat = () => desk.page.locator('.seat-card').first();
  /** How much of the picture is of another colour than most of it: a blank one has nothing on it. */
  const drawn = () =>
    desk.page.locator('canvas.looked-at').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return { colours: 0, width: 0, height: 0 };
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      const seen = new Set<number>();
      for (let at = 0; at < pixels.length; at += 4) {
        seen.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
      }
      return { colours: seen.size, width, height };
    });

  it('[LOK1] is not offered while no lesson is open there', async () => {
    await seat().locator('.state-sign--home').waitFor(patience);
    await seat().click();
    await desk.page.locator('.learner-about__person').waitFor(patience);
    expect(await button(roomLookTexts.look).count()).toBe(0);
  });

  it('[LOK3] [LOK4] comes as a small picture, and the learner sees that somebody looks', async () => {
    await goOn(kiosk.page);
    await button(roomLookTexts.look).click(patience);
    await kiosk.page.locator('.look-sign').waitFor(patience);
    await desk.page.locator('canvas.looked-at').waitFor(patience);
    await expect.poll(drawn).toMatchObject({ width: expect.toSatisfy(isSmall) });
    expect((await drawn()).colours).toBeGreaterThan(20);
    // Nothing of it lies in the page's address book, and none of the bar is in it.
    const { width, height } = await drawn();
    expect(height / width).toBeLessThan(0.6);
    await keepScreenshot(kiosk.page, 'lesson-looked-at');
    await lookAtDesk(desk, 'supervisor-look', besideTheList);
  });

  it('[LOK3] [KSK1] tells the learner in both languages and sizes, and moves nothing to press', async () => {
    await button(roomLookTexts.again).click();
    await kiosk.page.locator('.look-sign').waitFor(patience);
    expect(await lookAtKiosk(kiosk, 'lesson-looked-at')).toEqual([]);
  });

  it('[LOK6] is gone once it is put away, and says so where the lesson was left', async () => {
    await button(roomLookTexts.away).click();
    expect(await desk.page.locator('canvas.looked-at').count()).toBe(0);
    await button(roomLookTexts.look).waitFor(patience);
    await leaveLesson(kiosk.page);
    await seat().locator('.state-sign--home').waitFor(patience);
    expect(await button(roomLookTexts.look).count()).toBe(0);
    expect(await desk.page.getByText(lookTroubles.lookGone.what.km).count()).toBe(0);
  });
});

const isSmall = (side: number) => side > 200 && side <= 480;
