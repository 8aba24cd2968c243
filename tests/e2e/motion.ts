import type { Page } from 'playwright-core';

/**
 * What still moves, or takes time to change, on the page as it is for somebody who asked for less motion
 * ([WCA3]). Empty when nothing does.
 */
export async function motions(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.waitForFunction(
    () => document.querySelector('animate, animateTransform, set') === null,
  );
  const found = await page.evaluate(() => {
    const takesTime = (times: string) =>
      times.split(',').some((time) => Number.parseFloat(time) > 0);
    const named = (element: Element) => `${element.tagName} ${element.getAttribute('class') ?? ''}`;
    const moving = [...document.querySelectorAll('*')].flatMap((element) =>
      ['', '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const animated = style.animationName !== 'none' && takesTime(style.animationDuration);
        const changing = style.transitionProperty !== 'none' && takesTime(style.transitionDuration);
        return animated || changing ? [named(element) + part] : [];
      }),
    );
    return [...new Set(moving)];
  });
  await page.emulateMedia({ reducedMotion: null });
  return found;
}
