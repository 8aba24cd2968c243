import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolInCourses } from '../../src/hub/office/people.ts';
import { pathOf } from '../../src/renderer/kiosk/lesson/stroke-path.ts';
import type { Item } from '../../src/shared/contracts/lesson.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';
import { shippedItems } from '../factories/shipped-lessons.ts';
import { strayParts } from './drawn-letters.ts';
import type { LetterOnPaper } from './drawn-letters.ts';
import { answerOnScreen, signInOnScreen } from './learner-hand.ts';
import { jumpTo } from './lesson-jump.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const course = courseIdSchema.parse('org.rean.khmer-reading');
const lesson = 'letters-nyo-no-yo-ro';

const traced = shippedItems().flatMap(({ name, item }) =>
  item.type === 'trace' && item.trains?.kind === 'letter' ? [{ name, item }] : [],
);

/** The letters that are drawn in lessons, in the window they are drawn in ([LSN12], [LSN18]). */
describe('letters to draw', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab();
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There are no demo learners.');
    await lab.inOffice((office) => enrolInCourses(office, learner.learner, [course]));
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    await kiosk.page.waitForSelector('.who__person');
    await signInOnScreen(kiosk.page, learner);
  });
  afterAll(() => lab.remove());

  it('[LSN18] lie on the letters that learners read, every part of them', async () => {
    const letters: LetterOnPaper[] = traced.map(({ name, item }) => ({
      name,
      letter: item.trains?.of ?? '',
      lines: item.strokes.map(pathOf),
    }));
    expect(letters.length).toBeGreaterThanOrEqual(33);
    const stray = await kiosk.page.evaluate(
      `(${strayParts.toString()})(${JSON.stringify(letters)})`,
    );
    expect(stray).toEqual([]);
  });

  it('[LSN12] [LSN14] show without words how the hand goes, and are right when it goes so', async () => {
    const { page } = kiosk;
    await jumpTo(page, course, lesson, 'draw-nyo');
    for (const item of drawn()) {
      await page.waitForSelector('main.lesson--trace');
      await page.locator('.lesson__prompt', { hasText: item.prompt.km }).waitFor();
      expect(await page.locator('.trace__show').count()).toBe(item.strokes.length);
      await keepScreenshot(page, `${item.id}-shown`);
      await answerOnScreen(page, item);
    }
    await page.waitForSelector('main.lesson--textEntry');
  });

  const drawn = (): Extract<Item, { type: 'trace' }>[] =>
    traced.flatMap(({ name, item }) => (name.includes(lesson) ? [item] : []));
});
