import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { answersUntil } from '../../scripts/bench/window/in-page.ts';
import { enrolInCourses } from '../../src/hub/office/people.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { playerTexts } from '../../src/renderer/i18n/texts/players.ts';
import { listenForLeaks } from '../factories/leak-listener.ts';
import type { LeakListener } from '../factories/leak-listener.ts';
import { h5pCourse, h5pCourseTitle, installH5p } from '../factories/h5p-pack.ts';
import { installPieces, pieceCourse, pressPieces, waysOut } from '../factories/piece-pack.ts';
import { keepOpenToAll } from './barriers.ts';
import { kioskHand } from './kiosk-hand.ts';
import { leaksOfOpenPage } from './open-page.ts';
import { pieceHand } from './piece-hand.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** Films and content of others in frames of their own, hostile ones among them, at two real kiosks. */
describe('pieces in their frames', () => {
  let lab: TestLab;
  let listener: LeakListener;
  let left: OpenWindow;
  let right: OpenWindow;
  let torn: string;
  let h5pPlayer: string;

  beforeAll(async () => {
    lab = await openTestLab(2);
    listener = await listenForLeaks(await waysOut());
    const file = await pressPieces(lab.folder, listener);
    const storeOf = (name: string) => join(stationFolder(lab.folder, name), 'packs');
    await installPieces(storeOf('station-1'), file);
    torn = await installPieces(storeOf('station-2'), file);
    h5pPlayer = await installH5p(lab.folder, storeOf('station-2'));
    for (const each of [0, 1, 2]) {
      await lab.inOffice((office) =>
        enrolInCourses(office, person(each).learner, [pieceCourse, h5pCourse]),
      );
    }
    await lab.startHub();
    [left, right] = await Promise.all([lab.openWindow('station-1'), lab.openWindow('station-2')]);
    await signIn(left, 0);
  });
  afterAll(() => {
    listener.stop();
    return lab.remove();
  });

  const person = (index: number) => {
    const found = lab.signIns.learners[index];
    if (found === undefined) throw new Error('There is no such demo learner.');
    return found;
  };
  const signIn = (kiosk: OpenWindow, index: number) =>
    vi.waitFor(() => kioskHand.signIn(kiosk.page, person(index)), {
      timeout: 30_000,
      interval: 300,
    });
  const toldOf = async (name: string, event: string) =>
    (await lab.log(name)).filter((line) => line.includes(`"${event}"`)).at(-1);
  /** The window knows first: until its station has told of it too. */
  const tells = (name: string, event: string, what: RegExp) =>
    vi.waitFor(async () => expect(await toldOf(name, event)).toMatch(what), 10_000);

  it('[PCE1] has ways out to try that each lead to who listens, from a page that nobody guards', async () => {
    expect(await leaksOfOpenPage(listener)).toEqual(listener.names);
    listener.forget();
  });

  it('[PCE5] plays a film with its words and parts, by the keyboard alone', async () => {
    await pieceHand.open(left, 'film');
    const film = await pieceHand.frameAt(left, '/~player/media/');
    await film.waitForSelector('.film__buttons');
    const { keyboard } = left.page;
    const press = async (name: string | RegExp) => {
      await film.getByRole('button', { name }).focus();
      await keyboard.press('Enter');
    };
    await press(playerTexts.play.km);
    await vi.waitFor(async () => expect(await secondsOf(film)).toBeGreaterThan(0.5), 10_000);
    expect(await wordsOf(film)).toEqual(['ស្ត្រីខ្មែរ ក្រុងភ្នំពេញ']);
    await keepOpenToAll(left.page, 'piece-film');
    const sizes = await film.locator('button, input').evaluateAll((all) =>
      all.map((each) => {
        const { width, height } = each.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(96);
    await press(/^ល្បឿន/);
    await press(playerTexts['words.km'].km);
    await press(playerTexts.part.km);
    expect(
      await film.locator('video').evaluate((video: HTMLVideoElement) => video.playbackRate),
    ).toBe(1.25);
    expect(await wordsOf(film)).toEqual([]);
    await vi.waitFor(async () => expect(await secondsOf(film)).toBeGreaterThan(3), 10_000);
    await press(playerTexts.pause.km);
  });

  it('[WCA1] keeps nobody out of a film in English either', async () => {
    await pieceHand.inEnglish(left, async () => {
      const film = await pieceHand.frameAt(left, '/~player/media/');
      await film.waitForSelector('.film__buttons');
      await expect.poll(() => film.evaluate(() => document.documentElement.lang)).toBe('en');
      await keepOpenToAll(left.page, 'piece-film-en');
    });
  });

  it('[PCE2] [PCE5] plays a page of others over several pages, and keeps what it says of itself', async () => {
    await pieceHand.open(left, 'game');
    const page = await pieceHand.frameAt(left, 'start%20page.html');
    await page.getByRole('button', { name: 'Win' }).click();
    await vi.waitFor(
      async () => expect((await pieceHand.card(left, 'game'))?.status).toBe('done'),
      10_000,
    );
    await page.locator('#next').click();
    await (await pieceHand.frameAt(left, 'next.html')).getByText('next page').waitFor();
    await keepScreenshot(left.page, 'piece-page');
  });

  it('[WIN12] [PCE5] goes on where it was at another seat, and is gone with the sitting in mid-play', async () => {
    await pieceHand.open(left, 'film');
    const place = await placeOf(await pieceHand.frameAt(left, '/~player/media/'));
    await pieceHand.button(left, kioskTexts['lesson.leave'].km).click();
    await left.page.waitForSelector('.lesson-card');
    left = await pieceHand.signOut(left);
    // All that was recorded of the learner has come when the time they learned has.
    await signIn(left, 0);
    const record = await vi.waitFor(async () => {
      const home = await kioskHand.home(left.page);
      expect(home.record.activeMs).toBeGreaterThan(0);
      return home.record;
    }, 10_000);
    left = await pieceHand.signOut(left);
    await signIn(right, 0);
    await vi.waitFor(
      async () => expect((await kioskHand.home(right.page)).record).toEqual(record),
      20_000,
    );
    await pieceHand.open(right, 'game');
    const game = await pieceHand.frameAt(right, 'start%20page.html');
    await vi.waitFor(async () =>
      expect(await game.locator('#place').textContent()).toBe('level 2'),
    );
    await pieceHand.open(right, 'film');
    const film = await pieceHand.frameAt(right, '/~player/media/');
    expect(await placeOf(film)).toBeCloseTo(place, 1);
    await film.getByRole('button', { name: playerTexts.play.km }).click();
    await vi.waitFor(async () => expect(await secondsOf(film)).toBeGreaterThan(place), 10_000);
    right = await pieceHand.signOut(right);
    const audible = await right.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((each) => each.isCurrentlyAudible()),
    );
    expect(new Set(audible)).toEqual(new Set([false]));
    await signIn(right, 0);
  });

  it.each([
    ['a film that is none', 'broken', /"unplayable".*broken\.webm/],
    ['a page whose script fails', 'faulty', /"broken".*faulty\/page\.html:3.*begin is not defined/],
    ['a page that is not there', 'torn', /"missing".*torn\/page\.html/],
  ])('[PCE3] says calmly that it can’t play %s, and to the officer why', async (_, id, why) => {
    await rm(torn, { force: true });
    await pieceHand.open(right, id);
    await pieceHand.failed(right);
    await tells('station-2', 'piece.failed', why);
    const anyway = pieceHand.button(right, kioskTexts['piece.anyway'].km);
    expect(await anyway.isVisible()).toBe(id === 'faulty');
  });

  it('[PCE3] shows a page whose script fails all the same to who would see it', async () => {
    await pieceHand.open(right, 'faulty');
    await pieceHand.failed(right);
    await keepOpenToAll(right.page, 'piece-failed');
    await pieceHand.button(right, kioskTexts['piece.anyway'].km).click();
    const page = await pieceHand.frameAt(right, 'faulty/page.html');
    await page.getByRole('heading', { name: 'Game' }).waitFor();
    await page.waitForFunction(() => document.readyState === 'complete');
    expect(await pieceHand.button(right, kioskTexts['piece.anyway'].km).isVisible()).toBe(false);
  });

  it('[PCE14] [PCE15] [PCE5] plays H5P with a player out of another pack, and goes on where it was', async () => {
    const open = async () => {
      await pieceHand.open(right, 'រកឆ្មា', h5pCourseTitle);
      return pieceHand.frameAt(right, '/~player/h5p/');
    };
    const first = await open();
    await first.getByText('nothing picked').waitFor();
    await first.getByRole('button', { name: 'ឆ្មា' }).click();
    await vi.waitFor(
      async () => expect((await pieceHand.card(right, 'pick'))?.status).toBe('done'),
      10_000,
    );
    await keepScreenshot(right.page, 'piece-h5p');
    await (await open()).getByText('picked 1').waitFor();
    await rm(h5pPlayer, { force: true });
    await pieceHand.open(right, 'រកឆ្មា', h5pCourseTitle);
    await pieceHand.failed(right);
    await tells('station-2', 'piece.failed', /"missing".*org\.rean\.h5p-player/);
  });

  it('[PCE1] [PCE2] [WIN12] lets a hostile piece reach nothing, nor the next learner', async () => {
    await loosenNetwork(left);
    const downloads = await countDownloads(left);
    await signIn(left, 1);
    const tried = async () => {
      await pieceHand.open(left, 'index');
      const frame = await pieceHand.frameAt(left, 'hostile/index.html');
      await frame.waitForFunction(() => Reflect.get(window, 'leaked') === true, null, {
        timeout: 20_000,
      });
      await frame.click('#try');
      await frame.waitForFunction(() => Reflect.has(window, 'words'), null, { timeout: 20_000 });
      return frame.evaluate(() => ({
        words: Reflect.get(window, 'words') as Record<string, string>,
        found: Reflect.get(window, 'found') as string,
      }));
    };
    const { words, found } = await tried();
    expect(Object.entries(words).filter(([, word]) => word === 'through')).toEqual([]);
    expect(words).toMatchObject({ 'the bridge here': 'refused', 'a dialog': 'refused' });
    expect(found).toBe('');
    expect(listener.reached()).toEqual([]);
    expect(await downloads()).toBe(0);
    expect(left.app.windows()).toHaveLength(1);
    expect(left.page.url()).toBe('app://kiosk/?language=km');
    // A piece may say that it is done itself; of another one it can say nothing.
    expect((await pieceHand.card(left, 'film'))?.status).toBe('new');
    expect((await tried()).found).toContain('secret');
    left = await pieceHand.signOut(left);
    await signIn(left, 2);
    expect((await tried()).found).toBe('');
    expect(listener.reached()).toEqual([]);
    expect(await toldOf('station-1', 'station.died')).toBeUndefined();
  });

  it('[PCE3] ends pieces that loop, flood, ask or take without end, while its shell goes on answering', async () => {
    const atLeft = async () => {
      expect(await answersBeside(left, 'loop')).toBeGreaterThan(20);
      await tells('station-1', 'piece.failed', /"stuck"/);
      expect(await answersBeside(left, 'flood')).toBeGreaterThan(0);
      await tells('station-1', 'piece.failed', /"flood"/);
      expect(await answersBeside(left, 'requests')).toBeGreaterThan(20);
      await tells('station-1', 'piece.ended', /too many requests/);
    };
    const atRight = async () => {
      expect(await answersBeside(right, 'memory')).toBeGreaterThan(20);
      await tells('station-2', 'piece.ended', /too much memory/);
    };
    await Promise.all([atLeft(), atRight()]);
    for (const name of ['station-1', 'station-2']) {
      expect(await toldOf(name, 'station.died')).toBeUndefined();
      expect(await toldOf(name, 'page.gone')).toBeUndefined();
    }
  });
});

/**
 * Opens a piece and asks the station over the page's own bridge, again and again, until the piece was ended.
 * @returns how often it was answered, the frame after it drawn; asked by the app itself, as Playwright loses
 *   a page one of whose frames is killed
 */
async function answersBeside(kiosk: OpenWindow, id: string): Promise<number> {
  await pieceHand.open(kiosk, id);
  const until = `(${answersUntil.toString()})({ selector: '.piece__ways' })`;
  const answers = await kiosk.app.evaluate(
    ({ BrowserWindow }, script) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script),
    until,
  );
  return z.array(z.number()).parse(answers).length;
}

const secondsOf = (film: Frame) =>
  film.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);

