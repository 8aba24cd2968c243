import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { enrolInCourses } from '../../src/hub/office/people.ts';
import { coursePlayerTexts } from '../../src/renderer/i18n/texts/course-player.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { learnersTexts } from '../../src/renderer/i18n/texts/supervisor/learners.ts';
import { installCourses, pressCourses } from '../factories/course-source.ts';
import { pieceCourse } from '../factories/piece-pack.ts';
import { keepOpenToAll } from './barriers.ts';
import { kioskHand } from './kiosk-hand.ts';
import { pieceHand } from './piece-hand.ts';
import { signInStaff, staffOf } from './staff-hand.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** Courses made by others, in SCORM 1.2, SCORM 2004 and cmi5, begun at one seat and done at another. */
describe('courses made by others', () => {
  let lab: TestLab;
  let left: OpenWindow;
  let right: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(2);
    const file = await pressCourses(lab.folder);
    for (const name of ['station-1', 'station-2', 'supervisor']) {
      await installCourses(join(stationFolder(lab.folder, name), 'packs'), file);
    }
    await lab.inOffice((office) => enrolInCourses(office, learner().learner, [pieceCourse]));
    await lab.startHub();
    [left, right] = await Promise.all([lab.openWindow('station-1'), lab.openWindow('station-2')]);
    await signIn(left);
  });
  afterAll(() => lab.remove());

  const learner = () => {
    const [first] = lab.signIns.learners;
    if (first === undefined) throw new Error('There are no demo learners.');
    return first;
  };
  const signIn = (kiosk: OpenWindow) =>
    vi.waitFor(() => kioskHand.signIn(kiosk.page, learner()), { timeout: 30_000, interval: 300 });

  /** Turns to the third page of what is open. */
  const turnTo3 = async (content: Frame) => {
    await onPage(content, '1');
    await content.locator('#on').click();
    await content.locator('#on').click();
    await onPage(content, '3');
  };

  it('[PCE11] [PCE13] are begun at one seat, and left in mid-play', async () => {
    await pieceHand.open(left, 'scorm12');
    await turnTo3(await contentIn(left, 'scorm12'));
    await pieceHand.open(left, 'scorm2004');
    await turnTo3(await contentIn(left, 'scorm2004'));
    await pieceHand.open(left, 'cmi5');
    const player = await pieceHand.frameAt(left, '/~player/cmi5/');
    await player.locator('.part', { hasText: 'ការអាន' }).waitFor();
    await keepOpenToAll(left.page, 'piece-course-list');
    await player.locator('.part', { hasText: 'ការអាន' }).click();
    const content = await contentIn(left, 'cmi5');
    await turnTo3(content);
    expect(await content.locator('#said').textContent()).toBe('204');
    await keepScreenshot(left.page, 'piece-course');
    left = await pieceHand.signOut(left);
  });

  it('[PCE5] [PCE13] go on at another seat where they were, and are done there by their own rules', async () => {
    await signIn(right);
    await vi.waitFor(
      async () => expect((await pieceHand.card(right, 'cmi5'))?.status).toBe('begun'),
      20_000,
    );
    await pieceHand.open(right, 'cmi5');
    const player = await pieceHand.frameAt(right, '/~player/cmi5/');
    const reading = await contentIn(right, 'cmi5');
    await onPage(reading, '3');
    await reading.locator('#pass').click();
    await reading.locator('#end').click();
    await player.getByText(coursePlayerTexts.ended.km).waitFor();
    await keepOpenToAll(right.page, 'piece-course-ended');
    await onward(player);
    const test = await contentIn(right, 'cmi5', 'topic=test');
    await onPage(test, '1');
    expect((await pieceHand.card(right, 'cmi5'))?.status).toBe('begun');
    await test.locator('#pass').click();
    await pieceHand.button(right, kioskTexts['done.next'].km).waitFor();
    expect(await test.locator('#said').textContent()).toBe('204 204');
    await expect.poll(() => statusOf('cmi5'), { timeout: 10_000 }).toBe('done');
  });

  it('[PCE11] [PCE5] as do those of SCORM', async () => {
    await pieceHand.open(right, 'scorm12');
    const bill = await contentIn(right, 'scorm12');
    await onPage(bill, '3');
    await bill.locator('#pass').click();
    await expect.poll(() => statusOf('scorm12'), { timeout: 10_000 }).toBe('done');
    await pieceHand.open(right, 'scorm2004');
    const hours = await contentIn(right, 'scorm2004', 'part=hours');
    await onPage(hours, '3');
    await hours.locator('#pass').click();
    const player = await pieceHand.frameAt(right, '/~player/scorm/');
    await player.getByText(coursePlayerTexts.ended.km).waitFor();
    await onward(player);
    const minutes = await contentIn(right, 'scorm2004', 'part=minutes');
    await minutes.locator('#pass').click();
    await expect.poll(() => statusOf('scorm2004'), { timeout: 10_000 }).toBe('done');
  });

  it('[PCE11] [PCE13] are done by their learner’s own word where they say nothing', async () => {
    const finish = pieceHand.button(right, kioskTexts['piece.finish'].km);
    await pieceHand.open(right, 'quiet-items');
    const player = await pieceHand.frameAt(right, '/~player/scorm/');
    await player.locator('.part', { hasText: 'Mute' }).click();
    await finish.click();
    await player.getByText(coursePlayerTexts.ended.km).waitFor();
    await finish.waitFor({ state: 'hidden' });
    await keepScreenshot(right.page, 'piece-own-word-part');
    expect(await statusOf('quiet-items')).toBe('begun');
    await onward(player);
    await contentIn(right, 'quiet-items', 'greeting');
    await finish.click();
    await expect.poll(() => statusOf('quiet-items'), { timeout: 10_000 }).toBe('done');
    await pieceHand.button(right, kioskTexts['done.next'].km).waitFor();
    await pieceHand.open(right, 'quiet-unit');
    await finish.waitFor();
    await keepOpenToAll(right.page, 'piece-own-word');
    await finish.click();
    await expect.poll(() => statusOf('quiet-unit'), { timeout: 10_000 }).toBe('done');
    // Home tells of it first, then the screen.
    await expect.poll(() => finish.count(), { timeout: 10_000 }).toBe(0);
  });

  it('[WCA1] keep nobody out in English either', async () => {
    await pieceHand.open(right, 'cmi5');
    await pieceHand.inEnglish(right, async () => {
      const player = await pieceHand.frameAt(right, '/~player/cmi5/');
      await expect.poll(() => player.evaluate(() => document.documentElement.lang)).toBe('en');
      const list = player.getByRole('button', { name: coursePlayerTexts.list.en, exact: true });
      const part = player.locator('.part').first();
      await list.waitFor();
      if (!(await part.isVisible())) await list.click();
      await part.waitFor();
      await keepOpenToAll(right.page, 'piece-course-list-en');
      await part.click();
      const content = await contentIn(right, 'cmi5');
      await content.locator('#end').click();
      await player.getByText(coursePlayerTexts.ended.en).waitFor();
      await keepOpenToAll(right.page, 'piece-course-ended-en');
    });
  });

  it('[PCE4] are seen by an officer with what they say of themselves', async () => {
    await right.app.close();
    const desk = await lab.openWindow('supervisor');
    await signInStaff(desk.page, staffOf(lab, 'officer'));
    await desk.page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
    await desk.page.locator('.learner-line', { hasText: learner().name.km }).click();
    const line = (id: string) => desk.page.locator('.course__lesson--done', { hasText: id });
    await line('scorm2004').waitFor({ timeout: 20_000 });
    const said = await Promise.all(
      ['cmi5', 'scorm12', 'scorm2004'].map((id) => line(id).innerText()),
    );
    expect(said).toEqual([
      expect.stringContaining('៩០'),
      expect.stringContaining('៨៥'),
      expect.stringContaining('៧០'),
    ]);
    await line('cmi5').scrollIntoViewIfNeeded();
    await keepOpenToAll(desk.page, 'supervisor-learner-courses');
  });

  const statusOf = async (id: string) => (await pieceHand.card(right, id))?.status;
});

/** The frame of a course's content, once its runtime answered it. */
const contentIn = (kiosk: OpenWindow, course: string, part = ''): Promise<Frame> =>
  vi.waitFor(
    () => {
      const found = kiosk.page
        .frames()
        .find((frame) =>
          new RegExp(`/${course}/\\w+\\.html\\?.*${part}|/${course}/\\w+\\.html$`).test(
            frame.url(),
          ),
        );
      if (found === undefined) throw new Error(`nothing of ${course} is open`);
      return found;
    },
    { timeout: 15_000, interval: 50 },
  );

/** On from a part that ended. */
const onward = (player: Frame) =>
  player.getByRole('main').getByRole('button', { name: coursePlayerTexts.next.km }).click();

const onPage = (content: Frame, page: string) =>
  content.locator('#page', { hasText: new RegExp(`^${page}$`) }).waitFor({ timeout: 10_000 });
