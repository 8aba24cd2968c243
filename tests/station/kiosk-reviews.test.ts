import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Response } from '../../src/shared/contracts/lesson.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { pressTwoLessons } from '../factories/two-lesson-pack.ts';
import { choose, first, look, signIn, open, type, until } from './kiosk-hand.ts';

/** A kiosk on a day, with lessons that train something, and its learner signed in. */
async function training(date: string) {
  const desk = await stationDesk();
  desk.hub.pull();
  desk.tellDate(date);
  await desk.packs.install(await pressTwoLessons('2.0.0', 2, { trains: true }));
  const { window } = await open(desk);
  await signIn(window);
  return { desk, window };
}

async function walkFirst(window: KioskWindow) {
  await window.call('lesson.open', first);
  await look(window);
  await choose(window, 'ka');
  await type(window, 'ខ្មែរ');
  await window.call('lesson.leave', undefined);
}

async function signInAnew(window: KioskWindow) {
  await window.call('sitting.end', { reason: 'learner' });
  await signIn(window);
}

describe('reviews at a kiosk', { timeout: 30_000 }, () => {
  it('[REV3] asks again what is due, on its day and not before, and no more once it was answered', async () => {
    const { desk, window } = await training('2026-11-22');
    await walkFirst(window);
    const home$ = window.observe('home', undefined);
    expect(await firstValueFrom(home$)).toMatchObject({ due: 0 });
    await expect(window.call('review.open', undefined)).rejects.toMatchObject({
      code: 'lesson.not-open',
    });
    desk.tellDate('2026-11-25');
    await signInAnew(window);
    await until(home$, ({ due }) => due === 2);
    const review = await window.call('review.open', undefined);
    const items = review.lesson.activities.flatMap((activity) => activity.items);
    expect(items.map(({ id, type }) => [id, type])).toEqual([
      ['due-1', 'choice'],
      ['due-2', 'textEntry'],
    ]);
    expect(review.bases['due-1']).toMatch(/^pack:\/\/org\.rean\.test--si-[a-z0-9]{16}\/2\.0\.0\/$/);
    const answer = (item: string, response: Response) =>
      window.call('lesson.answer', { item, response, activeMs: 900 });
    const chosen = await answer('due-1', { type: 'choice', chosen: ['ka'] });
    expect(chosen).toMatchObject({ outcome: 'right', lessonCompleted: false });
    const typed = await answer('due-2', { type: 'textEntry', text: 'ខ្មែរ' });
    expect(typed).toMatchObject({ outcome: 'right', lessonCompleted: true });
    await window.call('lesson.leave', undefined);
    await until(home$, ({ due }) => due === 0);
    const recorded = (await desk.recorded()).slice(-4);
    expect(recorded.map(({ payload }) => payload)).toMatchObject([
      { type: 'review.opened' },
      {
        type: 'review.answered',
        of: { lesson: 'first', item: 'choose', version: '2.0.0' },
        attempt: 1,
        activeMs: 900,
        trains: { skills: ['letters'], card: 'letter:ក' },
      },
      { type: 'review.answered', of: { item: 'type' } },
      { type: 'review.left' },
    ]);
  });

  it('[REV3] tells a learner who sits there that a new day has come', async () => {
    const { desk, window } = await training('2026-11-22');
    await walkFirst(window);
    const home$ = window.observe('home', undefined);
    await until(home$, ({ due, record }) => due === 0 && record.lessonsDone === 1);
    desk.tellDate('2026-11-25');
    await until(home$, ({ due }) => due === 2);
    const review = await window.call('review.open', undefined);
    const items = review.lesson.activities.flatMap((activity) => activity.items);
    expect(items.map(({ id }) => id)).toEqual(['due-1', 'due-2']);
  });

  it('[REV3] leaves the lessons it asks from as they were', async () => {
    const { desk, window } = await training('2026-11-22');
    await walkFirst(window);
    desk.tellDate('2026-12-30');
    await signInAnew(window);
    await window.call('review.open', undefined);
    const response: Response = { type: 'choice', chosen: ['kha'] };
    expect(
      await window.call('lesson.answer', { item: 'due-1', response, activeMs: 500 }),
    ).toMatchObject({ outcome: 'not-yet' });
    const home = await firstValueFrom(window.observe('home', undefined));
    expect(home.courses[0]?.lessons[0]).toMatchObject({ status: 'done' });
    expect(home.goOn).toMatchObject({ lesson: 'second' });
    // Opening a lesson leaves the review.
    expect(await window.call('lesson.open', first)).toMatchObject({ run: 2 });
  });

  it('[MAS1] fills a skill with right first answers', async () => {
    const { window } = await training('2026-11-22');
    await walkFirst(window);
    const { courses } = await firstValueFrom(window.observe('home', undefined));
    expect(courses[0]?.skills).toMatchObject([
      { id: 'letters', right: 2, needed: 2, of: 3, mastered: true, answers: 2 },
    ]);
  });

  it('[VIE2] shows beside a begun lesson the next new one', async () => {
    const { window } = await training('2026-11-22');
    await window.call('lesson.open', first);
    await look(window);
    await window.call('lesson.leave', undefined);
    const home = await until(window.observe('home', undefined), ({ goOn }) => goOn?.done === 1);
    expect(home).toMatchObject({ goOn: { lesson: 'first' }, next: { lesson: 'second' } });
  });
});
