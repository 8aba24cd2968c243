import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Piece } from '../../src/cli/lab/piece.ts';
import { answerOf } from '../../src/domain/marking.ts';
import { enrolMany } from '../../src/hub/office/groups.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { learnerPageTexts } from '../../src/renderer/i18n/texts/supervisor/learner-page.ts';
import { learnersTexts } from '../../src/renderer/i18n/texts/supervisor/learners.ts';
import { learnerTexts } from '../../src/renderer/i18n/texts/supervisor/learner.ts';
import { kioskContract } from '../../src/shared/contracts/ipc/contract.ts';
import { shippedCourses } from '../factories/shipped-lessons.ts';
import { wrongAnswersTo } from '../factories/wrong-answers.ts';
import { kioskHand } from './kiosk-hand.ts';
import { lookAtKiosk, lookAtSheet } from './kiosk-look.ts';
import { answerOnScreen, shippedItems, signInOnScreen, signOutOnScreen } from './learner-hand.ts';
import { answerAll, finish, jumpTo } from './lesson-jump.ts';
import { ask, valueOf } from './page-bridge.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const letters = 'org.rean.khmer-letters';
const days = 86_400_000;
const patience = { timeout: 30_000 };

/** A learner who doesn't get on, and who comes back days later: what the screens say of it. */
describe('a learner over some days', () => {
  let lab: TestLab;
  let hub: Piece;
  let kiosk: OpenWindow;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab();
    hub = await lab.startHub();
    [kiosk, desk] = await Promise.all([lab.openWindow('station-1'), lab.openWindow('supervisor')]);
    await signInOnScreen(kiosk.page, learner());
    await signInStaff(desk.page, staffOf(lab, 'officer'));
  });
  afterAll(() => lab.remove());

  const learner = () => {
    const [first] = lab.signIns.learners;
    if (first === undefined) throw new Error('There are no demo learners.');
    return first;
  };

  /** Leaves, and signs in again in the window of the next sitting. */
  const comeBack = async () => {
    const fresh = kiosk.app.waitForEvent('window');
    await signOutOnScreen(kiosk.page);
    kiosk = { ...kiosk, page: await fresh };
    await signInOnScreen(kiosk.page, learner());
  };

  it('[CRS2] is shown in pictures what comes before a lesson, and goes there at a touch', async () => {
    const { page } = kiosk;
    await page.locator('.course-card').first().click();
    const found = await lookAtSheet(kiosk, 'first-this', {
      open: (shown) => shown.locator('.lesson-card--waits').first().click(),
      close: (shown) => shown.keyboard.press('Escape'),
    });
    expect(found).toEqual([]);
    await page.locator('.lesson-card--waits').first().click();
    await press(page, 'lesson.first-go');
    await page.waitForSelector('main.lesson');
    await press(page, 'lesson.leave');
    await page.waitForSelector('main.course');
    await press(page, 'back');
    await page.waitForSelector('.go-on');
  });

  it('[HLP1] stands at the desk as in need of help after four wrong answers, until one is right', async () => {
    const { page } = kiosk;
    await finish(page, letters, 'letters-ka-kha-ko-ta');
    await jumpTo(page, letters, 'letters-cha-da-ba-mo', 'starts-hand');
    const asked = (await shippedItems('khmer-letters', 'letters-cha-da-ba-mo')).filter(
      ({ type }) => type !== 'present',
    );
    const [hand, hen, rice] = asked;
    if (hand === undefined || hen === undefined || rice === undefined) throw new Error('Too few.');
    for (const item of [hand, hand, hen, hen]) {
      const [response] = wrongAnswersTo(item);
      await ask(page, 'command', 'lesson.answer', { item: item.id, response, activeMs: 500 });
    }
    const sign = desk.page.locator('.seat-card--stuck');
    await sign.waitFor(patience);
    expect(await page.locator('.kiosk').textContent()).not.toContain(learnerTexts['stuck.sign'].km);
    await desk.page.locator('.seat-card').first().click();
    await desk.page.locator('.place__panel .stuck-here').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-stuck', besideTheList);
    const right = { item: rice.id, response: answerOf(rice), activeMs: 500 };
    await ask(page, 'command', 'lesson.answer', right);
    await expect.poll(() => sign.count(), patience).toBe(0);
    await press(page, 'lesson.leave');
    await page.waitForSelector('.go-on');
  });

  it('[REV3] finds at home what is due three days later, and is done with it for today', async () => {
    await hub.stop();
    hub = await lab.startHub(3 * days);
    await comeBack();
    const { page } = kiosk;
    const due = page.locator('.beside-card', { hasText: kioskTexts['home.due'].km });
    await due.waitFor(patience);
    expect(await lookAtKiosk(kiosk, 'home-due')).toEqual([]);
    const opening = ask(page, 'command', 'review.open');
    const view = await valueOf(opening, kioskContract.commands['review.open'].output);
    const items = view.lesson.activities.flatMap((activity) => activity.items);
    await answerAll(page, { items: {} }, items.slice(0, -1));
    await ask(page, 'command', 'lesson.leave');
    await due.click();
    await page.waitForSelector('main.lesson');
    expect(await lookAtKiosk(kiosk, 'review')).toEqual([]);
    const last = items.at(-1);
    if (last === undefined) throw new Error('Nothing is due.');
    await answerOnScreen(page, last);
    await page.waitForSelector('.lesson-done');
    expect(await lookAtKiosk(kiosk, 'review-done')).toEqual([]);
    await press(page, 'done.home');
    await page.waitForSelector('.go-on');
    expect((await kioskHand.home(page)).due).toBe(0);
    expect(await due.count()).toBe(0);
  });

  it('[LPG1] [LPG4] has a page at the desk: answers by day, what to do next, and notes', async () => {
    const { page } = desk;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
    await page.locator('.learner-line', { hasText: learner().name.km }).click();
    await button(learnerPageTexts.open.km).click();
    const rightDays = page.locator('.answers-chart__part--right');
    await expect.poll(() => rightDays.count(), patience).toBe(2);
    await page.getByLabel(learnerPageTexts['notes.new'].km).selectOption('works-alone');
    await button(learnerPageTexts['notes.make'].km).click();
    const note = page.locator('.notes-part__note');
    await note.waitFor(patience);
    await lookAtDesk(desk, 'supervisor-learner-page', '.learner-page, .learner-page *');
    await page.getByText(learnerPageTexts['answers.table'].km).click();
    expect(await page.locator('.answers-chart__table tbody tr').count()).toBe(2);
    await button(learnerPageTexts['notes.back'].km).click();
    await expect.poll(() => note.count(), patience).toBe(0);
    await button(learnerPageTexts.back.km).click();
    await page.locator('.learner-line').first().waitFor();
  });

  it('[VIE2] has what is due as the one step on, once every lesson is done', async () => {
    const { page } = kiosk;
    const own = shippedCourses().find(({ name }) => name === 'khmer-letters');
    for (const { id } of own?.lessons ?? []) await finish(page, letters, id);
    await hub.stop();
    const courses = shippedCourses().flatMap((each) => each.courses.map(({ id }) => id));
    const others = courses.filter((id) => id !== letters);
    await lab.inOffice((office) =>
      enrolMany(office, { learners: [learner().learner], courses: others, active: false }, {}),
    );
    hub = await lab.startHub(3 * days);
    await page.locator('.go-on--done').waitFor(patience);
    expect(await lookAtKiosk(kiosk, 'home-all-done')).toEqual([]);
    await hub.stop();
    hub = await lab.startHub(9 * days);
    await comeBack();
    const large = kiosk.page.locator('.go-on__open', { hasText: kioskTexts['home.due'].km });
    await large.waitFor(patience);
    expect(await lookAtKiosk(kiosk, 'home-due-alone')).toEqual([]);
    expect(await kiosk.page.locator('.beside-card').count()).toBe(0);
    await large.click();
    await kiosk.page.waitForSelector('main.lesson');
  });
});

const press = (page: Page, key: keyof typeof kioskTexts) =>
  page.getByRole('button', { name: kioskTexts[key].km, exact: true }).click();
