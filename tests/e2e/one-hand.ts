import type { Locator, Page } from 'playwright-core';
import { isMarkedType } from '../../src/domain/marking.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import type { Item } from '../../src/shared/contracts/lesson.ts';
import { focusByKeys, pressByKeys } from './keys-hand.ts';

/** Whoever has a mouse alone, or keys alone ([WCA2]). */
export interface OneHand {
  press(wanted: Locator): Promise<void>;
  /** Does what is more than touching cards. */
  answer(page: Page, item: Item): Promise<void>;
}

const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();
const said = (page: Page, key: keyof typeof kioskTexts) => named(page, kioskTexts[key].km);
const labelOf = (cards: readonly { id: string; label?: { km?: string } | undefined }[], id = '') =>
  cards.find((card) => card.id === id)?.label?.km ?? '';

/** What is touched one after the other, by either hand. */
function touched(page: Page, item: Item): readonly Locator[] {
  const card = (place: string, name: string) =>
    page.locator(place).getByRole('button', { name, exact: true });
  switch (item.type) {
    case 'choice':
      return item.correct.map((id) => card('.choice__options', labelOf(item.options, id)));
    case 'match':
      return item.correct.flatMap(([left, right]) => [
        page.locator('.match__left').nth(item.left.findIndex(({ id }) => id === left)),
        card('.match__pool', labelOf(item.right, right)),
      ]);
    case 'order':
      return item.elements.map(({ label }) => card('.order__row:last-child', label?.km ?? ''));
    case 'gapMatch':
      return item.correct.map(([id]) => card('.gap-match__pool', labelOf(item.choices, id)));
    case 'inlineChoice':
      return item.gaps.map((gap) => card('.gap-match__pool', labelOf(gap.options, gap.correct)));
    case 'associate':
      return item.correct.flat().map((id) => named(page, labelOf(item.choices, id)));
    default:
      return [];
  }
}

/** Answers the item in sight, checks, and goes on once it was right. */
export async function answerBy(hand: OneHand, page: Page, item: Item): Promise<void> {
  await page.waitForSelector(`main.lesson--${item.type}`);
  await hand.answer(page, item);
  for (const wanted of touched(page, item)) await hand.press(wanted);
  if (isMarkedType(item.type)) await hand.press(said(page, 'lesson.check'));
  await hand.press(said(page, 'lesson.on'));
}

const middleOf = async (wanted: Locator) => {
  const box = await wanted.boundingBox();
  if (box === null) throw new Error('It is not to be seen.');
  return [box.x + box.width / 2, box.y + box.height / 2] as const;
};

/** A share of a box, from its left and top. */
const spotIn = async (wanted: Locator, [x, y]: readonly [number, number]) => {
  const box = await wanted.boundingBox();
  if (box === null) throw new Error('It is not to be seen.');
  return [box.x + box.width * x, box.y + box.height * y] as const;
};

const mouse: OneHand = {
  press: (wanted) => wanted.click(),
  async answer(page, item) {
    switch (item.type) {
      case 'textEntry':
      case 'dictation':
        for (const sign of item.accept[0] ?? '') {
          await page.locator('.keyboard__key--sign', { hasText: sign }).first().click();
        }
        return;
      case 'numberLine':
        // The first step puts the pointer at the line's left end.
        for (let at = item.min; at <= item.correct; at += item.step) {
          await said(page, 'line.more').click();
        }
        return;
      case 'hotspot':
        await page.locator('.hotspot__scene').click();
        return;
      case 'keyDrill':
        await touchKeys(page, item.keys.length);
        return;
      case 'trace':
        for (const [x] of item.strokes.flat()) {
          // The field has a margin of six around its hundred.
          const share = ((x ?? 0) + 6) / 112;
          await page.mouse.click(...(await spotIn(page.locator('.trace__field'), [share, 0.5])));
        }
        return;
      case 'mouseDrill':
        for (const step of item.steps) await useMouse(page, step.do);
        return;
      default:
    }
  },
};

/** Asks for the keys on the screen, unless they are there, and touches what is shown, one by one ([LSN19]). */
async function touchKeys(page: Page, count: number): Promise<void> {
  const touch = said(page, 'keys.touch');
  const next = page.locator('.keyboard__key--next');
  await touch.or(next).first().waitFor();
  if (await touch.isVisible()) await touch.click();
  const done = page.locator('.drill__key--done');
  for (let pressed = await done.count(); pressed < count; pressed = await done.count()) {
    await next.click();
  }
}

async function useMouse(page: Page, step: 'point' | 'click' | 'doubleClick' | 'drag') {
  const target = page.locator(`.mouse-drill__target--${step}`);
  if (step === 'point') return target.hover();
  if (step === 'click') return target.click();
  if (step === 'doubleClick') return target.dblclick();
  await page.mouse.move(...(await middleOf(target)));
  await page.mouse.down();
  await page.mouse.move(...(await middleOf(page.locator('.mouse-drill__goal'))), { steps: 20 });
  return page.mouse.up();
}

const codes: Readonly<Record<string, string>> = {
  ត: 'KeyT',
  '\u17d2': 'KeyJ',
  រ: 'KeyR',
  '\u17b8': 'Shift+KeyI',
  ឱ: 'Alt+KeyO',
  ក: 'KeyK',
  ខ: 'KeyX',
};

const keys: OneHand = {
  press: (wanted) => pressByKeys(wanted.page(), wanted),
  async answer(page, item) {
    const press = (name: string) => page.keyboard.press(name);
    switch (item.type) {
      case 'textEntry':
      case 'dictation':
        for (const sign of item.accept[0] ?? '') await press(codes[sign] ?? sign);
        return;
      case 'numberLine':
        await focusByKeys(page, page.locator('.line__hand'));
        for (let at = item.min; at < item.correct; at += item.step) await press('ArrowRight');
        return;
      case 'hotspot':
        await pressByKeys(page, page.locator('.hotspot__area').first());
        return;
      case 'keyDrill':
        for (const key of item.keys) await press(codes[key] ?? key);
        return;
      case 'trace':
        await focusByKeys(page, page.locator('.trace__field'));
        await press('Enter');
        for (let x = 20; x < 80; x += 3) await press('ArrowRight');
        await press('Enter');
        return;
      case 'mouseDrill':
        for (const step of item.steps) {
          await pressByKeys(page, page.locator(`.mouse-drill__target--${step.do}`));
          if (step.do === 'doubleClick') await press('Enter');
        }
        return;
      default:
    }
  },
};

/** What either hand must not do, as the page would hear it. */
export const hands = [
  { name: 'the mouse', hand: mouse, other: 'keydown' },
  { name: 'keys', hand: keys, other: 'pointerdown' },
] as const;

/** Counts what only the other hand can do, from now on, in every window that follows. */
export const otherHand = {
  watch: (page: Page, event: string) =>
    page.evaluate((name) => {
      window.addEventListener(name, () => sessionStorage.setItem('other-hand', name), true);
    }, event),
  heard: (page: Page) => page.evaluate(() => sessionStorage.getItem('other-hand')),
};
