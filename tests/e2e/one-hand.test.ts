import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { enrolInCourses } from '../../src/hub/office/people.ts';
import { drawingTexts } from '../../src/renderer/i18n/texts/drawings.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { installCourses } from '../factories/course-source.ts';
import type { Item } from '../../src/shared/contracts/lesson.ts';
import { everyItem, everyItemLesson, pressEveryItem } from '../factories/every-item-pack.ts';
import { pieceCourse } from '../factories/piece-pack.ts';
import { kioskHand } from './kiosk-hand.ts';
import { lookAtKiosk } from './kiosk-look.ts';
import { answerBy, hands, otherHand } from './one-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** A whole sitting with one hand: every kind of item, by the mouse alone, and then by keys alone. */
describe('a sitting with one hand', { timeout: 120_000 }, () => {
  let lab: TestLab;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    const file = await pressEveryItem(lab.folder);
    await installCourses(join(stationFolder(lab.folder, 'station-1'), 'packs'), file);
    for (const nth of [0, 1]) {
      await lab.inOffice((office) => enrolInCourses(office, learner(nth).learner, [pieceCourse]));
    }
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
  });
  afterAll(() => lab.remove());

  const learner = (nth: number) => {
    const found = lab.signIns.learners[nth];
    if (found === undefined) throw new Error('There are no demo learners.');
    return found;
  };
  /** The keys on the screen, and one touched that was not asked for. */
  const lookAtKeys = async ({ id }: Item) => {
    const { page } = kiosk;
    const touch = said(page, 'keys.touch');
    await touch.or(page.locator('.drill-keys')).first().waitFor();
    if (await touch.isVisible()) await touch.click();
    await page
      .locator('.keyboard__key:not(.keyboard__key--next, .keyboard__key--shift)')
      .first()
      .click();
    await page.locator('.keyboard__key--wrong').waitFor();
    return lookAtKiosk(kiosk, `lesson-keys-touch-${id}`);
  };
  const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const said = (page: Page, key: keyof typeof kioskTexts) => named(page, kioskTexts[key].km);

  it.each(hands)('[WCA2] [LSN10] [LSN13] [LSN19] by $name alone', async ({ name, hand, other }) => {
    const { page } = kiosk;
    const found: string[] = [];
    const { name: own, code } = learner(name === 'keys' ? 1 : 0);
    await page.waitForSelector('.who__person');

    await otherHand.watch(page, other);
    await hand.press(page.locator('.who__person', { hasText: own.km }));
    for (const picture of code) await hand.press(named(page, drawingTexts[picture].km));
    await page.waitForSelector('.me');
    await otherHand.watch(page, other);
    await hand.press(said(page, 'help.ask'));
    await hand.press(said(page, 'help.asked'));
    await hand.press(page.locator('.record-card', { hasText: kioskTexts['home.record'].km }));
    await page.waitForSelector('.record__person');
    await hand.press(said(page, 'back'));
    const course = page.locator('.course-card', { hasText: everyItemLesson.title.km });
    if (!(await course.isVisible())) await hand.press(said(page, 'page.next'));
    await hand.press(course);
    await hand.press(page.locator('.lesson-card', { hasText: everyItemLesson.title.km }));
    for (const item of everyItem) {
      await page.waitForSelector(`main.lesson--${item.type}`);
      if (item.type === 'keyDrill' && name === 'the mouse') found.push(...(await lookAtKeys(item)));
      if (item.type === 'dictation' && name === 'the mouse') {
        found.push(...(await lookAtKiosk(kiosk, 'lesson-dictation')));
      }
      await answerBy(hand, page, item);
    }
    expect(found).toEqual([]);
    await page.waitForSelector('.lesson-done');
    await hand.press(said(page, 'done.home'));
    await page.waitForSelector('.go-on, .home');
    const { courses } = await kioskHand.home(page);
    const card = courses.flatMap(({ lessons }) => lessons).find(({ lesson }) => lesson === 'first');
    expect(card?.status).toBe('done');
    expect(await otherHand.heard(page)).toBeNull();
    const next = kiosk.app.waitForEvent('window');
    await hand.press(page.locator('.me'));
    await hand.press(said(page, 'out.yes'));
    kiosk = { ...kiosk, page: await next };
    expect(await kiosk.page.locator('.me').count()).toBe(0);
  });
});
