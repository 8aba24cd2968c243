import type { Page } from 'playwright-core';

/**
 * Keys of the on-screen keyboard whose signs reach over their edge or into each other, by the ink that is
 * drawn, px ([KHM8]). Empty when all is well.
 */
export function crowdedKeys(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) throw new Error('Nothing can be measured.');
    const inkOf = (sign: Element) => {
      const foot = document.createElement('span');
      foot.style.cssText = 'display:inline-block;width:0;height:0';
      const { left } = sign.getBoundingClientRect();
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(sign);
      context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
      const ink = context.measureText(sign.textContent ?? '');
      sign.append(foot);
      const baseline = foot.getBoundingClientRect().bottom;
      foot.remove();
      return {
        left: left - ink.actualBoundingBoxLeft,
        right: left + ink.actualBoundingBoxRight,
        top: baseline - ink.actualBoundingBoxAscent,
        bottom: baseline + ink.actualBoundingBoxDescent,
      };
    };
    type Box = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;
    const within = (inner: Box, outer: Box) =>
      inner.left > outer.left - 1 &&
      inner.right < outer.right + 1 &&
      inner.top > outer.top - 1 &&
      inner.bottom < outer.bottom + 1;
    const apart = (one: Box, other: Box) =>
      one.right < other.left + 1 ||
      other.right < one.left + 1 ||
      one.bottom < other.top + 1 ||
      other.bottom < one.top + 1;
    return [...document.querySelectorAll('.keyboard__key--sign')].flatMap((key) => {
      const box = key.getBoundingClientRect();
      const [first, second] = [...key.querySelectorAll('span')].map(inkOf);
      const over = [first, second].filter((ink) => ink !== undefined && !within(ink, box));
      const name = key.textContent ?? '';
      return [
        ...over.map(() => `over the edge: ${name}`),
        ...(first && second && !apart(first, second) ? [`into each other: ${name}`] : []),
      ];
    });
  });
}
