import type { LookArea } from '../../../shared/contracts/look.ts';

/** Where the main part of the screen lies: under the bar, with nothing of who sits here. */
export function areaOfLesson(): LookArea | null {
  const main = document.querySelector('.kiosk > main');
  if (main === null) return null;
  const { left, top, width, height } = main.getBoundingClientRect();
  const area = {
    x: Math.max(0, Math.ceil(left)),
    y: Math.max(0, Math.ceil(top)),
    width: Math.floor(width),
    height: Math.floor(height),
  };
  return area.width < 1 || area.height < 1 ? null : area;
}

/** Resolves once what is drawn now has been on the screen. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
