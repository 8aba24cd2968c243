import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubFolder } from '../../src/cli/lab/set-up-lab.ts';
import type { Piece } from '../../src/cli/lab/piece.ts';
import { roomTexts } from '../../src/renderer/i18n/texts/supervisor/room.ts';
import { siteTexts } from '../../src/renderer/i18n/texts/supervisor/site.ts';
import { rean } from '../factories/hub-process.ts';
import { keepOpenToAll } from './barriers.ts';
import { lookAtKiosk } from './kiosk-look.ts';
import { answerOnScreen, goOn, leaveLesson, shippedItems, signInOnScreen } from './learner-hand.ts';
import { ask } from './page-bridge.ts';
import { besideTheList, lookAtDesk } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** The windows of a lab whose hub had no backup, gets one, and goes away. */
describe('a lab with two kiosks and a supervisor', () => {
  let lab: TestLab;
  let hub: Piece;
  let kiosk: OpenWindow;
  let idle: OpenWindow;
  let desk: OpenWindow;
  const found: string[] = [];

  beforeAll(async () => {
    lab = await openTestLab(2);
    hub = await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    idle = await lab.openWindow('station-2');
    desk = await lab.openWindow('supervisor');
  });
  afterAll(() => lab.remove());

  const place = (title: { readonly km: string }) =>
    desk.page.locator('.rail button', { hasText: title.km }).click();

  /** Keeps a supervisor's screen in both languages; ends in Khmer. */
  const keepDesk = async (name: string) => {
    await keepOpenToAll(desk.page, name);
  };

  /** Keeps a kiosk's screen, and notes what doesn't fit; ends in Khmer. */
  const keepKiosk = async (window: OpenWindow, name: string) => {
    found.push(...(await lookAtKiosk(window, name)));
  };

  it('[RET3] [SUP11] says that there was never a backup, and when the last one was', async () => {
    const { page } = desk;
    const officer = lab.signIns.staff.find(({ role }) => role === 'officer');
    await page.locator('.choose-person__person', { hasText: officer?.name.km ?? '' }).click();
    await page.locator('input').fill(officer?.passphrase ?? '');
    await page.locator('form').press('Enter');
    await place(siteTexts.title);
    await page.getByText(siteTexts['backup.never'].km).first().waitFor();
    await keepDesk('supervisor-site-backup-never');
    const to = join(lab.folder, 'stick');
    await mkdir(to);
    const backedUp = await rean('hub', 'backup', '--data', hubFolder(lab.folder), '--to', to);
    expect(backedUp).toMatchObject({ exitCode: 0 });
    await page.getByText(siteTexts['backup.today'].km).first().waitFor({ timeout: 90_000 });
    await keepDesk('supervisor-site-backup');
  });

  it('[LIV1] [LIV2] [LIV7] [SUP3] shows in the room what each seat does, as it changes, and how its PC is', async () => {
    const { page } = desk;
    await place(roomTexts.title);
    const [first, second] = [1, 2].map((seat) => page.locator('.seat-card').nth(seat - 1));
    await kiosk.page.waitForSelector('.who__person');
    const [learner] = lab.signIns.learners;
    if (first === undefined || second === undefined || learner === undefined) throw new Error();
    await signInOnScreen(kiosk.page, learner);
    await first.locator('.state-sign--home').waitFor();
    await first.click();
    const panel = page.locator('.place__panel .seat-health');
    await panel.getByText(roomTexts['health.clock-right'].km).waitFor();
    await ask(kiosk.page, 'command', 'help.ask');
    await first.locator('.state-sign--help').waitFor();
    await lookAtDesk(desk, 'supervisor-room-live', `${besideTheList}, .seat-card *`);
    await ask(kiosk.page, 'command', 'help.end');
    await first.locator('.state-sign--home').waitFor();
    await page.keyboard.press('Escape');
    await second.locator('.state-sign--free').waitFor();
    const station = idle.app.process();
    const ended = once(station, 'exit');
    station.kill('SIGKILL');
    await ended;
    await second.locator('.state-sign--lost').waitFor({ timeout: 60_000 });
    idle = await lab.openWindow('station-2');
    await second.locator('.state-sign--free').waitFor({ timeout: 60_000 });
    expect(await page.locator('.health-sign').count()).toBe(0);
  });

  it('[PER9] [KSK1] says on kiosks who is together without the hub, and still fits', async () => {
    const { page } = kiosk;
    await page.waitForSelector('.lamp--saved');
    await keepKiosk(kiosk, 'home-saved');
    await hub.stop();
    await goOn(page);
    const items = await shippedItems('khmer-letters', 'letters-ka-kha-ko-ta');
    for (const item of items.slice(0, 2)) await answerOnScreen(page, item);
    await page.waitForSelector('.lamp--together', { timeout: 60_000 });
    await keepKiosk(kiosk, 'lesson-together');
    await leaveLesson(page);
    await keepKiosk(kiosk, 'home-together');
    await idle.page.waitForSelector('.lamp--together', { timeout: 60_000 });
    await keepKiosk(idle, 'who-together');
    expect(found).toEqual([]);
  });

  it('[PER9] [SUP5] [LIV6] says so to the supervisor, in the room and at Site', async () => {
    const { page } = desk;
    await place(roomTexts.title);
    await page.waitForSelector('.hub-away');
    await page.waitForSelector('.lamp--together', { timeout: 60_000 });
    await page.locator('.seat-card').first().click();
    const clock = page.locator('.seat-health').getByText(roomTexts['health.not-known'].km).first();
    await clock.waitFor({ timeout: 60_000 });
    await keepDesk('supervisor-room-together');
    await place(siteTexts.title);
    await keepDesk('supervisor-site-together');
    expect(await page.locator('.site').textContent()).not.toContain(siteTexts['backup.today'].km);
  });
});
