import type { Page } from 'playwright-core';
import { answerOf } from '../../src/domain/marking.ts';
import { stepsOf } from '../../src/domain/lesson-progress.ts';
import { kioskContract } from '../../src/shared/contracts/ipc/contract.ts';
import type { LessonView } from '../../src/shared/contracts/ipc/views.ts';
import type { Item } from '../../src/shared/contracts/lesson.ts';
import { goOn } from './learner-hand.ts';
import { ask, valueOf } from './page-bridge.ts';

const { commands } = kioskContract;

/**
 * Brings the lesson of the large card to one of its items: everything before is answered over the
 * bridge, then the lesson is opened on the screen.
 */
export async function jumpTo(page: Page, pack: string, lesson: string, id: string): Promise<Item> {
  const view = await open(page, pack, lesson);
  const items = stepsOf(view.lesson).map((step) => step.item);
  const wanted = items.findIndex((item) => item.id === id);
  const found = items[wanted];
  if (found === undefined) throw new Error(`${lesson} has no item ${id}.`);
  await answerAll(page, view, items.slice(0, wanted));
  await ask(page, 'command', 'lesson.leave');
  await page.locator('.go-on__title', { hasText: view.lesson.title.km }).waitFor();
  await goOn(page);
  await page.waitForSelector(`main.lesson--${found.type}`);
  return found;
}

/** Answers the whole of a lesson over the bridge, so that what waits for it is open ([CRS2]). */
export async function finish(page: Page, pack: string, lesson: string): Promise<void> {
  const view = await open(page, pack, lesson);
  const items = stepsOf(view.lesson).map((step) => step.item);
  await answerAll(page, view, items);
  await ask(page, 'command', 'lesson.leave');
}

const open = (page: Page, pack: string, lesson: string): Promise<LessonView> =>
  valueOf(ask(page, 'command', 'lesson.open', { pack, lesson }), commands['lesson.open'].output);

export async function answerAll(
  page: Page,
  view: Pick<LessonView, 'items'>,
  items: readonly Item[],
): Promise<void> {
  for (const item of items) {
    if (view.items[item.id] !== undefined) continue;
    const given = { item: item.id, response: answerOf(item), activeMs: 500 };
    await valueOf(ask(page, 'command', 'lesson.answer', given), commands['lesson.answer'].output);
  }
}
