import type { Page } from 'playwright-core';
import { answerOf } from '../../src/domain/marking.ts';
import { stepsOf } from '../../src/domain/lesson-progress.ts';
import { kioskContract } from '../../src/shared/contracts/ipc/contract.ts';
import type { Item } from '../../src/shared/contracts/lesson.ts';
import { goOn } from './learner-hand.ts';
import { ask, valueOf } from './page-bridge.ts';

const { commands } = kioskContract;

/**
 * Brings the lesson of the large card to one of its items: everything before is answered over the
 * bridge, then the lesson is opened on the screen.
 */
export async function jumpTo(page: Page, pack: string, lesson: string, id: string): Promise<Item> {
  const opening = ask(page, 'command', 'lesson.open', { pack, lesson });
  const view = await valueOf(opening, commands['lesson.open'].output);
  const items = stepsOf(view.lesson).map((step) => step.item);
  const wanted = items.findIndex((item) => item.id === id);
  const found = items[wanted];
  if (found === undefined) throw new Error(`${lesson} has no item ${id}.`);
  for (const item of items.slice(0, wanted)) {
    if (view.items[item.id] !== undefined) continue;
    const given = { item: item.id, response: answerOf(item), activeMs: 500 };
    await valueOf(ask(page, 'command', 'lesson.answer', given), commands['lesson.answer'].output);
  }
  await ask(page, 'command', 'lesson.leave');
  await page.locator('.go-on__title', { hasText: view.lesson.title.km }).waitFor();
  await goOn(page);
  await page.waitForSelector(`main.lesson--${found.type}`);
  return found;
}
