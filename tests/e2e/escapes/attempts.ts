import type { Frame } from 'playwright-core';
import { vi } from 'vitest';
import type { OpenWindow } from '../test-lab.ts';
import { pageWaysOut } from './page-ways-out.ts';
import { expectToStand, standingOf } from './standing.ts';
import { xHand } from './x-hand.ts';

/** px of the screen. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** Presses each, and looks after each where the kiosk stands. */
export async function pressAll(kiosk: OpenWindow, combinations: readonly string[]): Promise<void> {
  const before = await standingOf(kiosk);
  for (const combination of combinations) {
    await xHand.press(combination);
    await expectToStand(kiosk, before, combination);
  }
}

/** Buttons that go back and forth, and the wheel with Control. */
export async function clickAll(kiosk: OpenWindow): Promise<void> {
  const before = await standingOf(kiosk);
  for (const button of [2, 3, 8, 9]) {
    await xHand.click(2, 400, button);
    await expectToStand(kiosk, before, `the mouse's button ${String(button)}`);
  }
}

/**
 * Has a page or frame try every way out there is, each at the touch of a real click in it.
 *
 * @param frameNow resolves to it, which may have ended by what it tried, and is then opened anew
 * @param at a place in it
 * @returns the ways that were tried
 */
export async function tryWaysOut(
  kiosk: OpenWindow,
  frameNow: () => Promise<Frame>,
  at: Place,
): Promise<readonly string[]> {
  const before = await standingOf(kiosk);
  const tried: string[] = [];
  for (const [name, way] of Object.entries(pageWaysOut)) {
    // A document that an earlier way led to may come only now, and take the place of the one that was to try.
    const isTried = () => tryWay(frameNow, way, at);
    await vi.waitUntil(isTried, { timeout: 20_000, interval: 50 });
    tried.push(name);
    await expectToStand(kiosk, before, name);
  }
  return tried;
}

/** Resolves to whether it was tried, with what a person's click allows. */
async function tryWay(frameNow: () => Promise<Frame>, way: string, at: Place): Promise<boolean> {
  const frame = await frameNow();
  await coverFrame(frame);
  await frame.evaluate(`(() => {
    const tried = Promise.withResolvers();
    globalThis.tried = tried.promise;
    const act = () => {
      const isActive = navigator.userActivation.isActive;
      try { Promise.resolve((${way})()).catch(() => {}); } catch { /* refused */ }
      tried.resolve(isActive);
    };
    addEventListener('click', act, { once: true, capture: true });
  })()`);
  await xHand.click(at.x, at.y);
  // What leads the frame elsewhere takes away whoever would answer.
  return (await frame.evaluate('globalThis.tried').catch(() => true)) === true;
}

/** Lies over all that a page or frame shows: what is clicked there is itself, and none of the frames in it. */
export const coverFrame = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647';
    document.body.append(cover);
  });

/** Has a page or frame write down the keys that it hears of, but those that are held; resolves to what reads them, each once. */
export async function hearKeys(frame: Frame): Promise<() => Promise<ReadonlySet<string>>> {
  await frame.evaluate(() => {
    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => {
      if (/^(Alt|Control|Shift)/.test(event.code)) return;
      const held = { ctrl: event.ctrlKey, alt: event.altKey, super: event.metaKey };
      const names = Object.entries(held).filter(([, is]) => is);
      heard.push([...names.map(([name]) => name), event.code].join('+'));
    };
    addEventListener('keydown', hear, { capture: true });
    Object.assign(globalThis, { heard });
  });
  return async () => new Set(await frame.evaluate<string[]>('globalThis.heard.splice(0)'));
}
