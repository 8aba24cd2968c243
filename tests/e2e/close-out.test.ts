import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Piece } from '../../src/cli/lab/piece.ts';
import { closeOutTexts } from '../../src/renderer/i18n/texts/supervisor/close-out.ts';
import { seatActsTexts } from '../../src/renderer/i18n/texts/supervisor/seat-acts.ts';
import { lookAtSheet } from './kiosk-look.ts';
import { signInOnScreen } from './learner-hand.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 60_000 };

/** The end of a day: an officer closes the lab, from the room to where the power can be cut. */
describe('closing the lab', () => {
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
    desk = await lab.openWindow('supervisor');
    await signInStaff(desk.page, staffOf(lab, 'officer'));
  });
  afterAll(() => lab.remove());

  const button = (words: string) => desk.page.getByRole('button', { name: words, exact: true });
  const step = (number: number) => desk.page.locator('.closing-step').nth(number - 1);
  /** The button of a step; pressed again where it asks. */
  const press = async (number: number, times: number) => {
    const act = step(number).locator('.button').first();
    for (let time = 0; time < times; time += 1) await act.click(patience);
  };
  const seats = (state: string, count: number) =>
    expect.poll(() => desk.page.locator(`.closing-seat--${state}`).count(), patience).toBe(count);

  it('[CLS1] [CLS2] lets nobody new sit down, and is open again when it is stopped', async () => {
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There are too few demo learners.');
    await signInOnScreen(first.page, learner);
    await desk.page.locator('.seat-card .state-sign--home').first().waitFor(patience);
    await button(closeOutTexts.close.km).click();
    await seats('open', 2);
    const found = await lookAtSheet(second, 'closing', {
      open: async (page) => {
        await press(1, 1);
        await page.locator('.lock').waitFor(patience);
        await seats('ready', 1);
        await seats('taken', 1);
      },
      close: async (page) => {
        await button(closeOutTexts.stop.km).click();
        await page.locator('.lock').waitFor({ state: 'detached', ...patience });
        await seats('open', 2);
      },
    });
    expect(found).toEqual([]);
    await press(1, 1);
    await seats('taken', 1);
    // Who sits there is told, and can finish.
    await first.page.locator('dialog .button').click();
    expect(await first.page.locator('.lock').count()).toBe(0);
    // Left like that, the room says of each seat that it is closed, and opens one with one press.
    await button(closeOutTexts.back.km).click();
    const shut = desk.page.locator('.seat-card', { hasText: seatActsTexts.closing.km });
    await expect.poll(() => shut.count(), patience).toBe(2);
    await desk.page.locator('.seat-card--free').click();
    await lookAtDesk(desk, 'supervisor-seat-closed', `${besideTheList}, .seat-card *`);
    await button(seatActsTexts.reopen.km).click();
    await second.page.locator('.lock').waitFor({ state: 'detached', ...patience });
    await expect.poll(() => shut.count(), patience).toBe(1);
    expect(await button(seatActsTexts.reopen.km).count()).toBe(0);
    await button(closeOutTexts.close.km).click();
    await seats('open', 1);
    await press(1, 1);
    await seats('ready', 1);
    await step(2).locator('.button').first().click();
    await step(2).getByText(closeOutTexts['means.sittings'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-close-out');
    await step(2).getByRole('button', { name: seatActsTexts['note.leave'].km }).click();
  });

  it('[CLS2] [CLS3] ends sittings, sees all records come to the hub, and computers go off', async () => {
    const fresh = first.app.waitForEvent('window', patience);
    await press(2, 2);
    const page = await fresh;
    await page.locator('.lock').waitFor(patience);
    await seats('ready', 2);
    const gone = [first, second].map(({ app }) => app.waitForEvent('close', patience));
    await press(4, 2);
    await Promise.all(gone);
    await seats('off', 2);
    expect(await desk.page.locator('.verdict--safe').count()).toBe(0);
  });

  it('[CLS4] switches the hub off last, and says that the power can be cut', async () => {
    await press(5, 2);
    expect(await hub.ended).toEqual({ kind: 'closed' });
    await desk.page.locator('.verdict--safe').waitFor(patience);
    await desk.page.getByText(closeOutTexts['verdict.safe'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-close-out-over');
    await seats('off', 3);
  });

  it('[CLS7] and has this computer go too, which ends the app where the PC is not its own', async () => {
    const gone = desk.app.waitForEvent('close', patience);
    await step(6).locator('.button').first().click();
    await step(6).getByText(closeOutTexts['means.desk'].km).waitFor();
    await step(6).locator('.button').first().click();
    expect(await gone.then(() => 'gone')).toBe('gone');
  });

  it('[CLS3] [LIV8] says that it still listens, and nothing of safe, where it has just begun without the hub', async () => {
    desk = await lab.openWindow('supervisor');
    await signInStaff(desk.page, staffOf(lab, 'officer'));
    await button(closeOutTexts.close.km).click(patience);
    await desk.page.getByText(closeOutTexts['means.listening'].km).waitFor(patience);
    expect(await desk.page.locator('.verdict--safe').count()).toBe(0);
    await lookAtDesk(desk, 'supervisor-close-out-listening');
  });
});
