import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { supervisorContract } from '../../src/shared/contracts/ipc/contract.ts';
import type { Item } from '../../src/shared/contracts/lesson.ts';
import { createSay } from '../../src/renderer/i18n/text.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { roomTexts } from '../../src/renderer/i18n/texts/supervisor/room.ts';
import type { Piece } from '../../src/cli/lab/piece.ts';
import { keepOpenToAll } from './barriers.ts';
import { kioskSizes, misfits, resizeTo } from './fitting.ts';
import {
  answerOnScreen,
  goOn,
  leaveLesson,
  shippedItems,
  signInOnScreen,
  signOutOnScreen,
} from './learner-hand.ts';
import { ask, valueOf } from './page-bridge.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const sayRoom = createSay(roomTexts, 'km');
const { streams } = supervisorContract;

/** The story of the first issue, on the screens: one learner, two kiosks, a hub and an officer. */
describe('one lab, one learner', () => {
  let lab: TestLab;
  let hub: Piece;
  let kiosk: OpenWindow;
  let desk: OpenWindow;
  let items: readonly Item[];
  let answered = 0;

  beforeAll(async () => {
    lab = await openTestLab(2);
    items = await shippedItems('khmer-letters', 'letters-ka-kha-ko-ta');
    hub = await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    desk = await lab.openWindow('supervisor');
  });
  afterAll(() => lab.remove());

  const learner = () => {
    const [first] = lab.signIns.learners;
    if (first === undefined) throw new Error('There are no demo learners.');
    return first;
  };
  const answer = async (count: number) => {
    for (const item of items.slice(answered, answered + count)) {
      await answerOnScreen(kiosk.page, item);
      answered += 1;
    }
  };
  const progress = () => sayRoom('progress.of', { done: answered, total: items.length });
  const seatShows = (text: string) =>
    desk.page.locator('.seat-card', { hasText: text }).waitFor({ timeout: 30_000 });
  const learnerRow = async () => {
    const asked = ask(desk.page, 'subscribe', 'learners');
    const { learners } = await valueOf(asked, streams.learners.output);
    return learners.find((row) => row.learner.learner === learner().learner);
  };
  const place = (name: 'place.room' | 'place.learners' | 'place.site') =>
    desk.page.getByRole('button', { name: deskTexts[name].km }).click();
  const siteView = () => valueOf(ask(desk.page, 'subscribe', 'site'), streams.site.output);

  // A story: what comes after a step that failed says nothing.
  let broken = false;
  beforeEach((context) => {
    context.onTestFailed(() => {
      broken = true;
    });
    if (broken) throw new Error('an earlier step of the story failed');
  });

  it('[SGN1] a learner finds their tile, and touches four pictures', async () => {
    await kiosk.page.waitForSelector('.who__person');
    await keepOpenToAll(kiosk.page, 'who');
    await signInOnScreen(kiosk.page, learner());
    await kiosk.page.waitForSelector('.go-on__open');
    await keepOpenToAll(kiosk.page, 'home');
    expect(await kiosk.page.textContent('.me__name')).toBe(learner().name.km);
  });

  it('[VIE3] an officer signs in and sees who sits where', async () => {
    const [officer] = lab.signIns.staff;
    await desk.page.locator('.choose-person__person', { hasText: officer?.name.km ?? '' }).click();
    await desk.page.locator('input').fill(officer?.passphrase ?? '');
    await desk.page.locator('form').press('Enter');
    await seatShows(learner().name.km);
    await keepOpenToAll(desk.page, 'supervisor-room');
    expect(await desk.page.locator('.seat-card').count()).toBe(2);
  });

  it('[VIE3] the officer sees each answer within two seconds', async () => {
    await goOn(kiosk.page);
    await keepOpenToAll(kiosk.page, 'lesson-present');
    await answer(4);
    await keepOpenToAll(kiosk.page, 'lesson-choice');
    await answer(1);
    const saidAt = performance.now();
    await seatShows(progress());
    expect(performance.now() - saidAt).toBeLessThan(2_000);
    await keepOpenToAll(desk.page, 'supervisor-room-lesson');
  });

  it('[LSN3] the learner leaves in mid-lesson and resumes at the same item', async () => {
    await leaveLesson(kiosk.page);
    await keepOpenToAll(kiosk.page, 'home-begun');
    await goOn(kiosk.page);
    await answer(1);
    await leaveLesson(kiosk.page);
    expect(await kiosk.page.textContent('.go-on__progress')).toBe(progress());
    await goOn(kiosk.page);
  });

  it('[LSN9] nothing waits when the hub is killed; a small sign says so', async () => {
    process.kill(hub.pid, 'SIGKILL');
    await hub.ended;
    const startedAt = performance.now();
    await answer(1);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    await kiosk.page.waitForSelector('.lamp--away', { timeout: 60_000 });
    await keepOpenToAll(kiosk.page, 'lesson-hub-away');
    await answer(1);
    await keepOpenToAll(desk.page, 'supervisor-hub-away');
  });

  it('[PER8] [PER9] the officer sees it all the same, and both windows say who is together', async () => {
    await kiosk.page.waitForSelector('.lamp--together', { timeout: 60_000 });
    for (const language of ['en', 'km']) {
      await kiosk.page.locator('.language-switch').click();
      await kiosk.page.waitForSelector(`html[lang=${language}]`);
      for (const size of kioskSizes) {
        await resizeTo(kiosk, size);
        expect(await misfits(kiosk.page)).toEqual([]);
        await keepOpenToAll(kiosk.page, `lesson-together-${language}-${size.width}`);
      }
    }
    await seatShows(progress());
    await keepOpenToAll(desk.page, 'supervisor-room-together');
    await place('place.site');
    await keepOpenToAll(desk.page, 'supervisor-site-together');
    await place('place.room');
  });

  it('[SIT3] every answer is there after the station is killed and started again', async () => {
    const station = kiosk.app.process();
    const ended = once(station, 'exit');
    station.kill('SIGKILL');
    await ended;
    kiosk = await lab.openWindow('station-1');
    await signInOnScreen(kiosk.page, learner());
    expect(await kiosk.page.textContent('.go-on__progress')).toBe(progress());
    await goOn(kiosk.page);
    await keepOpenToAll(kiosk.page, 'lesson-order');
    await answer(1);
  });

  it('[SYN12] all converges when the hub is back, and the counts agree', async () => {
    hub = await lab.startHub();
    await kiosk.page.waitForSelector('.lamp--saved', { timeout: 60_000 });
    await seatShows(progress());
    // What is only shown is no attempt.
    const tried = items.slice(0, answered).filter(({ type }) => type !== 'present').length;
    await vi.waitFor(
      async () => expect(await learnerRow()).toMatchObject({ attempts: tried, right: tried }),
      20_000,
    );
    await vi.waitFor(
      async () =>
        expect(await siteView()).toMatchObject({ hubReachable: true, quarantined: 0, unfolded: 0 }),
      30_000,
    );
  });

  it('[LSN3] the learner resumes at the same item on another station, and finishes', async () => {
    await leaveLesson(kiosk.page);
    const fresh = kiosk.app.waitForEvent('window');
    await signOutOnScreen(kiosk.page);
    await fresh;
    kiosk = await lab.openWindow('station-2');
    await signInOnScreen(kiosk.page, learner());
    await goOn(kiosk.page);
    await answer(items.length - answered);
    await kiosk.page.waitForSelector('main.lesson', { state: 'detached' });
    await keepOpenToAll(kiosk.page, 'lesson-done');
    await vi.waitFor(async () => expect((await learnerRow())?.lessonsDone).toBe(1), 20_000);
    await place('place.learners');
    await keepOpenToAll(desk.page, 'supervisor-learners');
  });
});