/** Where a film that was begun before goes on, s, once it is there. */
const placeOf = (film: Frame) =>
  vi.waitFor(async () => {
    const seconds = await secondsOf(film);
    expect(seconds).toBeGreaterThan(1.5);
    return seconds;
  }, 10_000);

/** The words that are shown under a film now. */
const wordsOf = (film: Frame) =>
  film.locator('video').evaluate((video: HTMLVideoElement) =>
    [...video.textTracks]
      .filter(({ kind, mode }) => kind === 'captions' && mode === 'showing')
      .flatMap(({ activeCues }) => [...(activeCues ?? [])])
      .map((cue) => (cue instanceof VTTCue ? cue.text : '')),
  );

/** Lets calls go to the loopback, which they else leave out, as they are let in the open page. */
const loosenNetwork = ({ app }: OpenWindow) =>
  app.evaluate(({ app: electron }) =>
    electron.commandLine.appendSwitch('allow-loopback-in-peer-connection'),
  );

/** Counts what the browser begins to write to this PC, whether it is let or not, from now on. */
async function countDownloads({ app }: OpenWindow): Promise<() => Promise<number>> {
  await app.evaluate(({ BrowserWindow }) => {
    Reflect.set(globalThis, 'downloadsBegun', 0);
    const count = () =>
      Reflect.set(
        globalThis,
        'downloadsBegun',
        Number(Reflect.get(globalThis, 'downloadsBegun')) + 1,
      );
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      webContents.session.on('will-download', count);
    }
  });
  return async () => Number(await app.evaluate(() => Reflect.get(globalThis, 'downloadsBegun')));
}
