import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { fieldMargin, fieldSize } from '../../src/renderer/kiosk/lesson/use-pen.ts';
import type { Point } from '../../src/shared/contracts/lesson/drill-items.ts';
import { lessonSchema } from '../../src/shared/contracts/lesson.ts';
import type { ChoiceOption, Item } from '../../src/shared/contracts/lesson.ts';
import { drawingTexts } from '../../src/renderer/i18n/texts/drawings.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import type { DemoSignIns } from '../../src/hub/demo/demo-site.ts';
import { root } from './test-lab.ts';

/** What a learner's hand does on the kiosk's screens, by what the buttons say in Khmer. */

export type DemoLearner = DemoSignIns['learners'][number];

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Touches the group where groups are shown, then the tile and the four pictures. */
export async function signInOnScreen(page: Page, learner: DemoLearner): Promise<void> {
  const group = page.locator('.who__group', { hasText: learner.group.km });
  const person = page.locator('.who__person', { hasText: learner.name.km });
  await group.or(person).first().waitFor();
  if (await group.isVisible()) await group.click();
  await person.click();
  for (const picture of learner.code) await press(page, drawingTexts[picture].km);
  await page.waitForSelector('.me');
}

/** Leaves by the tile and its second step. */
export async function signOutOnScreen(page: Page): Promise<void> {
  await page.locator('.me').click();
  await press(page, kioskTexts['out.yes'].km);
}

/** Opens the lesson on the large card. */
export async function goOn(page: Page): Promise<void> {
  await page.locator('.go-on__open').click();
  await page.waitForSelector('main.lesson');
}

export async function leaveLesson(page: Page): Promise<void> {
  await press(page, kioskTexts['lesson.leave'].km);
  await page.waitForSelector('.go-on');
}

/** The items of a lesson that ships, in their order. */
export async function shippedItems(pack: string, lesson: string): Promise<readonly Item[]> {
  const path = join(root, 'content-packs', pack, 'lessons', lesson, 'lesson.json');
  const { activities } = lessonSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  return activities.flatMap(({ items }) => items);
}

/** What a card is called: its picture's words, then its own. */
const nameOf = ({ picture, label }: ChoiceOption) =>
  [picture?.alt.km, label?.km].filter((part) => part !== undefined).join(' ');

const cardIn = (page: Page, place: string, card: ChoiceOption | undefined) =>
  page
    .locator(place)
    .getByRole('button', { name: card === undefined ? '' : nameOf(card), exact: true })
    .first();

async function typeOnScreen(page: Page, text: string): Promise<void> {
  for (const sign of text) {
    await page.locator('.keyboard__key--sign', { hasText: sign }).first().click();
  }
}

/** Drags the mouse along a line of the field that letters are drawn on. */
async function drawLine(page: Page, line: readonly Point[]): Promise<void> {
  const field = await page.locator('.trace__field').boundingBox();
  if (field === null) throw new Error('There is nothing to draw on.');
  const place = (share: number) => (share + fieldMargin) / fieldSize;
  const spots = line.map(([x, y]): [number, number] => [
    field.x + field.width * place(x),
    field.y + field.height * place(y),
  ]);
  await page.mouse.move(...(spots[0] ?? [0, 0]));
  await page.mouse.down();
  for (const spot of spots.slice(1)) await page.mouse.move(...spot);
  await page.mouse.up();
}

async function giveRightAnswer(page: Page, item: Item): Promise<void> {
  switch (item.type) {
    case 'choice': {
      const options = item.options.map(({ id }) => id);
      const buttons = page.locator('.choice__options button');
      for (const id of item.correct) await buttons.nth(options.indexOf(id)).click();
      return;
    }
    case 'match': {
      for (const [left, right] of item.correct) {
        const at = item.left.findIndex(({ id }) => id === left);
        await page.locator('.match__left').nth(at).click();
        const card = item.right.find(({ id }) => id === right);
        await cardIn(page, '.match__pool', card).click();
      }
      return;
    }
    case 'order':
      for (const card of item.elements) await cardIn(page, '.order__row:last-child', card).click();
      return;
    case 'textEntry':
      await typeOnScreen(page, item.accept[0] ?? '');
      return;
    case 'trace':
      for (const stroke of item.strokes) await drawLine(page, stroke);
      return;
    default:
      throw new Error(`This hand can't answer ${item.type}.`);
  }
}

/** Answers the item in sight as its author would, and goes on to the next. */
export async function answerOnScreen(page: Page, item: Item): Promise<void> {
  await page.waitForSelector(`main.lesson--${item.type}`);
  if (item.type !== 'present') {
    await giveRightAnswer(page, item);
    await press(page, kioskTexts['lesson.check'].km);
  }
  await press(page, kioskTexts['lesson.on'].km);
}
