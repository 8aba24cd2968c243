import { vi } from 'vitest';
import type { OpenWindow } from '../test-lab.ts';
import { expectToStand, standingOf } from './standing.ts';
import { xHand } from './x-hand.ts';

/** What another program could ask X to do with a kiosk's window. */
export const meddlings = ['moved', 'made small'] as const;

const deeds: Readonly<Record<(typeof meddlings)[number], (window: string) => Promise<void>>> = {
  moved: (window) => xHand.meddle('windowmove', window, 200, 150),
  'made small': (window) => xHand.meddle('windowsize', window, 300, 200),
};

/** Does each, and looks after each that the window is where it was. @returns what was done */
export async function meddleWith(kiosk: OpenWindow): Promise<readonly string[]> {
  const before = await standingOf(kiosk);
  const window = await xHand.windowAt(400, 400);
  const place = await xHand.placeOf(window);
  const done: string[] = [];
  for (const name of meddlings) {
    await deeds[name](window);
    const isBack = async () =>
      JSON.stringify(await xHand.placeOf(window)) === JSON.stringify(place);
    await vi.waitUntil(isBack, { timeout: 5_000, interval: 50 });
    await expectToStand(kiosk, before, `its window was ${name}`);
    done.push(name);
  }
  return done;
}
