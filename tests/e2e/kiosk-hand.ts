import type { Page } from 'playwright-core';
import { answerOf } from '../../src/domain/marking.ts';
import { kioskContract } from '../../src/shared/contracts/ipc/contract.ts';
import type { HomeView, LessonView, Marked } from '../../src/shared/contracts/ipc/views.ts';
import type { DemoSignIns } from '../../src/hub/demo/demo-site.ts';
import { ask, valueOf } from './page-bridge.ts';

const { commands, streams } = kioskContract;

/** What a learner does at a kiosk, by the bridge alone: for tests that are not about the screens. */
export const kioskHand = {
  async signIn(
    page: Page,
    { learner, code }: Pick<DemoSignIns['learners'][number], 'learner' | 'code'>,
  ): Promise<void> {
    const asked = ask(page, 'command', 'sitting.start', { learner, code });
    const { result } = await valueOf(asked, commands['sitting.start'].output);
    if (result !== 'signed-in') throw new Error(`Signing in was answered ${result}.`);
  },
  /** The window goes with its sitting, so no answer is waited for. */
  async signOut(page: Page): Promise<void> {
    await ask(page, 'command', 'sitting.end', { reason: 'learner' }).catch(() => undefined);
  },
  home: (page: Page): Promise<HomeView> =>
    valueOf(ask(page, 'subscribe', 'home'), streams.home.output),
  async openNext(page: Page): Promise<LessonView> {
    const { goOn } = await kioskHand.home(page);
    if (goOn === null) throw new Error('There is no lesson to go on with.');
    const { pack, lesson } = goOn;
    const asked = ask(page, 'command', 'lesson.open', { pack, lesson });
    return valueOf(asked, commands['lesson.open'].output);
  },
  /** Answers the next open item of a lesson as its author would. */
  answer(page: Page, { lesson, items }: LessonView, nth: number): Promise<Marked> {
    const all = lesson.activities.flatMap((activity) => activity.items);
    const item = all.filter(({ id }) => items[id] === undefined)[nth];
    if (item === undefined) throw new Error('The lesson has no such item left.');
    const given = { item: item.id, response: answerOf(item), activeMs: 1_000 };
    const asked = ask(page, 'command', 'lesson.answer', given);
    return valueOf(asked, commands['lesson.answer'].output);
  },
};
