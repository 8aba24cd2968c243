import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { formTexts } from '../../src/renderer/i18n/texts/supervisor/forms.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { learnersTexts } from '../../src/renderer/i18n/texts/supervisor/learners.ts';
import { newLearnerTexts } from '../../src/renderer/i18n/texts/supervisor/new-learner.ts';
import { keepOpenToAll } from './barriers.ts';
import { crowdedKeys } from './key-signs.ts';
import { kioskSizes, misfits, resizeTo } from './fitting.ts';
import { goOn, leaveLesson, signInOnScreen, signOutOnScreen } from './learner-hand.ts';
import { jumpTo } from './lesson-jump.ts';
import { lookAtDesk, staffOf } from './staff-hand.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const letters = ['org.rean.khmer-letters', 'letters-ka-kha-ko-ta'] as const;

/** A key of the on-screen keyboard, by what stands large on it. */
const key = (page: Page, sign: string): Locator =>
  page
    .locator('.keyboard__key--sign')
    .filter({ has: page.locator(`span:first-child:text-is("${sign}")`) })
    .first();
const keyCalled = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Presses keys of the desk by their places, one after the other: real events, no text. */
async function pressPlaces(page: Page, ...places: readonly string[]): Promise<void> {
  for (const place of places) await page.keyboard.press(place);
}

/** Whether a key that is being pressed looks unlike the others; it is let go elsewhere, and types nothing. */
async function lit(page: Page): Promise<boolean> {
  const keys = page.locator('.desk-board .keyboard__key--sign');
  await keys.nth(12).hover();
  await page.mouse.down();
  const [pressed, other] = await keys.evaluateAll(async (all) => {
    const looks = async (key: Element | undefined) => {
      if (key === undefined) return null;
      await Promise.all(key.getAnimations().map(({ finished }) => finished));
      const { backgroundColor, borderBottomWidth } = getComputedStyle(key);
      return `${backgroundColor} ${borderBottomWidth}`;
    };
    return [await looks(all[12]), await looks(all[13])];
  });
  await page.mouse.move(0, 0);
  await page.mouse.up();
  return pressed !== other;
}

