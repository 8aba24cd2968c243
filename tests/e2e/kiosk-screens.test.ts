import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOverSignIn } from '../../src/hub/office/learner-keys.ts';
import { withoutSignIn } from '../../src/hub/recovery/ended-sign-ins.ts';
import { drawingTexts } from '../../src/renderer/i18n/texts/drawings.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import type { SignInForm } from '../../src/shared/contracts/sign-in.ts';
import { keepOpenToAll } from './barriers.ts';
import { kioskSizes, resizeTo } from './fitting.ts';
import { pressByKeys } from './keys-hand.ts';
import { lookAtKiosk, lookAtSheet } from './kiosk-look.ts';
import type { SheetMoves } from './kiosk-look.ts';
import { answerOnScreen, leaveLesson } from './learner-hand.ts';
import { finish, jumpTo } from './lesson-jump.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const letters = ['org.rean.khmer-letters', 'letters-ka-kha-ko-ta'] as const;
const clicking = ['org.rean.mouse-keyboard', 'point-and-click'] as const;
const notes = ['org.rean.numbers-money', 'riel-notes'] as const;

const press = (page: Page, key: keyof typeof kioskTexts) =>
  page.getByRole('button', { name: kioskTexts[key].km, exact: true }).click();

/** A line drawn with the keyboard: no part of any letter. */
const lineUp = ['Enter', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter'] as const;

/** Fills every place with the cards as they lie. */
async function touchAllInPool(page: Page): Promise<void> {
  const left = page.locator('.gap-match__pool .part');
  for (let count = await left.count(); count > 0; count -= 1) await left.first().click();
}

/** Each kind of item: where one is, what its screenshots are called, and how to answer it wrongly. */
const wrongAnswers = [
  {
    at: [...letters, 'starts-bicycle'],
    name: 'choice',
    answer: (page: Page) => page.locator('.choice__options .part:enabled').nth(1).click(),
  },
  {
    at: [...letters, 'alphabet-order'],
    name: 'order',
    async answer(page: Page) {
      const left = page.locator('.order__row:last-child .part');
      for (let count = await left.count(); count > 0; count -= 1) await left.first().click();
    },
  },
  {
    at: [...letters, 'type-ka'],
    name: 'text',
    answer: (page: Page) => page.locator('input').press('KeyM'),
  },
  {
    at: [...notes, 'touch-2000'],
    name: 'hotspot',
    answer: (page: Page) => page.locator('.hotspot__scene').click({ position: { x: 4, y: 4 } }),
  },
  {
    at: [...notes, 'point-at-3500'],
    name: 'line',
    answer: (page: Page) => page.locator('.line__hand').press('ArrowRight'),
  },
  {
    at: ['org.rean.mouse-keyboard', 'typing-keys', 'press-f-and-j'],
    name: 'keys',
    answer: (page: Page) => page.keyboard.press('KeyK'),
  },
  {
    at: ['org.rean.mouse-keyboard', 'parts-of-the-computer', 'name-the-parts'],
    name: 'gap',
    answer: touchAllInPool,
  },
  {
    at: ['org.rean.khmer-letters', 'words-on-signs', 'opposites'],
    name: 'associate',
    answer: touchAllInPool,
  },
  {
    at: ['org.rean.khmer-letters', 'letters-to-po-lo-sa', 'draw-sa'],
    name: 'trace',
    async answer(page: Page) {
      const field = page.locator('.trace__field');
      for (const key of [...lineUp, ...lineUp]) await field.press(key);
    },
  },
  {
    at: ['org.rean.mouse-keyboard', 'drag-and-drop', 'carry-the-egg'],
    name: 'mouse',
    answer: (page: Page) => page.locator('.mouse-drill__target').press('Enter'),
  },
] as const;

/** What of a course's marks, ring and words lies on another of them. */
function coveredIn(courses: Element[]): string[] {
  return courses.flatMap((course) => {
    const parts = [
      ...course.querySelectorAll('.record-course__mark, :scope > .ring, :scope > p'),
    ].map((part) => ({ part, box: part.getBoundingClientRect() }));
    return parts.flatMap(({ part, box }, at) =>
      parts
        .slice(at + 1)
        .filter(
          ({ box: { left, right, top, bottom } }) =>
            left < box.right - 1 &&
            right > box.left + 1 &&
            top < box.bottom - 1 &&
            bottom > box.top + 1,
        )
        .map((other) => `${other.part.className} on ${part.className}`),
    );
  });
}

/** What a learner sees, screen by screen, each at both window sizes and in both languages. */
describe('the kiosk’s screens', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let numbers: Readonly<Record<SignInForm, string>>;
  const found: string[] = [];

  beforeAll(async () => {
    lab = await openTestLab();
    numbers = await lab.inOffice(async (office) => {
      const give = (nth: number, form: SignInForm) =>
        handOverSignIn(office, { learner: learner(nth).learner, form, since: 1 });
      await office.changeKeyring((held) => ({
        ...held,
        learners: held.learners.map((each) =>
          each.learner === learner(3).learner ? withoutSignIn(each, office.random) : each,
        ),
      }));
      return { pictures: await give(1, 'pictures'), pin: await give(2, 'pin') };
    });
    kiosk = await lab.openWindow('station-1');
  });
  afterAll(() => lab.remove());

  /** Notes what doesn't fit the screen now shown, and keeps its picture. */
  const look = async (screen: string) => {
    found.push(...(await lookAtKiosk(kiosk, screen)));
  };
  const sheet = async (screen: string, moves: SheetMoves) => {
    found.push(...(await lookAtSheet(kiosk, screen, moves)));
  };

  const learner = (nth = 0) => {
    const one = lab.signIns.learners[nth];
    if (one === undefined) throw new Error('There are no demo learners.');
    return one;
  };

  it('[KSK1] [KSK3] [KSK4] fit on the way in, also where a code is wrong or a rest is due', async () => {
    const { page } = kiosk;
    await page.waitForSelector('.plain-words');
    await look('who-not-ready');
    await lab.startHub();
    await page.waitForSelector('.who__person');
    await look('who');
    await page.locator('.who__person', { hasText: learner().name.km }).click();
    // Its bar stands before it is known whether a code or a number comes first, and is drawn anew then.
    await page.locator('.code__picture').first().waitFor();
    await look('code');
    for (const screen of ['code-wrong', 'code-wrong-again', 'code-wait']) {
      for (const picture of [...learner().code].reverse()) {
        await page.getByRole('button', { name: drawingTexts[picture].km, exact: true }).click();
      }
      await page.waitForSelector(screen === 'code-wait' ? '.code__wait' : '.code__message--wrong');
      await look(screen);
    }
    await page.waitForSelector('.code__picture:enabled', { timeout: 20_000 });
    await press(page, 'code.not-me');
    expect(found).toEqual([]);
  });

  it('[SGN9] [SGN10] fit where a learner sees new pictures, or a PIN, and signs in with it', async () => {
    const { page } = kiosk;
    const comes = async (nth: number) => {
      await page.locator('.who__person', { hasText: learner(nth).name.km }).click();
      await page.waitForSelector('.digit-keys__key:enabled');
    };
    // [SGN13]
    await comes(3);
    await page.waitForSelector('.ask-officer');
    await look('new-ask');
    await press(page, 'code.not-me');
    await comes(1);
    await look('new-number');
    await page.keyboard.type(numbers.pictures === '000000' ? '000001' : '000000');
    await page.waitForSelector('.code__message--wrong');
    await look('new-number-wrong');
    await page.keyboard.type(numbers.pictures);
    await page.waitForSelector('.new-sign-in__picture');
    await look('new-pictures');
    await press(page, 'new.known');
    await page.waitForSelector('.code__picture:enabled');
    await look('new-own');
    await press(page, 'code.not-me');
    await comes(1);
    await page.keyboard.type(numbers.pictures);
    await page.waitForSelector('.new-sign-in__before');
    await look('new-before');
    await press(page, 'code.not-me');
    await comes(2);
    await page.keyboard.type(numbers.pin);
    await page.waitForSelector('.new-sign-in__digit');
    const shown = await page.locator('.new-sign-in__digit').allTextContents();
    await look('new-pin');
    await press(page, 'new.known');
    await page.waitForSelector('.digit-keys__key:enabled');
    await look('pin');
    for (const digit of shown) {
      await page.getByRole('button', { name: digit, exact: true }).click();
    }
    // Whoever has a PIN goes on through the next screens.
    await page.waitForSelector('.me');
    expect(found).toEqual([]);
  });

  it('[KSK5] [KSK8] fit at home, and in the list of a course', async () => {
    const { page } = kiosk;
    await look('home-new');
    await press(page, 'help.ask');
    await page.waitForSelector('[aria-pressed=true]');
    await look('home-help');
    await press(page, 'help.asked');
    await page.locator('.course-card').first().click();
    await look('course');
    await press(page, 'back');
    await sheet('sign-out', {
      open: (shown) => shown.locator('.me').click(),
      close: (shown) => shown.keyboard.press('Escape'),
    });
    expect(found).toEqual([]);
  });

  it('[LSN12] draw a letter’s line where the pointer is', async () => {
    const { page } = kiosk;
    await jumpTo(page, 'org.rean.khmer-letters', 'letters-to-po-lo-sa', 'draw-sa');
    const start = await page.locator('.trace__start--next circle').boundingBox();
    if (start === null) throw new Error('No line begins.');
    const [x, y] = [start.x + start.width / 2, start.y + start.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 80, y + 80, { steps: 4 });
    const line = await page.locator('.trace__line--free').evaluate((path) => {
      const { left, top, right, bottom } = path.getBoundingClientRect();
      return [left, top, right, bottom];
    });
    const wanted = [x, y, x + 80, y + 80];
    expect(line.map((side, index) => Math.abs(side - (wanted[index] ?? 0)) < 2)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    await page.mouse.up();
    await leaveLesson(page);
  });

  it.each(wrongAnswers)(
    '[KSK1] [KSK2] [KSK9] fit in a lesson: $name, before and after each try',
    async ({ at: [pack, lesson, id], name, answer }) => {
      const { page } = kiosk;
      if (name === 'mouse') await finish(page, ...clicking);
      await jumpTo(page, pack, lesson, id);
      await look(`lesson-${name}`);
      await answer(page);
      await press(page, 'lesson.check');
      await page.waitForSelector('.feedback--again');
      await look(`lesson-${name}-again`);
      await press(page, 'lesson.again');
      await answer(page);
      await press(page, 'lesson.check');
      await page.waitForSelector('.feedback--shown');
      await look(`lesson-${name}-shown`);
      await leaveLesson(page);
      expect(found).toEqual([]);
    },
  );

  it('[KSK1] fit at the end of a lesson', async () => {
    const { page } = kiosk;
    const last = await jumpTo(page, ...letters, 'type-first-of-cow');
    await answerOnScreen(page, last);
    await page.waitForSelector('.lesson-done');
    await look('lesson-done');
    await press(page, 'done.home');
    await page.waitForSelector('.go-on');
    await look('home');
    expect(found).toEqual([]);
  });

  it('[OWN1] [KSK1] fit in one’s own record, which tells what was done', async () => {
    const { page } = kiosk;
    await page.locator('.record-card', { hasText: kioskTexts['home.record'].km }).click();
    const done = page.locator('.record-course__mark--done');
    await done.filter({ hasText: 'អក្សរ ក ខ គ ត' }).waitFor();
    // [MAS1]
    await done.filter({ hasText: 'ស្គាល់អក្សរ' }).waitFor();
    expect(await page.locator('.record__figure dd').allTextContents()).toContain('១');
    expect(await page.locator('.record__name').textContent()).toBe(learner(2).name.km);
    // Nothing on it can be pressed but what is always there, and what turns the pages of many courses.
    const pressed = page.locator('.record :is(.record__person, .record-course) button');
    expect(await pressed.and(page.locator(':not(.audio-button)')).count()).toBe(0);
    for (const size of kioskSizes) {
      await resizeTo(kiosk, size);
      expect(await page.locator('.record-course').evaluateAll(coveredIn), `${size.width}`).toEqual(
        [],
      );
    }
    await look('record');
    await press(page, 'back');
    await page.waitForSelector('.go-on');
    expect(found).toEqual([]);
  });

  it('[KSK7] ask whether anybody is there, and end the sitting when nobody is', async () => {
    const { page } = kiosk;
    await page.clock.install();
    const leaveAlone = async () => {
      await page.mouse.move(500, 300);
      await page.clock.fastForward('10:05');
      await page.locator('dialog').waitFor();
    };
    await leaveAlone();
    await keepOpenToAll(page, 'idle');
    await press(page, 'idle.yes');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await leaveAlone();
    const next = kiosk.app.waitForEvent('window');
    await page.clock.fastForward('02:00');
    const after = await next;
    await after.locator('.who__person').first().waitFor();
    expect(await after.locator('.me').count()).toBe(0);
    kiosk = { ...kiosk, page: after };
  });

  it('[WCA2] are gone through by keys alone, from the way in to an answer and out', async () => {
    const { page } = kiosk;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await pressByKeys(page, page.locator('.who__person', { hasText: learner().name.km }));
    for (const picture of learner().code) await pressByKeys(page, button(drawingTexts[picture].km));
    await pressByKeys(page, page.locator('.go-on__open'));
    await page.waitForSelector('main.lesson');
    await pressByKeys(page, button(kioskTexts['lesson.on'].km));
    // The next item takes the focus as it comes.
    await page.locator('.steps__step--walked').first().waitFor();
    await pressByKeys(page, button(kioskTexts['lesson.leave'].km));
    await pressByKeys(page, page.locator('.me'));
    const next = kiosk.app.waitForEvent('window');
    await pressByKeys(page, button(kioskTexts['out.yes'].km));
    const after = await next;
    await after.locator('.who__person').first().waitFor();
    expect(await after.locator('.me').count()).toBe(0);
  });
});
