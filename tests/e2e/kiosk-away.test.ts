import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kioskSizes, misfits, resizeTo } from './fitting.ts';
import { answerOnScreen, goOn, leaveLesson, shippedItems, signInOnScreen } from './learner-hand.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

describe('[KSK8] the kiosk while the hub is away', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    const hub = await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    await kiosk.page.waitForSelector('.who__person');
    const [learner] = lab.signIns.learners;
    if (learner) await signInOnScreen(kiosk.page, learner);
    await hub.stop();
  });
  afterAll(() => lab.remove());

  it('tells how much waits beside how long ago the hub answered, and still fits', async () => {
    const { page } = kiosk;
    await goOn(page);
    const items = await shippedItems('khmer-letters', 'letters-ka-kha-ko-ta');
    for (const item of items.slice(0, 3)) await answerOnScreen(page, item);
    await leaveLesson(page);
    await page.waitForSelector('.lamp--away', { timeout: 60_000 });
    const found: string[] = [];
    for (const language of ['en', 'km']) {
      await page.locator('.language-switch').click();
      await page.waitForSelector(`html[lang=${language}]`);
      for (const size of kioskSizes) {
        await resizeTo(kiosk, size);
        const fits = await misfits(page);
        found.push(...fits.map((misfit) => `${language}, ${size.width}: ${misfit}`));
        await keepScreenshot(page, `home-away-${language}-${size.width}`);
      }
    }
    expect(found).toEqual([]);
    expect(await page.textContent('.lamp small')).toMatch(/· រង់ចាំ [១-៩]/);
  });
});
