import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { noteInputDelays } from './in-page.ts';

export interface InputDelays {
  /** How late the page heard of each of so many moves of the pointer, ms. */
  of(moves: number): Promise<readonly number[]>;
  /** The same until something is over. */
  until(over: Promise<unknown>): Promise<readonly number[]>;
}

const everyMs = 40;
/** Where the pointer goes to and fro: nothing happens there but that it is noticed. */
const path = { x: 300, y: 200, width: 200 } as const;

/** Moves the pointer in a page as a hand would, and learns how late the page notices. */
export async function inputDelays(page: Page): Promise<InputDelays> {
  const noted = await page.evaluateHandle(noteInputDelays);
  let moved = 0;
  const move = async () => {
    moved += 1;
    await page.mouse.move(path.x + ((moved * 7) % path.width), path.y);
    await wait(everyMs);
    return false;
  };
  const take = () => noted.evaluate((delays) => delays.take());
  return {
    async of(moves) {
      await take();
      for (let left = moves; left > 0; left -= 1) await move();
      return take();
    },
    async until(over) {
      await take();
      const ended = over.then(
        () => true,
        () => true,
      );
      while (!(await Promise.race([ended, move()])));
      return take();
    },
  };
}
