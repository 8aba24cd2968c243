import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawingTexts } from '../../src/renderer/i18n/texts/drawings.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { seatActsTexts } from '../../src/renderer/i18n/texts/supervisor/seat-acts.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { wrongDayTexts } from '../../src/renderer/i18n/texts/supervisor/timetable-wrong-day.ts';
import { weekTexts } from '../../src/renderer/i18n/texts/supervisor/timetable-panels.ts';
import { slotTexts } from '../../src/renderer/i18n/texts/supervisor/timetable-slot.ts';
import { timetableTexts } from '../../src/renderer/i18n/texts/supervisor/timetable.ts';
import { clustersOf } from '../../src/shared/khmer/clusters.ts';
import { weekdayName } from '../../src/shared/khmer/dates.ts';
import { saveAs } from './file-hand.ts';
import { lookAtKiosk, lookAtSheet } from './kiosk-look.ts';
import { signInOnScreen, signOutOnScreen } from './learner-hand.ts';
import type { DemoLearner } from './learner-hand.ts';
import { besideTheList, lookAtDesk, signInStaff, signOutStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 30_000 };

/** A week is planned, its day confirmed, and a learner comes at another time than theirs. */
describe('a timetable', () => {
  let lab: TestLab;
  let desk: OpenWindow;
  let kiosk: OpenWindow;
  let learner: DemoLearner;

  beforeAll(async () => {
    lab = await openTestLab(2);
    await lab.startHub();
    desk = await lab.openWindow('supervisor');
    kiosk = await lab.openWindow('station-1');
    const [first] = lab.signIns.learners;
    if (first === undefined) throw new Error('There are no demo learners.');
    learner = first;
    await signInStaff(desk.page, staffOf(lab, 'officer'));
  });
  afterAll(() => lab.remove());

  type Words = { readonly km: string };
  const button = ({ km }: Words) => desk.page.getByRole('button', { name: km, exact: true });
  const choose = ({ km }: Words, value: string) =>
    desk.page.getByLabel(km, { exact: true }).selectOption(value);
  const close = () => button(deskTexts['panel.close']).click();

  it('[TTB1] [TTB4] is planned slot by slot, and says what can’t be where it is chosen', async () => {
    const { page } = desk;
    await button(deskTexts['place.timetable']).click();
    await button(timetableTexts.new).waitFor(patience);
    await lookAtDesk(desk, 'supervisor-timetable-empty');
    await button(timetableTexts.new).click();
    await choose(slotTexts.day, '3');
    await choose(slotTexts.begins, '600');
    await choose(slotTexts.ends, '540');
    await page.getByText(slotTexts['clash.order'].km).waitFor();
    await choose(slotTexts.ends, '660');
    await page.locator('.form__tick', { hasText: learner.group.km }).click();
    await lookAtDesk(desk, 'supervisor-timetable-slot-new');
    await button(slotTexts.save).click();
    await page.locator('.slot-card').waitFor(patience);
    // The same group at the same time: told at once, and not to be saved.
    await button(timetableTexts.new).click();
    await choose(slotTexts.day, '3');
    await choose(slotTexts.begins, '630');
    await page.locator('.form__tick', { hasText: learner.group.km }).click();
    await page.locator('.timetable__clash').first().waitFor();
    expect(await button(slotTexts.save).isDisabled()).toBe(true);
    await close();
  });

  it('[WCA2] is walked and opened by keys; a learner gets a seat of their own', async () => {
    const { page } = desk;
    await page.locator('.slot-card').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('week__add');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByLabel(slotTexts.person.km, { exact: true }).fill(learner.name.km);
    await page.locator('.timetable__found button').first().click();
    await button(slotTexts['seat.give']).click();
    await page.locator('.timetable__people li').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-timetable-slot');
    await close();
  });

  it('[TTB6] [TTB8] tells hours and suggestions, who waits, and the rules', async () => {
    const { page } = desk;
    await button(timetableTexts.hours).click();
    await page
      .locator('.timetable__group', { hasText: learner.group.km })
      .locator('select')
      .selectOption('120');
    await button(weekTexts['suggest.do']).first().waitFor(patience);
    await lookAtDesk(desk, 'supervisor-timetable-hours');
    await button(weekTexts['suggest.do']).first().click();
    await expect.poll(() => page.locator('.slot-card').count(), patience).toBe(2);
    await button(timetableTexts.waiting).click();
    await page.getByLabel(slotTexts.person.km, { exact: true }).fill(learner.name.km);
    await page.locator('.timetable__found button').first().click();
    await page.getByLabel(weekTexts['wait.for'].km, { exact: true }).selectOption({ index: 1 });
    await button(weekTexts['wait.put']).click();
    await page.locator('.timetable__people li').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-timetable-waiting');
    await button(timetableTexts.rules).click();
    await button(weekTexts['rules.close']).click();
    await page.locator('.timetable__people li').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-timetable-rules');
    await page.locator('.timetable__people button').click();
    await page.getByText(weekTexts['rules.closed-none'].km).waitFor(patience);
  });

  it('[TTB2] [TTB7] has its day confirmed, and says who should be here now', async () => {
    const { page } = desk;
    await button(timetableTexts['unsure.do']).click();
    // A Wednesday, in the slot.
    await choose(weekTexts['date.day'], '25');
    await choose(weekTexts['date.month'], '11');
    await choose(weekTexts['date.year'], '2026');
    await choose(weekTexts['time.hour'], '10');
    await choose(weekTexts['time.minute'], '5');
    await button(weekTexts['today.confirm']).click();
    await page.locator('.timetable__people li').first().waitFor(patience);
    expect(await button(timetableTexts['unsure.do']).count()).toBe(0);
    await lookAtDesk(desk, 'supervisor-timetable-today');
  });

  it('[TTB11] is printed for a day', async () => {
    const { page } = desk;
    const path = join(process.cwd(), '.artefacts', 'roster.pdf');
    await saveAs(desk.app, path);
    await button(weekTexts['roster.make']).click();
    await page.getByText('roster.pdf').waitFor(patience);
    const pdf = await readFile(path);
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    // Its Khmer is text and no picture: it can be searched, and read aloud.
    const drawn = clustersOf(learner.name.km).filter((cluster) => cluster.length > 1);
    expect(clustersIn(pdf)).toEqual(expect.arrayContaining(drawn));
  });

  it('[TTB9] greets who comes on another day with when theirs is, and lets them in', async () => {
    await setDay('24');
    await signInOnScreen(kiosk.page, learner);
    await kiosk.page.locator('.when').waitFor();
    expect(await kiosk.page.locator('.when h1').textContent()).toContain(
      kioskTexts['when.tomorrow'].km,
    );
    expect(await kiosk.page.locator('.when__day').count()).toBe(2);
    expect(await lookAtKiosk(kiosk, 'when-let-in')).toEqual([]);
    await kiosk.page.getByRole('button', { name: kioskTexts['when.go-on'].km }).click();
    await kiosk.page.waitForSelector('.go-on');
    const fresh = kiosk.app.waitForEvent('window');
    await signOutOnScreen(kiosk.page);
    kiosk = { ...kiosk, page: await fresh };
    await kiosk.page.locator('.who').waitFor(patience);
  });

  it('[ACT12] tells who sits there that others come, in a picture and in words, and has officers give them time', async () => {
    await button(timetableTexts.new).click();
    await choose(slotTexts.day, '3');
    await choose(slotTexts.begins, '660');
    await choose(slotTexts.ends, '720');
    await desk.page.locator('.form__tick', { hasNotText: learner.group.km }).first().click();
    await button(slotTexts.save).click();
    await expect.poll(() => desk.page.locator('.slot-card').count(), patience).toBe(3);
    await setDay('25', 10, 50);
    await touchIn(learner);
    await kiosk.page.waitForSelector('.go-on');
    const read = (page: Page) =>
      page
        .getByRole('button', { name: kioskTexts['note.read'].km })
        .or(page.getByRole('button', { name: kioskTexts['note.read'].en }))
        .click();
    const atTime = async (hour: number, minute: number) => {
      await button(deskTexts['place.timetable']).click();
      await confirm('25', hour, minute);
    };
    const openSeat = async () => {
      await button(deskTexts['place.room']).click();
      await desk.page.locator('.seat-card').first().click();
      await button(seatActsTexts.time).click(patience);
    };
    const give = async (minutes: string) => {
      await openSeat();
      await desk.page.getByRole('button', { name: minutes, exact: true }).click();
      await kiosk.page.locator('[data-screen=time-given]').waitFor(patience);
    };
    const shown = (screen: string) =>
      kiosk.page.locator(`[data-screen=${screen}]`).waitFor(patience);
    // What was seen is not shown again: for each language it is another minute, or more time was given.
    const near = [
      () => atTime(10, 56),
      async () => {
        await give('៥ នាទី');
        await read(kiosk.page);
        await atTime(11, 2);
      },
    ];
    const over = [
      () => atTime(11, 26),
      async () => {
        await give('៥ នាទី');
        await read(kiosk.page);
        await atTime(11, 31);
      },
    ];
    const opening = (moves: (() => Promise<void>)[], screen: string) => async () => {
      await moves.shift()?.();
      await shown(screen);
    };
    const found = [
      ...(await lookAtSheet(kiosk, 'time-near', {
        open: opening(near, 'time-near'),
        close: read,
      })),
      ...(await lookAtSheet(kiosk, 'time-given', {
        open: opening([() => give('៥ នាទី'), () => give('១៥ នាទី')], 'time-given'),
        close: read,
      })),
      ...(await lookAtSheet(kiosk, 'time-over', {
        open: opening(over, 'time-over'),
        close: read,
      })),
    ];
    expect(found).toEqual([]);
    // Nothing ended by it.
    expect(await kiosk.page.locator('.go-on').isVisible()).toBe(true);
    await openSeat();
    await lookAtDesk(desk, 'supervisor-seat-time', besideTheList);
    const fresh = kiosk.app.waitForEvent('window');
    await signOutOnScreen(kiosk.page);
    kiosk = { ...kiosk, page: await fresh };
    await kiosk.page.locator('.who').waitFor(patience);
  });

  it('[TTB9] tells them only when theirs is, where the site manager says so', async () => {
    await signOutStaff(desk.page);
    await signInStaff(desk.page, staffOf(lab, 'site-manager'));
    await button(deskTexts['place.timetable']).click();
    await button(timetableTexts.rules).click();
    await button(weekTexts['policy.greet']).click();
    await desk.page
      .locator('button[aria-pressed="true"]', { hasText: weekTexts['policy.greet'].km })
      .waitFor(patience);
    await lookAtDesk(desk, 'supervisor-timetable-policy');
    await setDay('26');
    const at = kiosk.page;
    await at.locator('.who__person, .who__group').first().waitFor();
    await touchIn(learner);
    await at.locator('.when').waitFor(patience);
    expect(await at.locator('.when h1').textContent()).toContain(weekdayName(1, 'km'));
    expect(await lookAtKiosk(kiosk, 'when-not-now')).toEqual([]);
    await at.getByRole('button', { name: kioskTexts['when.understood'].km }).click();
    await at.locator('.who').waitFor();
  });

  it('[TTB13] [ATT12] warns of a day before the last, and has a wrong one count as the right one', async () => {
    const { page } = desk;
    await button(timetableTexts.today).click();
    await button(weekTexts['today.again']).click();
    await choose(weekTexts['date.day'], '23');
    // Somebody was here on the 24th.
    await page.locator('.timetable__unlikely').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-timetable-unlikely');
    await button(weekTexts['today.confirm-unlikely']).click();
    await button(weekTexts['today.again']).waitFor(patience);
    await button(wrongDayTexts.open).click();
    const right = page.locator('[data-wrong-day]');
    await right.getByRole('button', { name: wrongDayTexts.do.km }).waitFor(patience);
    await lookAtDesk(desk, 'supervisor-timetable-wrong-day');
    await right.getByRole('button', { name: wrongDayTexts.do.km }).click();
    await page.getByText(wrongDayTexts.done.km).waitFor(patience);
    expect(await right.count()).toBe(0);
  });

  it('[ATT12] tells what moving a near day comes to, and moves it once somebody says the lab was closed', async () => {
    const { page } = desk;
    await button(weekTexts['today.again']).click();
    await choose(weekTexts['date.day'], '25');
    await button(weekTexts['today.confirm']).click();
    await button(weekTexts['today.again']).waitFor(patience);
    await button(wrongDayTexts.open).click();
    const [wrong, right] = [wrongDayTexts.wrong, wrongDayTexts.right].map((label) =>
      page
        .locator('[data-wrong-day]')
        .getByRole('group', { name: label.km, exact: true })
        .getByLabel(weekTexts['date.day'].km),
    );
    await wrong?.selectOption('24');
    await right?.selectOption('22');
    const move = page.getByRole('button', { name: wrongDayTexts.do.km });
    await move.waitFor(patience);
    expect(await page.locator('.timetable__moving li').count()).toBeGreaterThan(0);
    expect(await move.isDisabled()).toBe(true);
    await page.locator('[data-wrong-day]').getByRole('checkbox').check();
    await lookAtDesk(desk, 'supervisor-timetable-near-day');
    await move.click();
    await page.getByText(wrongDayTexts.done.km).waitFor(patience);
  });

  /** Says that it is that day of November 2026, and what o'clock, and waits until the kiosk has heard it. */
  async function setDay(day: string, hour = 14, minute = 0): Promise<void> {
    await confirm(day, hour, minute);
    const told = `"date":"2026-11-${day}","minute":${60 * hour + minute},"sure":true`;
    const heard = async () => (await lab.log('station-1')).some((line) => line.includes(told));
    await expect.poll(heard, patience).toBe(true);
  }

  async function confirm(day: string, hour: number, minute: number): Promise<void> {
    await button(timetableTexts.today).click();
    await button(weekTexts['today.again']).click();
    await choose(weekTexts['date.day'], day);
    await choose(weekTexts['time.hour'], String(hour));
    await choose(weekTexts['time.minute'], String(minute));
    await button(weekTexts['today.confirm']).click();
    await button(weekTexts['today.again']).waitFor(patience);
    await close();
  }

  async function touchIn(who: DemoLearner): Promise<void> {
    const group = kiosk.page.locator('.who__group', { hasText: who.group.km });
    const person = kiosk.page.locator('.who__person', { hasText: who.name.km });
    if (await group.isVisible()) await group.click();
    await person.click();
    for (const picture of who.code) {
      await kiosk.page.getByRole('button', { name: drawingTexts[picture].km, exact: true }).click();
    }
  }
});

/** What a PDF says its drawn clusters mean: Khmer is drawn in pieces that no letter stands for by itself. */
function clustersIn(pdf: Buffer): string[] {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([^]*?)endstream/g)];
  return streams.flatMap(([, content = '']) =>
    [...inflated(Buffer.from(content, 'latin1')).matchAll(/ActualText <([0-9A-F]+)>/gi)].map(
      ([, hex = '']) => Buffer.from(hex.slice(4), 'hex').swap16().toString('utf16le'),
    ),
  );
}

/** Nothing where it is packed in another way, as pictures are. */
function inflated(content: Buffer): string {
  try {
    return inflateSync(content).toString('latin1');
  } catch {
    return '';
  }
}
