import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { lookAtKiosk } from './kiosk-look.ts';
import { answerOnScreen, goOn, leaveLesson, shippedItems, signInOnScreen } from './learner-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

describe('[KSK8] the kiosk while the hub is away', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let hub: Awaited<ReturnType<TestLab['startHub']>>;

  beforeAll(async () => {
    lab = await openTestLab(1);
    hub = await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    await kiosk.page.waitForSelector('.who__person');
    const [learner] = lab.signIns.learners;
    if (learner) await signInOnScreen(kiosk.page, learner);
  });
  afterAll(() => lab.remove());

  it('tells how much waits beside how long ago the hub answered, and still fits', async () => {
    const { page } = kiosk;
    const reached = () => page.locator('.language-switch').boundingBox();
    await page.waitForSelector('.lamp--saved');
    const whileSaved = await reached();
    await hub.stop();
    await goOn(page);
    const items = await shippedItems('khmer-letters', 'letters-ka-kha-ko-ta');
    for (const item of items.slice(0, 3)) await answerOnScreen(page, item);
    await leaveLesson(page);
    await page.waitForSelector('.lamp--away', { timeout: 60_000 });
    // [KSK5] The lamp's words are others by now.
    expect(await reached()).toEqual(whileSaved);
    expect(await lookAtKiosk(kiosk, 'home-away')).toEqual([]);
    expect(await page.textContent('.lamp small')).toMatch(/· រង់ចាំ [១-៩]/);
  });

  it('[KSK5] shows the language chosen last, whatever the station says late of an earlier choice', async () => {
    const { page } = kiosk;
    const shown = await page.evaluateHandle(() => {
      const languages: string[] = [];
      const root = document.documentElement;
      const note = () => languages.push(root.lang);
      new MutationObserver(note).observe(root, { attributeFilter: ['lang'] });
      const change = document.querySelector<HTMLElement>('.language-switch');
      change?.click();
      setTimeout(() => change?.click(), 0);
      return languages;
    });
    await page.waitForFunction((languages) => languages.length >= 2, shown);
    // The station does what it is asked in turn: once it tells of this, it has told of both choices.
    await page.getByRole('button', { name: kioskTexts['help.ask'].km }).click();
    await page.waitForSelector('[aria-pressed=true]');
    expect(await shown.jsonValue()).toEqual(['en', 'km']);
  });
});
