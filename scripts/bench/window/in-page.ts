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
