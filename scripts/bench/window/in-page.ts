/// <reference lib="dom" />
import type { Bridge, Reply, Request } from '../../../src/shared/contracts/ipc/contract.ts';

/**
 * What runs inside a page. Each function is sent over as its own text: it must not name anything but
 * its arguments and what a page has.
 */

declare global {
  interface Window {
    readonly rean: Bridge;
  }
}

/**
 * Resolves once something that fits `selector` has been painted, with every picture that had begun
 * to load there complete: the moment, ms since 1970.
 */
export function paintedAt(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const whole = [...document.images].every((image) => image.complete);
      if (document.querySelector(selector) === null || !whole) requestAnimationFrame(look);
      // The frame asked for here is drawn with all of it; the one after tells that it was drawn.
      else
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())),
        );
    };
    look();
  });
}

/** Resolves to the moment of the next touch of something that fits `selector`, ms since 1970. */
export function touchedAt(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const touched = (event: Event) => {
      if (!(event.target instanceof Element) || event.target.closest(selector) === null) return;
      document.removeEventListener('click', touched, true);
      // When the touch was made, not when the page came to hear of it.
      resolve(performance.timeOrigin + event.timeStamp);
    };
    document.addEventListener('click', touched, true);
  });
}

export interface TimedReply {
  readonly reply: Reply;
  /** From sending to the answer, ms. */
  readonly ms: number;
}

/** Sends a request over the page's own bridge and times its first answer. */
export function askTimed(request: Request): Promise<TimedReply> {
  return new Promise((resolve) => {
    const stop = window.rean.listen((reply) => {
      const ms = performance.now() - sentAt;
      if (reply.id !== request.id) return;
      stop();
      resolve({ reply, ms });
    });
    const sentAt = performance.now();
    window.rean.send(request);
  });
}

/** One value of a stream, and when the frame that shows it had been drawn, ms since 1970. */
export interface Drawn {
  readonly reply: Reply;
  readonly drawnAtMs: number;
}

/** Follows a stream; `next` gives its values one by one, none left out. */
export function followStream(subscribe: Request): { next(): Promise<Drawn> } {
  const drawn: Drawn[] = [];
  let wake: (() => void) | null = null;
  window.rean.listen((reply) => {
    if (reply.id !== subscribe.id) return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        drawn.push({ reply, drawnAtMs: performance.timeOrigin + performance.now() });
        wake?.();
      }),
    );
  });
  window.rean.send(subscribe);
  return {
    async next() {
      for (;;) {
        const first = drawn.shift();
        if (first !== undefined) return first;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** How late a page comes to hear of a moving pointer; `take` gives what was noted since, ms. */
export function noteInputDelays(): { take(): number[] } {
  const delays: number[] = [];
  document.addEventListener(
    'pointermove',
    (event) => delays.push(performance.now() - event.timeStamp),
    { capture: true },
  );
  return { take: () => delays.splice(0) };
}

/**
 * Asks the station over the page's own bridge again and again, and notes how long each answer took until
 * the frame after it was drawn, ms; until something fits `selector`, or for so long.
 */
export async function answersUntil(until: {
  readonly selector?: string;
  readonly afterMs?: number;
}): Promise<number[]> {
  const startedAt = performance.now();
  const noted: number[] = [];
  const over = () =>
    until.selector === undefined
      ? performance.now() - startedAt > (until.afterMs ?? 0)
      : document.querySelector(until.selector) !== null;
  let id = 3_000_000;
  while (!over()) {
    id += 1;
    const askedAt = performance.now();
    await new Promise<void>((resolve) => {
      const stop = window.rean.listen((reply) => {
        if (reply.id !== id) return;
        stop();
        requestAnimationFrame(() => resolve());
      });
      window.rean.send({ kind: 'command', id, name: 'app.info', input: undefined });
    });
    noted.push(performance.now() - askedAt);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return noted;
}

/**
 * Presses the `nth` thing that fits `press`, and waits until something that fits `wanted` has been painted with
 * every picture complete: how long that took from the press, ms.
 */
export function pressedUntilPainted(asked: {
  readonly press: string;
  readonly nth: number;
  readonly wanted: string;
}): Promise<number> {
  return new Promise((resolve, reject) => {
    const pressed = document.querySelectorAll(asked.press)[asked.nth];
    if (!(pressed instanceof HTMLElement)) {
      reject(new Error(`no ${asked.press} ${asked.nth}`));
      return;
    }
    const look = () => {
      const whole = [...document.images].every((image) => image.complete);
      if (document.querySelector(asked.wanted) === null || !whole) requestAnimationFrame(look);
      else
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - at)));
    };
    const at = performance.now();
    pressed.click();
    look();
  });
}

/** Presses something and waits until the words of `told` are others, and painted: how long that took, ms. */
export function pressedUntilTold(asked: {
  readonly press: string;
  readonly told: string;
}): Promise<number> {
  return new Promise((resolve, reject) => {
    const words = () => document.querySelector(asked.told)?.textContent;
    const pressed = document.querySelector(asked.press);
    if (!(pressed instanceof HTMLElement)) {
      reject(new Error(`no ${asked.press}`));
      return;
    }
    const before = words();
    const look = () => {
      if (words() === before) requestAnimationFrame(look);
      else
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - at)));
    };
    const at = performance.now();
    pressed.click();
    look();
  });
}

/**
 * Puts words into a field as somebody who types them, and waits until the first thing that fits `first` tells
 * what is expected, and is painted: how long that took, ms.
 */
export function typedUntilTold(asked: {
  readonly field: string;
  readonly words: string;
  readonly first: string;
  readonly expected: string;
}): Promise<number> {
  return new Promise((resolve, reject) => {
    const field = document.querySelector(asked.field);
    if (!(field instanceof HTMLInputElement)) {
      reject(new Error(`no ${asked.field}`));
      return;
    }
    const look = () => {
      const told = document.querySelector(asked.first)?.textContent ?? '';
      if (!told.includes(asked.expected)) requestAnimationFrame(look);
      else
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - at)));
    };
    field.select();
    const at = performance.now();
    // As typed: React hears of a value only where the page's own way of setting it is used.
    document.execCommand('insertText', false, asked.words);
    look();
  });
}

/**
 * Chooses the `place`th option of the first list that fits, and waits until the words of `told` are others, and
 * painted: how long that took, ms.
 */
export function chosenUntilTold(asked: {
  readonly select: string;
  readonly place: number;
  readonly told: string;
}): Promise<number> {
  return new Promise((resolve, reject) => {
    const words = () => document.querySelector(asked.told)?.textContent;
    const list = document.querySelector(asked.select);
    if (!(list instanceof HTMLSelectElement)) {
      reject(new Error(`no ${asked.select}`));
      return;
    }
    const before = words();
    const look = () => {
      if (words() === before) requestAnimationFrame(look);
      else
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - at)));
    };
    const at = performance.now();
    list.selectedIndex = asked.place;
    list.dispatchEvent(new Event('change', { bubbles: true }));
    look();
  });
}

/** How long a page takes to draw what changed on it, and nothing else, ms. */
export function framePainted(): Promise<number> {
  return new Promise((resolve) => {
    const at = performance.now();
    const root = document.documentElement;
    root.style.outlineColor = root.style.outlineColor === 'red' ? 'blue' : 'red';
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - at)));
  });
}
