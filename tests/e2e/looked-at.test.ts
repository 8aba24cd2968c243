import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Piece } from '../../src/cli/lab/piece.ts';
import { roomLookTexts } from '../../src/renderer/i18n/texts/supervisor/room-look.ts';
import { lookTroubles } from '../../src/renderer/i18n/texts/supervisor/troubles-look.ts';
import { netbootRequestSchema } from '../../src/shared/contracts/netboot.ts';
import { overrideCommands } from '../../src/shared/contracts/commands/override-commands.ts';
import { siteTexts } from '../../src/renderer/i18n/texts/supervisor/site.ts';
import { netbootTexts } from '../../src/renderer/i18n/texts/supervisor/netboot.ts';
import { overrideTexts } from '../../src/renderer/i18n/texts/supervisor/override.ts';
import { seatActsTexts } from '../../src/renderer/i18n/texts/supervisor/seat-acts.ts';
import { roomTexts } from '../../src/renderer/i18n/texts/supervisor/room.ts';
import { stationsTexts } from '../../src/renderer/i18n/texts/supervisor/stations.ts';
import { saveAs } from './file-hand.ts';
import { lookAtKiosk, lookAtSheet } from './kiosk-look.ts';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { ask, valueOf } from './page-bridge.ts';
import { kioskSizes, resizeTo } from './fitting.ts';
import { goOn, leaveLesson, signInOnScreen } from './learner-hand.ts';
import { besideTheList, lookAtDesk, signInStaff, signOutStaff, staffOf } from './staff-hand.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 30_000 };

