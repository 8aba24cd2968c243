import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { kioskHomeTexts } from '../../src/renderer/i18n/texts/kiosk/home.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { filmsTexts } from '../../src/renderer/i18n/texts/supervisor/films.ts';
import type { Piece } from '../../src/cli/lab/piece.ts';
import { filmQuestion, filmTitle, installFilm, pressFilm } from '../factories/film-pack.ts';
import { keepOpenToAll } from './barriers.ts';
import { kioskHand } from './kiosk-hand.ts';
import { lookAtKiosk } from './kiosk-look.ts';
import { lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 30_000, interval: 200 };

/** An officer shows a film to a group, with a kill, a hub that is away, and a wall to show it on. */
describe('a film shown to a group', () => {
  let lab: TestLab;
  let hub: Piece;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    const file = await pressFilm(lab.folder);
    await installFilm(join(stationFolder(lab.folder, 'supervisor'), 'packs'), file);
    hub = await lab.startHub();
    desk = await open();
  });
  afterAll(() => lab.remove());

  const open = async (): Promise<OpenWindow> => {
    const opened = await lab.openWindow('supervisor');
    await signInStaff(opened.page, staffOf(lab, 'officer'));
    await opened.page.locator('.rail button', { hasText: deskTexts['place.films'].km }).click();
    return opened;
  };
  const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
  const learner = (index: number) => {
    const found = lab.signIns.learners[index];
    if (found === undefined) throw new Error('There is no such demo learner.');
    return found;
  };
  const seconds = async () => {
    const film = desk.page.frames().find((frame) => frame.url().includes('/~player/media/'));
    return film?.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
  };
  const show = async (title: string) => {
    const row = desk.page.locator('.films__film', { hasText: title });
    await row.getByRole('button', { name: filmsTexts.show.km, exact: true }).click();
  };
  const thereNow = () => desk.page.locator('.films__panel h2', { hasText: 'អ្នកមើល' }).textContent();

  it('[GRP8] is there to be shown from the first day on, with words and questions', async () => {
    await show('ថ្ងៃសម្ភាសន៍');
    await expect.poll(seconds, patience).toBe(0);
    const film = (await frameOf(desk.page)).locator('video');
    const jump = (to: number) =>
      film.evaluate((video: HTMLVideoElement, at) => {
        video.currentTime = at;
      }, to);
    await button(filmsTexts.play.km).click();
    await expect.poll(seconds, patience).toBeGreaterThan(0.5);
    for (const before of [23, 51]) {
      await jump(before);
      await desk.page.locator('.stage__question').waitFor(patience);
      await lookAtDesk(desk, `supervisor-film-shipped-${before}`);
      await button(filmsTexts['question.on'].km).click();
      await desk.page.locator('.stage__question').waitFor({ state: 'detached' });
      await expect.poll(seconds, patience).toBeGreaterThan(before + 1.5);
    }
    await button(filmsTexts.end.km).click();
    await button(filmsTexts['end.nothing'].km).click();
    await desk.page.locator('.films__film').first().waitFor();
  });

  it('[GRP1] lists the films there are, and shows one in the window where there is one display', async () => {
    await desk.page.locator('.films__film', { hasText: filmTitle.km }).waitFor();
    await lookAtDesk(desk, 'supervisor-films');
    await show(filmTitle.km);
    await expect.poll(seconds, patience).toBe(0);
    await lookAtDesk(desk, 'supervisor-film-showing');
  });

  it('[GRP3] ticks who is there by group, and from a list, whose other rows are told by number', async () => {
    const first = learner(0);
    const group = desk.page.getByLabel(filmsTexts.group.km, { exact: true });
    await group.selectOption({ label: first.group.km });
    await desk.page.locator('.form__tick', { hasText: first.name.km }).locator('input').click();
    await expect.poll(thereNow, patience).toContain('១');
    const list = join(lab.folder, 'there.csv');
    await writeFile(list, `ឈ្មោះ\n${learner(1).name.km}\nនរណាម្នាក់\n${first.name.km}\n`);
    await desk.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, list);
    await button(filmsTexts.list.km).click();
    await desk.page.locator('.films__rows li', { hasText: 'នរណាម្នាក់' }).waitFor();
    await expect.poll(thereNow, patience).toContain('២');
    await lookAtDesk(desk, 'supervisor-film-there');
  });

  it('[GRP4] plays with its words, stops at its pause, and asks the group', async () => {
    await button(filmsTexts.whole.km).click();
    await button(filmsTexts.play.km).click();
    await desk.page.locator('.stage__question').waitFor(patience);
    expect(await seconds()).toBeCloseTo(filmQuestion.at, 0);
    await keepOpenToAll(desk.page, 'supervisor-film-whole');
    await button(filmsTexts['whole.end'].km).click();
    await button(filmsTexts['question.show'].km).click();
    await desk.page.locator('.stage__options [data-right="true"]').waitFor();
    await lookAtDesk(desk, 'supervisor-film-question');
    await desk.page.locator('.films__question input').fill('១');
    await button(filmsTexts['question.record'].km).click();
    await desk.page.locator('.stage__question').waitFor({ state: 'detached' });
    await vi.waitFor(async () => expect(await seconds()).toBeGreaterThan(4), patience);
  });

  it('[GRP4] is there after its window and station were killed, with who was ticked', async () => {
    const station = desk.app.process();
    const ended = once(station, 'exit');
    station.kill('SIGKILL');
    await ended;
    desk = await open();
    await desk.page.getByText(filmsTexts.waits.km).waitFor();
    expect(await thereNow()).toContain('២');
    await lookAtDesk(desk, 'supervisor-film-cut-off');
  });

  it('[GRP1] fills another display where there is one, without a name, and is driven from the desk', async () => {
    await addDisplay(desk.app);
    const opening = desk.app.waitForEvent('window');
    await button(filmsTexts.resume.km).click();
    const wall = await opening;
    const film = await frameOf(wall);
    await desk.page.getByText(filmsTexts['on-screen'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-film-on-screen');
    await button(filmsTexts.back.km).click();
    await button(filmsTexts.play.km).click();
    await wall.locator('.stage__question').waitFor(patience);
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1920, height: 1080 },
    ]) {
      await drawnAt(wall, size);
      await keepOpenToAll(wall, `big-screen-question-${size.width}`);
      expect(await overflowing(wall)).toEqual([]);
    }
    await button(filmsTexts['question.on'].km).click();
    await wall.locator('.stage__question').waitFor({ state: 'detached' });
    await vi.waitFor(
      async () =>
        expect(
          await film.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime),
        ).toBeGreaterThan(3),
      patience,
    );
    await keepOpenToAll(wall, 'big-screen-film-1920');
    expect(await film.locator('button').count()).toBe(0);
    expect(await wall.textContent('body')).not.toContain(learner(0).name.km);
  });

  it('[GRP5] is recorded while the hub is away, in one sentence and a second step', async () => {
    await hub.stop();
    await button(filmsTexts.end.km).click();
    await lookAtDesk(desk, 'supervisor-film-end');
    await button(filmsTexts['end.yes'].km).click();
    await desk.page.getByText(filmsTexts.done.km).waitFor();
    await expect.poll(() => desk.app.windows().length, patience).toBe(1);
    await desk.page.locator('.films__viewing', { hasText: filmTitle.km }).click();
    await desk.page.locator('.films__person').nth(1).waitFor();
    await lookAtDesk(desk, 'supervisor-film-held');
  });

  it('[GRP7] is corrected by a new record, and shown to the learner once the hub has it', async () => {
    await button(filmsTexts.correct.km).click();
    const option = desk.page.locator('.films__panel option', { hasText: learner(1).name.km });
    const value = await option.getAttribute('value');
    await desk.page.getByLabel(filmsTexts['correct.who'].km).selectOption(value);
    await lookAtDesk(desk, 'supervisor-film-correct');
    await button(filmsTexts['correct.yes'].km).click();
    await desk.page.locator('.films__person[data-there="false"]').waitFor();
    hub = await lab.startHub();
    const kiosk = await lab.openWindow('station-1');
    await vi.waitFor(async () => {
      await kioskHand.signIn(kiosk.page, learner(0));
    }, patience);
    await kiosk.page.locator('.record-card', { hasText: kioskHomeTexts['home.record'].km }).click();
    const figure = kiosk.page.locator('.record__figure', {
      hasText: kioskHomeTexts['record.films'].km,
    });
    expect(await figure.locator('dd').textContent()).toBe('១');
    expect(await lookAtKiosk(kiosk, 'record-films')).toEqual([]);
  });
});

/** A second display beside the first, as far as the app knows. */
function addDisplay(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ screen }) => {
    const [first] = screen.getAllDisplays();
    if (first === undefined) throw new Error('There is no display.');
    const bounds = { x: 0, y: 0, width: 1366, height: 768 };
    screen.getAllDisplays = () => [first, { ...first, id: first.id + 1, bounds }];
  });
}

async function frameOf(page: Page) {
  return vi.waitFor(() => {
    const found = page.frames().find((frame) => frame.url().includes('/~player/media/'));
    if (found === undefined) throw new Error('No film yet.');
    return found;
  }, patience);
}

/** A display is as large as it is: the page is drawn as on one of this size. */
async function drawnAt(page: Page, size: { width: number; height: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    ...size,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await page.waitForFunction(({ width }) => innerWidth === width, size);
}

/** What of the big screen lies outside of it. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.stage__question *')]
      .filter((element) => {
        const { right, bottom, top } = element.getBoundingClientRect();
        return right > innerWidth + 1 || bottom > innerHeight + 1 || top < -1;
      })
      .map((element) => element.className.toString()),
  );
}
