import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appointTutor } from '../../src/hub/office/groups.ts';
import { readRoster } from '../../src/hub/office/roster.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { helpTexts } from '../../src/renderer/i18n/texts/supervisor/help.ts';
import { roomTexts } from '../../src/renderer/i18n/texts/supervisor/room.ts';
import { wrongAnswersTo } from '../factories/wrong-answers.ts';
import { kioskHand } from './kiosk-hand.ts';
import { lookAtKiosk } from './kiosk-look.ts';
import { shippedItems, signInOnScreen } from './learner-hand.ts';
import { ask } from './page-bridge.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 30_000 };
const within = `${besideTheList}, .help *, .help__panel *`;

/** A learner asks for help; a peer tutor of the group and an officer see to it, each at their own screen. */
describe('a call for help', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let tutor: OpenWindow;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(2);
    const [, helper] = lab.signIns.learners;
    if (helper === undefined) throw new Error('There are too few demo learners.');
    await lab.inOffice(async (office) => {
      const account = (await readRoster(office)).learners.get(helper.learner);
      if (account === undefined) throw new Error('The demo learner is not there.');
      await appointTutor(office, account, {});
    });
    await lab.startHub();
    [kiosk, tutor, desk] = await Promise.all([
      lab.openWindow('station-1'),
      lab.openWindow('station-2'),
      lab.openWindow('supervisor'),
    ]);
    await signInOnScreen(kiosk.page, learner(0));
    await signInOnScreen(tutor.page, learner(1));
    await signInStaff(desk.page, staffOf(lab, 'officer'));
  });
  afterAll(() => lab.remove());

  const learner = (nth: number) => {
    const found = lab.signIns.learners[nth];
    if (found === undefined) throw new Error('There are too few demo learners.');
    return found;
  };
  const atTutor = (key: keyof typeof kioskTexts) => press(tutor.page, kioskTexts[key].km);
  const atDesk = (key: keyof typeof helpTexts) => press(desk.page, helpTexts[key].km);
  const place = (title: { readonly km: string }) =>
    desk.page.locator('.rail button', { hasText: title.km }).click();
  const sign = (state: string) => desk.page.locator(`.help__line .help-sign--${state}`);

  it('[HLQ8] has the peer tutor find their group from home, who is here, and that nobody asks', async () => {
    const { page } = tutor;
    const way = page.getByRole('button', { name: kioskTexts['tutor.open'].km });
    await way.waitFor(patience);
    expect(await lookAtKiosk(tutor, 'home-tutor')).toEqual([]);
    await way.click();
    await page.locator('[data-screen=tutor-nobody]').waitFor();
    expect(await lookAtKiosk(tutor, 'tutor-nobody')).toEqual([]);
    await atTutor('tutor.today');
    await page.locator('.tutor-today__person[data-state=present]').nth(1).waitFor(patience);
    expect(await lookAtKiosk(tutor, 'tutor-today')).toEqual([]);
    expect(await page.locator('.tutor-today__person').count()).toBe(5);
    await atTutor('tutor.asking');
    await place(helpTexts.title);
    await desk.page.locator('[data-screen=help-empty]').waitFor();
    await lookAtDesk(desk, 'supervisor-help-empty', within);
  });

  it('[HLQ1] [HLQ5] [HLQ8] is seen by tutor and officer, taken by one, and its learner sees that somebody comes', async () => {
    await kioskHand.openNext(kiosk.page);
    await press(kiosk.page, kioskTexts['help.ask'].km);
    const card = tutor.page.locator('.tutor-card');
    await card.waitFor(patience);
    expect(await lookAtKiosk(tutor, 'tutor')).toEqual([]);
    await sign('anybody').waitFor(patience);
    await desk.page.locator('.rail__count').waitFor();
    await card.click();
    await tutor.page.locator('[data-screen=tutor-request]').waitFor();
    expect(await lookAtKiosk(tutor, 'tutor-request')).toEqual([]);
    await atTutor('tutor.take');
    await tutor.page.locator('.tutor-request__outcomes button').first().waitFor(patience);
    expect(await lookAtKiosk(tutor, 'tutor-request-mine')).toEqual([]);
    await kiosk.page.getByRole('button', { name: kioskTexts['help.comes'].km }).waitFor(patience);
    expect(await lookAtKiosk(kiosk, 'home-help-comes')).toEqual([]);
    await sign('taken').waitFor(patience);
    expect(await desk.page.locator('.rail__count').count()).toBe(0);
    await lookAtDesk(desk, 'supervisor-help', within);
  });

  it('[HLQ4] is handed on to an officer, who answers it from the seat or the queue', async () => {
    await atTutor('tutor.to-officer');
    await sign('officer').waitFor(patience);
    await place(roomTexts.title);
    await desk.page.locator('.seat-card').first().click();
    await desk.page.locator('.seat-help .help-sign--officer').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-help-seat', within);
    await place(helpTexts.title);
    await desk.page.locator('.help__line').click();
    await lookAtDesk(desk, 'supervisor-help-request', within);
    await atDesk('hand');
    await lookAtDesk(desk, 'supervisor-help-hand', within);
    await atDesk('back');
    await atDesk('take');
    await sign('mine').waitFor(patience);
    await atDesk('answer');
    await lookAtDesk(desk, 'supervisor-help-answer', within);
    await atDesk('answer.shown-how');
    await desk.page.locator('[data-screen=help-over]').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-help-over', within);
    await kiosk.page.getByRole('button', { name: kioskTexts['help.ask'].km }).waitFor(patience);
    await tutor.page.locator('[data-screen=tutor-nobody]').waitFor(patience);
    expect(await desk.page.locator('.help__line').count()).toBe(0);
    await place(roomTexts.title);
    await desk.page.locator('.seat-card').first().click();
    await desk.page.getByText(helpTexts['end.shown-how'].km).scrollIntoViewIfNeeded(patience);
    await keepScreenshot(desk.page, 'supervisor-learner-help');
    await place(helpTexts.title);
  });

  it('[HLQ1] [HLP1] shows apart who does not get on and asked for nothing', async () => {
    const items = await shippedItems('khmer-letters', 'letters-ka-kha-ko-ta');
    const [one, other] = items.filter((item) => wrongAnswersTo(item).length > 0);
    if (one === undefined || other === undefined) throw new Error('Too few.');
    for (const item of [one, one, other, other]) {
      const [response] = wrongAnswersTo(item);
      const answer = { item: item.id, response, activeMs: 500 };
      await ask(kiosk.page, 'command', 'lesson.answer', answer);
    }
    await desk.page.locator('.help__line--unasked .stuck-here').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-help-unasked', within);
    expect(await desk.page.locator('.help-sign').count()).toBe(0);
  });

  it('[HLQ8] leaves the tutor no way there once their time as a tutor is over', async () => {
    await ask(desk.page, 'command', 'hub.command', {
      type: 'tutor.end',
      input: { learner: learner(1).learner },
      reason: 'period-over',
    });
    await tutor.page.waitForSelector('.go-on', patience);
    const way = tutor.page.getByRole('button', { name: kioskTexts['tutor.open'].km });
    await expect.poll(() => way.count(), patience).toBe(0);
  });
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