/** Khmer is typed in real windows: by keys of the desk, and by the mouse alone. */
describe('typing Khmer', { timeout: 60_000 }, () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There is no demo learner.');
    await signInOnScreen(kiosk.page, learner);
    await jumpTo(kiosk.page, ...letters, 'type-ka');
  });
  afterAll(() => lab.remove());

  const field = () => kiosk.page.locator('main.lesson input');
  const written = () => field().inputValue();
  const empty = async () => {
    for (const code of ['End', 'Shift+Home', 'Backspace']) await kiosk.page.keyboard.press(code);
    expect(await written()).toBe('');
  };
  const look = async (name: string) => {
    for (const size of kioskSizes) {
      await resizeTo(kiosk, size);
      await keepScreenshot(kiosk.page, `${name}-${size.width}`);
      expect(await misfits(kiosk.page), `${name} ${size.width}`).toEqual([]);
      expect(await crowdedKeys(kiosk.page), `${name} ${size.width}`).toEqual([]);
    }
  };

  it('[KHM5] by the places of the keys, with Shift and the right Alt', async () => {
    const { page } = kiosk;
    await pressPlaces(page, 'KeyK', 'Shift+KeyK', 'Shift+KeyA');
    await page.keyboard.down('AltRight');
    await pressPlaces(page, 'KeyO', 'KeyY');
    await page.keyboard.up('AltRight');
    expect(await written()).toBe('កគាំឱ');
    await pressPlaces(page, 'Space', 'Space', 'Digit1');
    expect(await written()).toBe('កគាំឱ ១');
    await empty();
  });

  it('[KHM7] in normal order, whatever order it was typed in', async () => {
    const { page } = kiosk;
    await pressPlaces(page, 'KeyK', 'KeyA', 'KeyJ', 'KeyR', 'KeyA');
    expect(await written()).toBe('ក្រា');
    await empty();
    await pressPlaces(page, 'KeyE', 'KeyK', 'KeyA');
    expect(await written()).toBe('កោ');
    await empty();
  });

  it('[KHM2] erased and walked through by written units', async () => {
    const { page } = kiosk;
    // ស្ត្រីក
    await pressPlaces(page, 'KeyS', 'KeyJ', 'KeyT', 'KeyJ', 'KeyR', 'Shift+KeyI', 'KeyK');
    await pressPlaces(page, 'ArrowLeft', 'Backspace');
    expect(await written()).toBe('ស្ត្រក');
    await pressPlaces(page, 'Backspace');
    expect(await written()).toBe('ក');
    await pressPlaces(page, 'KeyX', 'KeyJ', 'KeyM', 'Home', 'Delete');
    expect(await written()).toBe('ក');
    await empty();
  });

  it('[KHM8] [KSK1] [KSK2] on the screen, in either arrangement, with the third signs too', async () => {
    const { page } = kiosk;
    await look('typing-letters');
    await keyCalled(page, kioskTexts['key.keyboard'].km).click();
    await look('typing-nida');
    await key(page, 'ស').click();
    await key(page, '◌\u17d2').click();
    await keyCalled(page, kioskTexts['key.shift'].km).click();
    await look('typing-nida-shift');
    await key(page, 'ទ').click();
    await keyCalled(page, kioskTexts['key.shift'].km).click();
    await keyCalled(page, kioskTexts['key.third'].km).click();
    await look('typing-nida-third');
    await key(page, 'ឱ').click();
    expect(await written()).toBe('ស្ទឱ');
    await keyCalled(page, kioskTexts['key.erase'].km).click();
    await keyCalled(page, kioskTexts['key.erase'].km).click();
    expect(await written()).toBe('');
  });

  it('[LSN15] [KSK9] wrongly, and is shown where it differs', async () => {
    const { page } = kiosk;
    await pressPlaces(page, 'KeyK', 'KeyA');
    await keyCalled(page, kioskTexts['lesson.check'].km).click();
    expect(await page.locator('.text-entry__differs').textContent()).toBe('កា');
    await look('typing-differs');
    await leaveLesson(page);
  });

  it('[KHM10] in the arrangement chosen last, in the next sitting too', async () => {
    const next = kiosk.app.waitForEvent('window');
    await signOutOnScreen(kiosk.page);
    kiosk = { ...kiosk, page: await next };
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There is no demo learner.');
    await signInOnScreen(kiosk.page, learner);
    await goOn(kiosk.page);
    await kiosk.page.locator('.lesson__foot .keyboard').first().waitFor();
    expect(await kiosk.page.locator('.lesson__foot > .keyboard--keys').count()).toBe(1);
  });

  it('[KHM8] [WCA2] at the desk by the mouse alone, a passphrase too', async () => {
    desk = await lab.openWindow('supervisor');
    const { page } = desk;
    const officer = staffOf(lab, 'officer');
    await page.locator('.choose-person__person', { hasText: officer.name.km }).click();
    await keyCalled(page, formTexts.board.km).click();
    expect(await lit(page)).toBe(false);
    for (const sign of officer.passphrase) {
      if (sign === ' ') await keyCalled(page, kioskTexts['key.space'].km).click();
      else await key(page, sign).click();
    }
    await keepOpenToAll(page, 'supervisor-board-passphrase');
    expect(await page.locator('form input').inputValue()).toBe(officer.passphrase);
    await page.locator('form button[type=submit]').click();
    await page.locator('.rail').waitFor();
    expect(await page.locator('.desk-board').count()).toBe(0);
  });

  it('[KHM8] in its forms, where the board covers nothing', async () => {
    const { page } = desk;
    await page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
    await keyCalled(page, newLearnerTexts.title.km).click();
    const name = page.getByLabel(formTexts['name.km'].km, { exact: true });
    await page
      .locator('.form__field', { has: name })
      .getByRole('button', { name: formTexts.board.km })
      .click();
    await key(page, 'ស').click();
    await key(page, 'ក').click();
    await pressPlaces(page, 'KeyJ', 'KeyR');
    expect(await name.inputValue()).toBe('សក្រ');
    await lookAtDesk(desk, 'supervisor-board');
    expect(await crowdedKeys(page)).toEqual([]);
    expect(await lit(page)).toBe(true);
    const under = await page.evaluate(() => {
      const board = document.querySelector('.desk-board')?.getBoundingClientRect();
      const desk = document.querySelector('.desk')?.getBoundingClientRect();
      return board !== undefined && desk !== undefined && desk.bottom <= board.top + 1;
    });
    expect(under).toBe(true);
    const signOut = keyCalled(page, deskTexts['sign-out'].km);
    await signOut.scrollIntoViewIfNeeded();
    expect(
      await signOut.evaluate((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }),
    ).toBe(true);
    await keyCalled(page, formTexts['board.close'].km).click();
    await page.keyboard.press('Escape');
  });

  it('[KHM6] and lists people in the order of dictionaries, in either script', async () => {
    const { page } = desk;
    const names = () => page.locator('.learner-line__button').allTextContents();
    await page.locator('th button').first().click();
    const inKhmer = await names();
    expect(inKhmer.length).toBeGreaterThan(2);
    expect(inKhmer).toEqual(inKhmer.toSorted(new Intl.Collator('km').compare));
    await page.locator('.language-switch').click();
    await expect.poll(names).not.toEqual(inKhmer);
    const inEnglish = await names();
    expect(inEnglish).toEqual(inEnglish.toSorted(new Intl.Collator('en').compare));
  });
});
