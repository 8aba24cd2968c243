import { randomUUID } from 'node:crypto';
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
    const isTried = () => tryWay(kiosk, frameNow, way, at);
    await vi.waitUntil(isTried, { timeout: 20_000, interval: 50 });
    tried.push(name);
    await expectToStand(kiosk, before, name);
  }
  return tried;
}

/** How long a click may take to reach a frame, ms; one that found nobody is made again. */
const reachMs = 2_000;

/** What is said of a document whose place another has taken. */
const isReplaced = (error: unknown) =>
  /context was destroyed|frame was detached|frame got detached/i.test(String(error));

/** Resolves to whether it was tried, with what a person's click allows. */
async function tryWay(
  { page }: OpenWindow,
  frameNow: () => Promise<Frame>,
  way: string,
  at: Place,
): Promise<boolean> {
  const frame = await frameNow();
  const word = `tried ${randomUUID()}`;
  try {
    await prepareWay(frame, way, word);
  } catch (error) {
    // An earlier way led it elsewhere, and its next document comes only now.
    if (isReplaced(error)) return false;
    throw error;
  }
  // Told before it is tried: it may take the document away, and whoever would answer.
  const told = page.waitForEvent('console', {
    predicate: (message) => message.text() === word,
    timeout: reachMs,
  });
  const isTold = told.then(
    () => true,
    () => false,
  );
  await xHand.click(at.x, at.y);
  return isTold;
}

/** Has the next click in it, if it is a person's, say a word and try a way out. */
async function prepareWay(frame: Frame, way: string, word: string): Promise<void> {
  await coverFrame(frame);
  await frame.evaluate(`(() => {
    const act = () => {
      if (navigator.userActivation.isActive) console.debug('${word}');
      try { Promise.resolve((${way})()).catch(() => {}); } catch { /* refused */ }
    };
    addEventListener('click', act, { once: true, capture: true });
  })()`);
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
