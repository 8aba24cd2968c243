import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOfKind } from '../../src/domain/audit/kind-words.ts';
import { courseNow } from '../../src/domain/staff-course/staff-course.ts';
import { closeOutTexts } from '../../src/renderer/i18n/texts/supervisor/close-out.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { practiceTexts } from '../../src/renderer/i18n/texts/supervisor/practice.ts';
import { seatActsTexts } from '../../src/renderer/i18n/texts/supervisor/seat-acts.ts';
import { trainingTexts } from '../../src/renderer/i18n/texts/supervisor/training.ts';
import { helpPagesTexts } from '../../src/renderer/i18n/texts/supervisor/help-pages.ts';
import { staffTexts } from '../../src/renderer/i18n/texts/supervisor/staff.ts';
import { helpPages } from '../../src/renderer/i18n/texts/help-pages/all-pages.ts';
import { tourTexts } from '../../src/renderer/i18n/texts/supervisor/tour.ts';
import { PretendLab } from '../../src/renderer/supervisor/practice/lab/pretend-lab.ts';
import { helpQueueOf } from '../../src/renderer/supervisor/practice/lab/pretend-views.ts';
import { channels } from '../../src/shared/contracts/ipc/channels.ts';
import { staffIdSchema } from '../../src/shared/ids.ts';
import { answerInstead } from './answers-instead.ts';
import { keepOpenToAll } from './barriers.ts';
import { resizeTo } from './fitting.ts';
import { pressByKeys } from './keys-hand.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 30_000 };
const within = `${besideTheList}, .practice__band, .practice__band *, .tour, .tour *, .seat-card *`;
const inCourse = `${besideTheList}, .help-pages, .help-pages *`;

