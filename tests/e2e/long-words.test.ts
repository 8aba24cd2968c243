import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { createGroup, enrolInCourses, enrolLearner } from '../../src/hub/office/people.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { groupsTexts } from '../../src/renderer/i18n/texts/supervisor/groups.ts';
import { learnersTexts } from '../../src/renderer/i18n/texts/supervisor/learners.ts';
import type { CodePicture } from '../../src/shared/contracts/sign-in.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { installCourses } from '../factories/course-source.ts';
import { longItems, longWord, pressLongWords } from '../factories/long-word-pack.ts';
import { pieceCourse } from '../factories/piece-pack.ts';
import { answerBy, hands } from './one-hand.ts';
import { kioskHand } from './kiosk-hand.ts';
import { lookAtKiosk } from './kiosk-look.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const code: readonly CodePicture[] = ['fish', 'bicycle', 'house', 'mango'];

/** What holds more than it is wide, and shows it. */
const sticksOut = () =>
  [...document.querySelectorAll('.kiosk *')]
    .filter((element) => element.closest('svg, .unseen, input') === null)
    .filter((element) => getComputedStyle(element).overflowX === 'visible')
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map((element) => `${element.className} “${(element.textContent ?? '').slice(0, 12)}”`);

/** A word of sixty written units that no dictionary knows, wherever a site’s own words stand. */
describe('[KHM11] a word nobody knows', { timeout: 120_000 }, () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let desk: OpenWindow;
  let learner: LearnerId;
  const found: string[] = [];

  beforeAll(async () => {
    lab = await openTestLab(1);
    const file = await pressLongWords(lab.folder);
    for (const station of ['station-1', 'supervisor']) {
      await installCourses(join(stationFolder(lab.folder, station), 'packs'), file);
    }
    learner = await lab.inOffice(async (office) => {
      const name = { km: longWord, en: longWord };
      const group = await createGroup(office, { name, symbol: 'lotus' });
      const tile = { picture: 'fish', colour: 'river' } as const;
      const id = await enrolLearner(office, { name, group, tile, language: 'km', code });
      await enrolInCourses(office, id, [pieceCourse]);
      return id;
    });
    await lab.startHub();
    [kiosk, desk] = await Promise.all([lab.openWindow('station-1'), lab.openWindow('supervisor')]);
  });
  afterAll(() => lab.remove());

  const said = (key: keyof typeof kioskTexts) =>
    kiosk.page.getByRole('button', { name: kioskTexts[key].km, exact: true });
  const look = async (screen: string) => {
    found.push(...(await lookAtKiosk(kiosk, `long-${screen}`)));
    found.push(...(await kiosk.page.evaluate(sticksOut)).map((each) => `${screen}: ${each}`));
  };

  it('stays within the way in, home, a course, each kind of answer, and the record', async () => {
    const { page } = kiosk;
    await page.locator('.who__group').first().waitFor();
    await look('groups');
    await page.locator('.who__group', { hasText: longWord }).click();
    await page.locator('.who__person').first().waitFor();
    await look('who');
    await page.locator('.who__person').first().click();
    await page.waitForSelector('.code__picture:enabled');
    await look('code');
    await kioskHand.signIn(page, { learner, code: [...code] });
    await page.waitForSelector('.go-on__open');
    await look('home');
    await page.locator('.course-card').first().click();
    await page.waitForSelector('.lesson-card');
    await look('course');
    await page.locator('.lesson-card').first().click();
    for (const item of longItems) {
      await page.waitForSelector(`main.lesson--${item.type}`);
      await look(item.type);
      await answerBy(hands[0].hand, page, item);
    }
    await page.waitForSelector('.lesson-done');
    await look('done');
    await said('done.home').click();
    await page.locator('.record-card', { hasText: kioskTexts['home.record'].km }).click();
    await page.waitForSelector('.record__person');
    await look('record');
    await said('back').click();
    await page.locator('.record-card', { hasText: kioskTexts['library.title'].km }).click();
    await page.waitForSelector('.library');
    await look('library');
    expect(found).toEqual([]);
  });

  it('stays within the room, the lists and the panels of the desk', async () => {
    const { page } = desk;
    await signInStaff(page, staffOf(lab, 'officer'));
    await page.locator('.seat-card', { hasText: longWord.slice(0, 6) }).click();
    await lookAtDesk(desk, 'supervisor-long-room', `${besideTheList}, .seat-card *`);
    await page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
    await page
      .locator('.learner-line__button', { hasText: longWord.slice(0, 6) })
      .first()
      .click();
    await lookAtDesk(desk, 'supervisor-long-learner', besideTheList);
    await page.locator('.rail button', { hasText: groupsTexts.title.km }).click();
    await page
      .locator('.groups button', { hasText: longWord.slice(0, 6) })
      .first()
      .click();
    await lookAtDesk(desk, 'supervisor-long-group');
    expect(await page.locator('html').getAttribute('lang')).toBe('km');
  });
});