/** An officer looks at what a learner has on their screen, and opens their seat when everything is down. */
describe('a learner’s seat, from the supervisor’s window and from a sheet of paper', () => {
  let lab: TestLab;
  let hub: Piece;
  let kiosk: OpenWindow;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    process.env['REAN_NETBOOT'] = join(lab.folder, 'netboot');
    hub = await lab.startHub();
    delete process.env['REAN_NETBOOT'];
    kiosk = await lab.openWindow('station-1');
    desk = await lab.openWindow('supervisor');
    await signInStaff(desk.page, staffOf(lab, 'officer'));
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There is no demo learner.');
    await kiosk.page.waitForSelector('.who__person');
    await signInOnScreen(kiosk.page, learner);
  });
  afterAll(() => lab.remove());

  const button = (words: { readonly km: string }) =>
    desk.page.getByRole('button', { name: words.km, exact: true });
  const seat = () => desk.page.locator('.seat-card').first();
  /** How much of the picture is of another colour than most of it: a blank one has nothing on it. */
  const drawn = () =>
    desk.page.locator('canvas.looked-at').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return { colours: 0, width: 0, height: 0 };
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      const seen = new Set<number>();
      for (let at = 0; at < pixels.length; at += 4) {
        seen.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
      }
      return { colours: seen.size, width, height };
    });

  it('[LOK1] is not offered while no lesson is open there', async () => {
    await seat().locator('.state-sign--home').waitFor(patience);
    await seat().click();
    await desk.page.locator('.learner-about__person').waitFor(patience);
    expect(await button(roomLookTexts.look).count()).toBe(0);
  });

  it('[LOK3] [LOK4] comes as a small picture, and the learner sees that somebody looks', async () => {
    await goOn(kiosk.page);
    await button(roomLookTexts.look).click(patience);
    await kiosk.page.locator('.look-sign').waitFor(patience);
    await desk.page.locator('canvas.looked-at').waitFor(patience);
    await expect.poll(drawn).toMatchObject({ width: expect.toSatisfy(isSmall) });
    expect((await drawn()).colours).toBeGreaterThan(20);
    // Nothing of it lies in the page's address book, and none of the bar is in it.
    const { width, height } = await drawn();
    expect(height / width).toBeLessThan(0.6);
    await keepScreenshot(kiosk.page, 'lesson-looked-at');
    await lookAtDesk(desk, 'supervisor-look', besideTheList);
  });

  it('[LOK3] [KSK1] tells the learner in both languages and sizes, and moves nothing to press', async () => {
    const heights = async () => {
      const found: number[] = [];
      for (const size of kioskSizes) {
        await resizeTo(kiosk, size);
        const bar = kiosk.page.locator('.bar');
        found.push(await bar.evaluate((each) => each.getBoundingClientRect().height));
      }
      return found;
    };
    await kiosk.page.locator('.look-sign').waitFor({ state: 'detached', ...patience });
    const before = await heights();
    await button(roomLookTexts.again).click();
    await kiosk.page.locator('.look-sign').waitFor(patience);
    expect(await heights()).toEqual(before);
    expect(await lookAtKiosk(kiosk, 'lesson-looked-at')).toEqual([]);
  });

  it('[LOK6] is gone once it is put away, and says so where the lesson was left', async () => {
    await button(roomLookTexts.away).click();
    expect(await desk.page.locator('canvas.looked-at').count()).toBe(0);
    await button(roomLookTexts.look).waitFor(patience);
    await leaveLesson(kiosk.page);
    await seat().locator('.state-sign--home').waitFor(patience);
    expect(await button(roomLookTexts.look).count()).toBe(0);
    expect(await desk.page.getByText(lookTroubles.lookGone.what.km).count()).toBe(0);
  });

  const place = (title: { readonly km: string }) =>
    desk.page.locator('.rail button', { hasText: title.km }).click();
  const padlock = async (page: Page) => {
    for (let press = 0; press < 5; press += 1) await page.locator('.lock__sign').click();
    await page.locator('.override').waitFor(patience);
  };
  const lock = async () => {
    await button(seatActsTexts.lock).click(patience);
    await button(seatActsTexts['message.wait']).click();
    await kiosk.page.locator('.lock').waitFor(patience);
  };
  const isOpen = () => kiosk.page.locator('.lock').waitFor({ state: 'detached', ...patience });
  const unlock = async () => {
    await button(seatActsTexts.unlock).click(patience);
    await isOpen();
  };
  /** Of the sheet made last, as they stand on its paper. */
  let codes: readonly string[] = [];

  it('[OVR1] says where a seat has no sheet of codes yet', async () => {
    const found = await lookAtSheet(kiosk, 'override-none', {
      open: async (page) => {
        await lock();
        await padlock(page);
        await page.locator('[data-screen="override-none"]').waitFor();
      },
      close: unlock,
    });
    expect(found).toEqual([]);
  });

  it('[OVR2] has sheets made for all seats and saved as a PDF, told once', async () => {
    const { page, app } = desk;
    const path = join(lab.folder, 'codes.pdf');
    await saveAs(app, path);
    await place(siteTexts.title);
    await button(stationsTexts.open).click(patience);
    await button(overrideTexts['make.all']).click(patience);
    await page.locator('[data-screen="override-sheets"]').waitFor(patience);
    await button(overrideTexts.print).click();
    await page.getByText('codes.pdf').waitFor(patience);
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
    await lookAtDesk(desk, 'supervisor-override-sheets', besideTheList);
    await button(overrideTexts.done).click();
    await page.locator('[data-screen="override-sheets"]').waitFor({ state: 'detached' });
    // Another, whose codes can be read here; it ends the one that was saved.
    const { station } = await readStationConfig(stationFolder(lab.folder, 'station-1'));
    const input = { stations: [station] };
    const asked = ask(page, 'command', 'hub.command', {
      type: 'override.make',
      input,
      reason: null,
    });
    const { sheets } = await valueOf(asked, overrideCommands['override.make'].output);
    expect(sheets).toMatchObject([{ sheet: 2 }]);
    codes = sheets[0]?.codes ?? [];
  });

  it('[PXE1] has installing over the LAN turned on by a technician, and off by anybody of the lab', async () => {
    const { page } = desk;
    const service = join(lab.folder, 'netboot-service');
    /** As the service of the hub's PC says it, which these tests have none of. */
    const serviceSays = async (told: object) => {
      const request = await readFile(join(lab.folder, 'netboot', 'open'), 'utf8');
      const { boot, untilMs } = netbootRequestSchema.parse(JSON.parse(request));
      await mkdir(service, { recursive: true });
      const said = JSON.stringify({ v: 1, boot, untilMs, problem: null, pcs: 0, ...told });
      await writeFile(join(service, 'state.json'), said);
    };
    const shows = (words: { readonly km: string }) =>
      page.getByText(words.km, { exact: true }).waitFor(patience);
    expect(await button(netbootTexts.open).count()).toBe(0);
    const technician = staffOf(lab, 'technician');
    await signOutStaff(page);
    await signInStaff(page, technician);
    await place(siteTexts.title);
    await button(netbootTexts.open).click(patience);
    await shows(netbootTexts['phase.opening']);
    await serviceSays({ pcs: 8 });
    await shows(netbootTexts['phase.on']);
    await page.getByText(technician.name.km).last().waitFor(patience);
    await lookAtDesk(desk, 'supervisor-netboot', '.site__card, .site__card *');
    await signOutStaff(page);
    await signInStaff(page, staffOf(lab, 'officer'));
    await place(siteTexts.title);
    await button(netbootTexts.close).click(patience);
    await shows(netbootTexts['phase.off']);
    expect(await button(netbootTexts.open).count()).toBe(0);
  });

  it('[OVR1] [OVR3] takes a code on the locked seat, in both languages and sizes', async () => {
    await place(roomTexts.title);
    await seat().click();
    const found = await lookAtSheet(kiosk, 'override', {
      open: async (page) => {
        await lock();
        await padlock(page);
        await page.locator('[data-screen="override"]').waitFor();
        // Typed at the desk, a digit wrong in it: told, and no try.
        await page.keyboard.type('123456789');
        await page.locator('.override__message[role="alert"]').waitFor(patience);
      },
      close: unlock,
    });
    expect(found).toEqual([]);
  });

  it('[OVR1] [OVR3] [WCA2] opens the seat by keys alone after its power went, with hub and supervisor gone', async () => {
    await lock();
    await hub.stop();
    await desk.app.close();
    const station = kiosk.app.process();
    const ended = once(station, 'exit');
    station.kill('SIGKILL');
    await ended;
    kiosk = await lab.openWindow('station-1');
    const { page } = kiosk;
    await page.locator('.lock').waitFor(patience);
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Enter');
    await page.locator('[data-screen="override"]').waitFor(patience);
    await page.keyboard.type(codes[4] ?? '');
    await isOpen();
    await page.locator('.who__person, .who__group').first().waitFor(patience);
    expect(await page.locator('.lock').count()).toBe(0);
  });
});

const isSmall = (side: number) => side > 200 && side <= 480;
