import type { Page } from 'playwright-core';
import type { OpenWindow } from './test-lab.ts';

/** Smallest things a learner touches or reads, CSS px ([KSK2]). */
const least = { target: 96, key: 64, text: 22, second: 19 } as const;
/** The same of a technician's screens at a kiosk ([MNT5]). */
export const staffSizes = { target: 44, key: 44, text: 16, second: 16 } as const;

/**
 * What on a kiosk screen is off the window, scrolls, or is too small to touch or to read ([KSK1],
 * [KSK2]). Empty when all is well.
 */
export function misfits(
  page: Page,
  of = '.kiosk *',
  sizes: Readonly<Record<keyof typeof least, number>> = least,
): Promise<string[]> {
  return page.evaluate(
    ({ smallest, where }) => {
      // What is cut after so many lines goes on below them, where nobody sees it.
      const isCut = (element: Element): boolean => {
        const around = element.parentElement;
        if (around === null) return false;
        return getComputedStyle(around).webkitLineClamp !== 'none' || isCut(around);
      };
      const seen = (element: Element) =>
        element.closest('.unseen') === null && element.getBoundingClientRect().width > 0;
      const name = (element: Element) =>
        `${element.className} “${(element.textContent ?? '').slice(0, 20)}”`;
      const within = (element: Element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1;
      };
      const large = (element: Element, size: number) => {
        const { width, height } = element.getBoundingClientRect();
        return width > size - 1 && height > size - 1;
      };
      const all = [...document.querySelectorAll(where)].filter(seen);
      const shown = all.filter((element) => element.closest('svg') === null);
      const keys = shown.filter((element) => element.matches('.keyboard__key'));
      const buttons = shown.filter(
        (element) =>
          element.matches('button') && !element.matches('.keyboard__key, .hotspot__area'),
      );
      const texts = shown.filter(
        (element) => element.childElementCount === 0 && (element.textContent ?? '').trim() !== '',
      );
      const small = texts.filter(
        (element) =>
          Number.parseFloat(getComputedStyle(element).fontSize) <
          (element.matches('.keyboard__second') ? smallest.second : smallest.text),
      );
      const strays = shown.filter((element) => {
        const around =
          element.matches('.kind-sign') && element.parentElement?.getBoundingClientRect();
        if (!around) return false;
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return (
          left < around.left || top < around.top || right > around.right || bottom > around.bottom
        );
      });
      const { scrollHeight, scrollWidth } = document.documentElement;
      const scrolls = scrollHeight > innerHeight || scrollWidth > innerWidth;
      return [
        ...(scrolls ? [`the page scrolls: ${scrollWidth} × ${scrollHeight}`] : []),
        ...shown
          .filter((element) => !within(element) && !isCut(element))
          .map((element) => `off: ${name(element)}`),
        ...keys.filter((key) => !large(key, smallest.key)).map((key) => `small key: ${name(key)}`),
        ...buttons
          .filter((button) => !large(button, smallest.target))
          .map((button) => `small: ${name(button)}`),
        ...strays.map((element) => `not on its picture: ${name(element)}`),
        ...small.map((element) => `small text: ${name(element)}`),
      ];
    },
    { smallest: sizes, where: of },
  );
}

/** The smallest screens of a lab's PCs. */
export const kioskSizes = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
];

/** Makes the window itself this large inside, and waits until its page is, and laid out for it. */
export async function resizeTo(
  { app, page }: OpenWindow,
  size: (typeof kioskSizes)[number],
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height);
  }, size);
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height,
    size,
  );
  // Screens that show less on a narrow window hear of it with the frame that comes, and are drawn with the one after.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}