/** A site manager who practises, walks the tour, and goes back to a lab that has heard nothing of it. */
describe('practice in the supervisor’s window', () => {
  let lab: TestLab;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    await lab.startHub();
    desk = await lab.openWindow('supervisor');
    await signInStaff(desk.page, staffOf(lab, 'site-manager'));
    await desk.page.locator('.seat-card').first().waitFor(patience);
  });
  afterAll(() => lab.remove());

  const button = (words: { readonly km: string }) =>
    desk.page.getByRole('button', { name: words.km, exact: true });
  const seat = (number: number) => desk.page.locator('.seat-card').nth(number - 1);

  const openPractice = async () => {
    await desk.page.locator('.help-menu__open').click();
    await button(practiceTexts.open).click();
    await desk.page.locator('.practice').waitFor(patience);
  };

  const openCourse = async () => {
    await desk.page.locator('.help-menu__open').click();
    await button(trainingTexts.open).click();
    await desk.page.locator('[data-screen=training]').waitFor(patience);
  };

  /** Has a seat do something, the first that is offered of it. */
  const haveSeat = async (number: number, words: { readonly km: string }) => {
    await seat(number).click();
    await button(words).click();
    if (words === seatActsTexts.lesson) {
      await desk.page.locator('.seat-acts__choices select').last().selectOption({ index: 1 });
    }
    await desk.page.locator('.seat-acts__choices .button').first().click();
    await desk.page.locator('.order-news__seat--applied').first().waitFor(patience);
  };

  /** Has the app note what its window asks of the station from now on; of the hub what it is to do. */
  const noteAsked = () =>
    desk.app.evaluate(({ ipcMain }, channel) => {
      process.env['ASKED'] = '';
      ipcMain.on(
        channel,
        (
          _event,
          asked: { readonly name?: string; readonly input?: { readonly type?: string } },
        ) => {
          const { name = '', input } = asked;
          process.env['ASKED'] += `${name === 'hub.command' ? input?.type : name} `;
        },
      );
    }, channels.request);
  const asked = async () => {
    const names = await desk.app.evaluate(() => process.env['ASKED'] ?? '');
    return new Set(names.split(' ').filter((name) => name !== ''));
  };

  it('[PRC1] [PRC2] is a lab of its own, that nobody takes for the real one', async () => {
    await noteAsked();
    await openPractice();
    await desk.page.locator('.practice .seat-card').nth(7).waitFor(patience);
    await desk.page.locator('.seat-card--help').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-practice', within);
    expect(await desk.page.locator('.practice .hub-lamp, .practice .emblem').count()).toBe(0);
  });

  it('[PRC3] [PRC4] has pretend seats do what they are told, and says what came of it', async () => {
    await button(seatActsTexts.many).click();
    await button(seatActsTexts.all).click();
    await button(seatActsTexts.lock).click();
    await button(seatActsTexts['message.break']).click();
    // All but the full disk, the one that is cut off and the one that is off.
    await expect.poll(() => desk.page.locator('.order-news__seat--applied').count()).toBe(5);
    await desk.page.locator('.order-news__seat--refused').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-practice-locked', within);
    await button(seatActsTexts.unlock).click();
    await seat(1)
      .locator('.lock-sign')
      .waitFor({ state: 'detached', ...patience });
    await desk.page.locator('[data-place="codes"]').click();
    await keepOpenToAll(desk.page, 'supervisor-practice-codes');
  });

  it('[PRC9] opens the help page of the place at F1, within its frame, and goes on behind it', async () => {
    const { page } = desk;
    const title = page.locator('.practice .help-page__title');
    await page.keyboard.press('F1');
    await title.filter({ hasText: helpPages.override.title.km }).waitFor(patience);
    await page.keyboard.press('Escape');
    await page.locator('[data-place="room"]').click();
    await page.keyboard.press('F1');
    await title.filter({ hasText: helpPages.room.title.km }).waitFor(patience);
    await lookAtDesk(desk, 'supervisor-practice-help', within);
    await button(helpPagesTexts.back).click();
    await page.locator('.practice .seat-card').first().waitFor(patience);
    expect(await title.count()).toBe(0);
  });

  it('[PRC7] opens a locked seat with a code of a sheet that lies beside it, once', async () => {
    const { page } = desk;
    await page.locator('[data-place="codes"]').click();
    await button(practiceTexts['codes.try']).click();
    for (let press = 0; press < 5; press += 1) await page.locator('.lock__sign').click();
    await page.locator('.pretend-screen .digit-keys').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-practice-override', within);
    const code = await page.locator('.pretend-sheet li').first().textContent();
    await page.keyboard.type((code ?? '').replaceAll(' ', ''));
    await page.locator('.pretend-screen__open').waitFor(patience);
    await expect.poll(() => page.locator('.pretend-sheet s').count(), patience).toBe(1);
    await button(practiceTexts['codes.back']).click();
  });

  it('[PRC8] has its hub be away, and seats told without it, as the real room says it', async () => {
    const { page } = desk;
    await page.locator('[data-place="room"]').click();
    await button(practiceTexts['hub.away']).click();
    await page.locator('.practice .hub-away').waitFor(patience);
    await seat(3).click();
    await button(seatActsTexts.lock).click();
    await button(seatActsTexts['message.break']).click();
    await page.locator('.order-news__seat--applied').waitFor(patience);
    await page.getByText(seatActsTexts['without-hub'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-practice-hub-away', within);
    await button(practiceTexts['hub.away']).click();
    await page.locator('.hub-away').waitFor({ state: 'detached', ...patience });
    await button(seatActsTexts.unlock).click();
    await seat(3)
      .locator('.lock-sign')
      .waitFor({ state: 'detached', ...patience });
    expect(await page.locator('.lock-sign').count()).toBe(0);
  });

  it('[PRC10] is closed by the real steps until its power could be cut, and opened again as it was', async () => {
    const { page } = desk;
    // Anew, so that no cable was put in meanwhile.
    await button(practiceTexts.leave).click();
    await openPractice();
    await button(closeOutTexts.close).click();
    const press = async (step: number, times: number) => {
      const act = page
        .locator('.closing-step')
        .nth(step - 1)
        .locator('.button')
        .first();
      for (let time = 0; time < times; time += 1) await act.click(patience);
    };
    const seats = (state: string, count: number) =>
      expect.poll(() => page.locator(`.closing-seat--${state}`).count(), patience).toBe(count);
    await press(1, 1);
    await seats('open', 0);
    await press(2, 2);
    // One PC has a full disk, and is switched off by hand.
    await seats('taken', 1);
    await press(4, 2);
    await seats('missing', 3);
    await press(5, 2);
    await page.locator('.verdict--safe').waitFor(patience);
    await page.locator('[data-screen=practice-closed]').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-practice-closed', within);
    await press(6, 2);
    await page.locator('[data-screen=practice-off]').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-practice-off', within);
    await button(practiceTexts['closed.open']).click();
    await page.locator('.practice .seat-card--working').first().waitFor(patience);
    expect(await page.locator('[data-screen=practice-closed]').count()).toBe(0);
    expect(await page.locator('[data-screen=practice-off]').count()).toBe(0);
  });

  it('[PRC6] [WCA2] is shown in ten steps, each pointing at what to press', async () => {
    const { page } = desk;
    await resizeTo(desk, { width: 1280, height: 800 });
    await pressByKeys(page, button(tourTexts.begin));
    await lookAtDesk(desk, 'supervisor-tour', within);
    await resizeTo(desk, { width: 1280, height: 800 });
    const steps = new Set<string>();
    for (;;) {
      const step = await pressWhatIsPointedAt(page);
      if (step === null) break;
      steps.add(step);
    }
    expect(steps.size).toBe(10);
    await lookAtDesk(desk, 'supervisor-tour-over', within);
    await button(tourTexts['over.stay']).click();
    await page.locator('.tour').waitFor({ state: 'detached' });
  });

  it('[PRC1] [PRC5] leaves the real lab as it was: nothing was asked of it but who asks for help there', async () => {
    await button(practiceTexts.leave).click();
    await desk.page.locator('.practice').waitFor({ state: 'detached' });
    await desk.page.locator('.seat-card').first().waitFor(patience);
    expect(await desk.page.locator('.seat-card').count()).toBe(1);
    expect(await desk.page.locator('.lock-sign').count()).toBe(0);
    // Whom wrong passphrases locked out is asked every minute, for who reads the trail ([SGN12]).
    const allowed = ['help', 'room', 'staff.present', 'audit.lock-outs'];
    expect([...(await asked())].filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('[HPG7] [HPG8] is part of the course for staff, which shows who finished an earlier one what is new', async () => {
    const { page } = desk;
    const trained = [{ course: 'supervising', version: 1, day: '2026-11-02' }];
    await answerInstead(desk.app, { trained: { value: trained } });
    await openCourse();
    const inList = (at: number) => page.locator('.training__step').nth(at);
    await page.locator('[data-screen=training-acts]').waitFor(patience);
    await inList(0).click();
    await page.locator('[data-screen=training-new]').waitFor();
    await lookAtDesk(desk, 'supervisor-training-new', inCourse);
    await button(trainingTexts['new.begin']).click();
    await page.locator('[data-screen=training-tour]').waitFor();
    expect(await page.locator('[data-screen=training-new]').count()).toBe(0);
    await lookAtDesk(desk, 'supervisor-training-tour', inCourse);
    await page.keyboard.press('Escape');
    await answerInstead(desk.app, {});
  });

  it('[HPG8] counts for the course what was done, once it was done', async () => {
    const { page } = desk;
    await openCourse();
    await page.locator('.training__step', { hasText: trainingTexts.acts.km }).click();
    const done = page.locator('.training__task--done');
    // What was done before already: without the hub, by a code, and closing the lab.
    expect(await done.count()).toBe(3);
    await button(trainingTexts['acts.begin']).click();
    await haveSeat(3, seatActsTexts.move);
    await page.locator('.seat-card--free').nth(1).waitFor(patience);
    await haveSeat(1, seatActsTexts.lesson);
    await haveSeat(1, seatActsTexts.time);
    await haveSeat(4, seatActsTexts.power);
    await button(practiceTexts.leave).click();
    await page.locator('[data-screen=training-acts]').waitFor(patience);
    expect(await page.locator('.training__task').count()).toBeGreaterThan(3);
    expect(await done.count()).toBe(await page.locator('.training__task').count());
    await lookAtDesk(desk, 'supervisor-training-acts', inCourse);
  });

  it('[HPG6] [HPG8] and with pages read and questions answered it is finished, by its person’s own hand', async () => {
    const { page } = desk;
    const { parts, questions } = courseNow('supervising', 'site-manager');
    const step = page.locator('.training__step');
    expect(await button(trainingTexts.finish).isDisabled()).toBe(true);
    const toRead = (await step.count()) - (parts.length - 1);
    for (let at = 0; at < toRead; at += 1) await step.nth(at).click();
    await step.last().click();
    for (const { id, right } of questions) {
      await page.locator(`input[name="${id}"][value="${right}"]`).check();
    }
    await button(trainingTexts.check).click();
    await button(trainingTexts.finish).click();
    await page.locator('[data-screen=training-done]').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-training-done', inCourse);
    await page.locator('.rail button', { hasText: staffTexts.title.km }).click();
    await page.locator('.staff__line', { has: page.locator('.staff__trained') }).click(patience);
    await page.getByText(trainingTexts['staff.courses'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-staff-trained', `${besideTheList}, .staff, .staff *`);
    await page.locator('.rail button', { hasText: deskTexts['place.audit'].km }).click();
    const inTrail = page.locator('.audit__line', {
      hasText: wordsOfKind('training.finished').km,
    });
    await expect.poll(() => inTrail.count(), patience).toBe(1);
  });

  it('[PRC2] [PRC5] says that somebody of the real lab asks for help, and ends with the sign-in', async () => {
    await answerInstead(desk.app, { help: { value: oneWaits() } });
    await openPractice();
    await desk.page.locator('.practice__waiting', { hasText: '១' }).waitFor(patience);
    await lookAtDesk(desk, 'supervisor-practice-waiting', within);
    await button(deskTexts['sign-out']).click();
    await signInStaff(desk.page, staffOf(lab, 'site-manager'));
    await desk.page.locator('.desk').waitFor();
    expect(await desk.page.locator('.practice').count()).toBe(0);
  });
});

/** A queue in which one learner waits. */
function oneWaits() {
  const staff = staffIdSchema.parse('of-aaaaaaaaaaaa');
  const name = { km: 'មន្ត្រី' };
  const asked = new PretendLab({ staff, name, role: 'officer', scopes: ['men'], groups: [] });
  asked.wantHelp();
  return helpQueueOf(asked);
}

/**
 * Presses the first thing within the ring, over which nothing lies, and waits until there is something else to do.
 * @returns the step it was for; null where all are behind
 */
async function pressWhatIsPointedAt(page: Page): Promise<string | null> {
  const where = await page.waitForFunction(() => {
    if (document.querySelector('[data-screen="tour-over"]') !== null) return 'over';
    const ring = document.querySelector('.tour-ring:not([hidden])');
    if (ring === null) return null;
    const around = ring.getBoundingClientRect();
    for (const button of document.querySelectorAll('.practice button:enabled')) {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const isWithin =
        left > around.left && right < around.right && top > around.top && bottom < around.bottom;
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (!isWithin || !button.contains(document.elementFromPoint(x, y))) continue;
      const task = document.querySelector('.tour__do')?.textContent ?? '';
      return { x, y, task, before: JSON.stringify([around, task, button.textContent]) };
    }
    return null;
  });
  const spot = await where.jsonValue();
  if (spot === 'over' || spot === null) return null;
  await page.mouse.click(spot.x, spot.y);
  await page.waitForFunction(({ x, y, before }) => {
    const ring = document.querySelector('.tour-ring:not([hidden])');
    const button = document.elementFromPoint(x, y)?.closest('button');
    const task = document.querySelector('.tour__do')?.textContent ?? '';
    const now = [ring?.getBoundingClientRect(), task, button?.textContent];
    return JSON.stringify(now) !== before;
  }, spot);
  return spot.task;
}
