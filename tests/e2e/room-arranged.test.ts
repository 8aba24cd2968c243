import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Piece } from '../../src/cli/lab/piece.ts';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { addStation } from '../../src/hub/office/stations.ts';
import { arrangeTexts } from '../../src/renderer/i18n/texts/supervisor/arrange.ts';
import { roomTexts } from '../../src/renderer/i18n/texts/supervisor/room.ts';
import type { LiveReport } from '../../src/shared/contracts/live-seat.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { HubClient } from '../../src/sync/transport/hub-client.ts';
import { hubTransport } from '../../src/sync/transport/https-transport.ts';
import { liveReport } from '../factories/live-reports.ts';
import { besideTheList, lookAtDesk, signInStaff, signOutStaff, staffOf } from './staff-hand.ts';
import { resizeTo } from './fitting.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 30_000 };
/** Names of stations may be cut: the number above says which it is. */
const within = `${besideTheList}, .seat-card, .arrange, .arrange__grid, .arrange__seat`;

/** A lab of eight that an officer puts where it stands, and of thirty. */
describe('a room as it stands', () => {
  let lab: TestLab;
  let hub: Piece;
  let desk: OpenWindow;
  let silence: () => void;

  beforeAll(async () => {
    lab = await openTestLab(8);
    hub = await lab.startHub();
    desk = await lab.openWindow('supervisor');
    await signInStaff(desk.page, staffOf(lab, 'officer'));
    await desk.page.locator('.seat-card').nth(7).waitFor(patience);
    silence = saying();
  });
  afterAll(async () => {
    silence();
    await lab.remove();
  });

  /** What the PC of a seat would say. @param number counts up over the story */
  const say = async (
    seat: number,
    number: number,
    over: Partial<LiveReport['sitting'] & object>,
  ) => {
    const config = await readStationConfig(stationFolder(lab.folder, `station-${seat}`));
    const transport = hubTransport({ url: config.hub.url, tls: config.tls });
    const [learner] = lab.signIns.learners.slice(seat - 1);
    if (learner === undefined) throw new Error('There are too few demo learners.');
    const nobody = { open: null, helpAsked: false, stuck: false, quiet: null };
    const sitting = { learner: learner.learner, ...nobody, ...over };
    const wallMs = seat === 6 ? 0 : Date.now();
    await new HubClient(transport).tellSeat(liveReport({ number, sitting, wallMs }));
    transport.close();
  };
  /** Seats say it again and again, as their stations do ([LIV3]). */
  const saying = () => {
    let number = 0;
    const sayAll = async () => {
      number += 1;
      await say(1, number, { helpAsked: true });
      await say(2, number, { stuck: true });
      await say(3, number, { quiet: 'idle' });
      await say(4, number, { open: { kind: 'review' } });
      await say(6, number, {});
    };
    // A hub that is away is told of the next.
    const beating = setInterval(() => void sayAll().catch(() => undefined), 3000);
    return () => clearInterval(beating);
  };

  const button = (words: { readonly km: string }) =>
    desk.page.getByRole('button', { name: words.km, exact: true });
  const seatToMove = (seat: number) => desk.page.locator('.arrange__seat').nth(seat - 1);
  const spot = (column: number, row: number) =>
    desk.page.locator(`.arrange__spot[data-spot="${column}:${row}"]`);
  const stands = (seat: number, at: string) =>
    expect.poll(() => seatToMove(seat).getAttribute('data-spot'), patience).toBe(at);

  it('[SUP22] [WCA2] is arranged by dragging, by pressing, and by keys', async () => {
    const { page } = desk;
    await button(arrangeTexts.arrange).click();
    await seatToMove(8).waitFor();
    await stands(5, '1:2');
    await drag(page, seatToMove(5), spot(6, 5));
    await stands(5, '6:5');
    await seatToMove(6).click();
    await spot(4, 5).click();
    await stands(6, '4:5');
    await seatToMove(7).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowLeft']) {
      await page.keyboard.press(key);
    }
    await stands(7, '2:5');
    // Who stands there changes places.
    await drag(page, seatToMove(8), seatToMove(4));
    await stands(8, '4:1');
    await stands(4, '4:2');
    expect(await desk.page.locator('.arrange__at').textContent()).not.toBe('');
    await lookAtDesk(desk, 'supervisor-arrange', within);
  });

  it('[SUP22] changes nothing where it is left', async () => {
    await button(arrangeTexts.leave).click();
    await desk.page.locator('.seat-card').first().waitFor();
    expect(await desk.page.locator('.seats--standing').count()).toBe(0);
  });

  it('[SUP21] [SUP3] [LIV7] shows seats where they stand, with what they say, to other staff too', async () => {
    const { page } = desk;
    await button(arrangeTexts.arrange).click();
    for (const [seat, column] of [1, 2, 4, 5].map((at, index) => [index + 5, at] as const)) {
      await seatToMove(seat).click();
      await spot(column, 3).click();
    }
    for (const [seat, column] of [
      [4, 5],
      [3, 4],
    ] as const) {
      await seatToMove(seat).click();
      await spot(column, 1).click();
    }
    await button(arrangeTexts.save).click();
    await page.locator('.seats--standing .seat-card').nth(7).waitFor(patience);
    await page.locator('.seat-card--stuck').waitFor(patience);
    await page.locator('.health-sign').waitFor(patience);
    const left = async (seat: number) =>
      (
        await page
          .locator('.seat-card')
          .nth(seat - 1)
          .boundingBox()
      )?.x ?? 0;
    expect((await left(3)) - (await left(2))).toBeGreaterThan(
      (await left(2)) - (await left(1)) + 10,
    );
    await lookAtDesk(desk, 'supervisor-room-stands', within);
    await signOutStaff(page);
    await signInStaff(page, staffOf(lab, 'site-manager'));
    await page.locator('.seats--standing .seat-card').nth(7).waitFor(patience);
  });

  it('[SUP21] shows thirty, new ones behind the others', async () => {
    const { page } = desk;
    await hub.stop();
    await lab.inOffice(async (office) => {
      for (let seat = 9; seat <= 30; seat += 1) {
        const name = { km: `ស្ថានីយ៍ទី${seat}`, en: `Station ${seat}` };
        await addStation(office, { name, kind: 'kiosk', hubUrl: 'https://127.0.0.1:1' });
      }
    });
    hub = await lab.startHub();
    await page.locator('.seat-card').nth(29).waitFor({ timeout: 60_000 });
    await page.locator('.seat-card--stuck').waitFor(patience);
    await page.locator('.seat-card', { hasText: roomTexts['state.help'].km }).waitFor(patience);
    await lookAtDesk(desk, 'supervisor-room-stands-30', within);
    await resizeTo(desk, { width: 1280, height: 800 });
    const hidden = await page
      .locator('.seats')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    expect(hidden).toBeLessThanOrEqual(0);
    await button(arrangeTexts.arrange).click();
    await stands(9, '1:4');
    await stands(14, '1:5');
    expect(await page.locator('.arrange__seat').count()).toBe(30);
    await lookAtDesk(desk, 'supervisor-arrange-30', within);
  });
});

/** As a hand does: down on the one, over to the middle of the other, up. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('Not on the screen.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}
