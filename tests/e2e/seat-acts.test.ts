import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Piece } from '../../src/cli/lab/piece.ts';
import { drawingTexts } from '../../src/renderer/i18n/texts/drawings.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { spokenTexts } from '../../src/renderer/i18n/texts/supervisor/spoken.ts';
import { seatActsTexts } from '../../src/renderer/i18n/texts/supervisor/seat-acts.ts';
import { keepOpenToAll } from './barriers.ts';
import { lookAtKiosk, lookAtSheet } from './kiosk-look.ts';
import { answerOnScreen, goOn, shippedItems, signInOnScreen } from './learner-hand.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 60_000 };
/** Of the course of letters. */
const ownLesson = 'letters-ka-kha-ko-ta';
const otherLesson = 'letters-cha-da-ba-mo';
const within = `${besideTheList}, .seat-card *`;

/** An officer who has two seats do things, with the hub and without it. */
describe('what an officer has seats do', () => {
  let lab: TestLab;
  let hub: Piece;
  let desk: OpenWindow;
  let first: OpenWindow;
  let second: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(2);
    hub = await lab.startHub();
    first = await lab.openWindow('station-1');
    second = await lab.openWindow('station-2');
    // A microphone made up by Chromium.
    desk = await lab.openSwitched('supervisor', ['--use-fake-device-for-media-stream']);
    await signInStaff(desk.page, staffOf(lab, 'officer'));
  });
  afterAll(() => lab.remove());

  const press = (words: { readonly km: string }) =>
    desk.page.getByRole('button', { name: words.km, exact: true }).click();
  const seat = (number: number) => desk.page.locator('.seat-card').nth(number - 1);
  const lock = async (message: 'wait' | 'listen' | 'break') => {
    await press(seatActsTexts.lock);
    await press(seatActsTexts[`message.${message}`]);
  };
  const applied = (count: number) =>
    expect
      .poll(() => desk.page.locator('.order-news__seat--applied').count(), patience)
      .toBe(count);

  it('[SPK2] [SPK3] has a word of the screens recorded by who is signed in, who hears it first', async () => {
    const { page } = desk;
    expect(await hears(page)).toBe('NotAllowedError');
    await page.getByRole('button', { name: deskTexts['place.site'].km }).click();
    await press(spokenTexts.open);
    await lookAtDesk(desk, 'supervisor-spoken', besideTheList);
    await page.locator('.stations__list button', { hasText: kioskTexts['lock.listen'].km }).click();
    await lookAtDesk(desk, 'supervisor-spoken-word', besideTheList);
    await press(spokenTexts.record);
    await page.locator('.voice-meter').waitFor();
    await press(spokenTexts.stop);
    await press(spokenTexts.hear);
    await press(spokenTexts.keep);
    await page.getByText(spokenTexts.kept.km).waitFor(patience);
    await lookAtDesk(desk, 'supervisor-spoken-kept', besideTheList);
    await press(deskTexts['place.room']);
    expect(await hears(page)).toBe('NotAllowedError');
  });

  it('[ACT1] [ACT3] [ACT7] locks a seat in mid-lesson, in a picture and in words, and opens it where its learner was', async () => {
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There are too few demo learners.');
    await signInOnScreen(first.page, learner);
    await seat(1).locator('.state-sign--home').waitFor(patience);
    await seat(1).click();
    await press(seatActsTexts.lock);
    await lookAtDesk(desk, 'supervisor-seat-acts', within);
    await press(seatActsTexts['lock.leave']);
    const found = await lookAtSheet(first, 'locked', {
      open: async (page) => {
        await lock('listen');
        await page.locator('.lock').waitFor(patience);
        await seat(1).locator('.lock-sign').waitFor(patience);
        // [SPK1] In Khmer, as it was recorded, it says so by itself, and again when it is asked to.
        const again = page.locator('.lock .audio-button:not(.audio-button--playing)');
        const speaks = await page.evaluate(() => document.documentElement.lang === 'km');
        const buttons = page.locator('.lock .audio-button');
        await expect.poll(() => buttons.count(), patience).toBe(speaks ? 1 : 0);
        if (!speaks) return;
        await again.waitFor(patience);
        await again.click();
        await page.locator('.lock .audio-button--playing').waitFor(patience);
      },
      close: async () => {
        await press(seatActsTexts.unlock);
        await seat(1)
          .locator('.lock-sign')
          .waitFor({ state: 'detached', ...patience });
      },
    });
    expect(found).toEqual([]);
    await goOn(first.page);
    const [item] = await shippedItems('khmer-letters', ownLesson);
    if (item === undefined) throw new Error('The lesson is empty.');
    const begun = await first.page.locator('main.lesson').textContent();
    await answerOnScreen(first.page, item);
    // The next item comes once the answer is on record.
    await expect.poll(() => first.page.locator('main.lesson').textContent()).not.toBe(begun);
    const before = await first.page.locator('main.lesson').textContent();
    await lock('wait');
    await first.page.locator('.lock').waitFor(patience);
    for (const key of ['Escape', 'Escape', 'Enter', 'Tab', 'Space', 'F5', 'Alt+F4']) {
      await first.page.keyboard.press(key);
    }
    expect(await first.page.locator('.lock').isVisible()).toBe(true);
    expect(await first.page.locator('main.lesson').isVisible()).toBe(false);
    await applied(1);
    await lookAtDesk(desk, 'supervisor-seat-locked', within);
    await press(seatActsTexts.unlock);
    await first.page.locator('.lock').waitFor({ state: 'detached', ...patience });
    expect(await first.page.locator('main.lesson').textContent()).toBe(before);
  });

  it('[ACT8] [ACT9] says a word, and has screens rest, in pictures and in words', async () => {
    const choose = async (way: 'note' | 'pause', choice: string) => {
      await press(seatActsTexts[way]);
      await desk.page.getByRole('button', { name: choice, exact: true }).click();
    };
    await press(seatActsTexts.note);
    await keepOpenToAll(desk.page, 'supervisor-seat-message');
    await press(seatActsTexts['note.leave']);
    await press(seatActsTexts.pause);
    await keepOpenToAll(desk.page, 'supervisor-seat-pause');
    await press(seatActsTexts['note.leave']);
    const found = [
      ...(await lookAtSheet(first, 'note', {
        open: () => choose('note', seatActsTexts['note.come'].km),
        close: (page) => page.locator('dialog .button').click(),
      })),
      ...(await lookAtSheet(first, 'paused', {
        open: () => choose('pause', '១ នាទី'),
        close: async (page) => {
          await seat(1).locator('.lock-sign').waitFor(patience);
          await press(seatActsTexts.resume);
          await page.locator('.lock').waitFor({ state: 'detached', ...patience });
        },
      })),
    ];
    expect(found).toEqual([]);
    expect(await first.page.locator('main.lesson').isVisible()).toBe(true);
  });

  it('[ACT11] takes a learner to a lesson, says so in a picture and in words, and keeps what they were at', async () => {
    const before = await first.page.locator('main.lesson').textContent();
    const start = async (lesson: string) => {
      await press(seatActsTexts.lesson);
      await desk.page
        .getByLabel(seatActsTexts['lesson.lesson'].km, { exact: true })
        .selectOption(lesson);
      await press(seatActsTexts['lesson.yes']);
    };
    await press(seatActsTexts.lesson);
    await lookAtDesk(desk, 'supervisor-seat-lesson', within);
    await press(seatActsTexts['note.leave']);
    const lessons = [ownLesson, otherLesson];
    const begin = (page: Page) => page.locator('dialog .button').click();
    // The one they are at already is theirs to go on with: nobody is told of it.
    await start(ownLesson);
    await applied(1);
    expect(await first.page.locator('dialog').count()).toBe(0);
    const found = await lookAtSheet(first, 'led', {
      open: () => start(lessons.pop() ?? ''),
      close: begin,
    });
    expect(found).toEqual([]);
    expect(await first.page.locator('main.lesson').textContent()).toBe(before);
    await lookAtDesk(desk, 'supervisor-seat-led', within);
  });

  it('[ACT3] [WCA2] locks all seats by keys, and one that was killed is locked before anything else', async () => {
    const { page } = desk;
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: seatActsTexts.many.km, exact: true }).focus();
    await page.keyboard.press('Enter');
    await seat(2).focus();
    await page.keyboard.press('Space');
    await page.locator('.seat-card--ticked').waitFor();
    await page.getByRole('button', { name: seatActsTexts.all.km, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.seat-card--ticked').count()).toBe(2);
    await lookAtDesk(desk, 'supervisor-seats-chosen', within);
    await lock('break');
    await applied(2);
    const station = second.app.process();
    const ended = once(station, 'exit');
    station.kill('SIGKILL');
    await ended;
    second = await lab.openWindow('station-2');
    await second.page.locator('.lock').waitFor(patience);
    const underneath = second.page.locator('.who__person, .who__group').first();
    expect(await underneath.isVisible()).toBe(false);
  });

  it('[ACT5] opens them while the hub is away, and they stay open when it is back', async () => {
    await hub.stop();
    await desk.page.waitForSelector('.lamp--together', patience);
    await press(seatActsTexts.unlock);
    await applied(2);
    await first.page.locator('.lock').waitFor({ state: 'detached', ...patience });
    await second.page.locator('.lock').waitFor({ state: 'detached', ...patience });
    await desk.page.getByText(seatActsTexts['without-hub'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-seats-without-hub', within);
    hub = await lab.startHub();
    await desk.page.locator('.hub-away').waitFor({ state: 'detached', ...patience });
    await lock('wait');
    await first.page.locator('.lock').waitFor(patience);
    await press(seatActsTexts.unlock);
    await first.page.locator('.lock').waitFor({ state: 'detached', ...patience });
    expect(await first.page.locator('main.lesson').isVisible()).toBe(true);
  });

  it('[PWR1] [ACT7] asks once more before a computer restarts or goes off, also where it was pressed twice', async () => {
    const { power } = seatActsTexts;
    await desk.page.getByRole('button', { name: power.km, exact: true }).dblclick();
    await desk.page.getByText(seatActsTexts['power.what'].km).waitFor(patience);
    await keepOpenToAll(desk.page, 'supervisor-seat-power');
    await press(seatActsTexts['note.leave']);
    expect(await desk.page.getByText(seatActsTexts['power.what'].km).count()).toBe(0);
  });

  it('[ACT13] [SIT7] moves a learner to another seat, where they sign in and go on at the screen they left, and with the answer they were making', async () => {
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There are too few demo learners.');
    const chosen = (window: OpenWindow) =>
      window.page.locator('.choice__options button').last().getAttribute('aria-pressed');
    for (const item of (await shippedItems('khmer-letters', ownLesson)).slice(1, 4)) {
      const shown = await first.page.locator('main.lesson').textContent();
      await answerOnScreen(first.page, item);
      await expect.poll(() => first.page.locator('main.lesson').textContent()).not.toBe(shown);
    }
    await first.page.locator('.choice__options button').last().click();
    await expect.poll(() => chosen(first)).toBe('true');
    const before = await first.page.locator('main.lesson').textContent();
    await press(deskTexts['panel.close']);
    // It finds the hub again that was away.
    await seat(2).locator('.state-sign--free').waitFor(patience);
    await seat(1).click();
    await press(seatActsTexts.move);
    await lookAtDesk(desk, 'supervisor-seat-move', within);
    const fresh = first.app.waitForEvent('window', patience);
    await desk.page.locator('[data-screen=seat-move] button').first().click();
    first = { ...first, page: await fresh };
    for (const [window, screen] of [
      [first, 'moved-away'],
      [second, 'moved-here'],
    ] as const) {
      await window.page.locator(`[data-screen=${screen}]`).waitFor(patience);
      expect(await lookAtKiosk(window, screen)).toEqual([]);
    }
    await applied(2);
    await lookAtDesk(desk, 'supervisor-seat-moved', within);
    const touch = (name: string) => second.page.getByRole('button', { name, exact: true }).click();
    await touch(kioskTexts['moved.me'].km);
    for (const picture of learner.code) await touch(drawingTexts[picture].km);
    await second.page.locator('main.lesson').waitFor(patience);
    expect(await second.page.locator('main.lesson').textContent()).toBe(before);
    expect(await chosen(second)).toBe('true');
  });

  it('[ACT10] ends a sitting once it was asked again', async () => {
    await press(deskTexts['panel.close']);
    await seat(2).click();
    await press(seatActsTexts.end);
    await keepOpenToAll(desk.page, 'supervisor-seat-end');
    const fresh = second.app.waitForEvent('window', patience);
    await press(seatActsTexts['end.yes']);
    const page = await fresh;
    await page.locator('.who__person, .who__group').first().waitFor(patience);
    await seat(2).locator('.state-sign--free').waitFor(patience);
    expect(await page.locator('main.lesson').count()).toBe(0);
  });
});

/** What comes of asking for the microphone in this window. */
function hears(page: Page): Promise<string> {
  return page.evaluate(async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      for (const track of stream.getTracks()) track.stop();
      return 'heard';
    } catch (error) {
      return error instanceof DOMException ? error.name : 'other';
    }
  });
}
