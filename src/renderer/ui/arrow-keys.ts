import type { KeyboardEvent } from 'react';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Steps aside cost more than steps ahead, so that arrows keep to a row or column. */
const asideCost = 3;

/**
 * Which box an arrow key leads to: the nearest whose middle lies ahead.
 * @returns its index, or -1 where nothing lies that way
 */
export function boxAhead(boxes: readonly Box[], from: number, key: string): number {
  const direction = directions[key];
  const start = boxes[from];
  if (direction === undefined || start === undefined) return -1;
  const [x, y] = direction;
  const costs = boxes.map((box, index) => {
    const dx = box.left + box.width / 2 - (start.left + start.width / 2);
    const dy = box.top + box.height / 2 - (start.top + start.height / 2);
    const ahead = dx * x + dy * y;
    const aside = Math.abs(dx * y) + Math.abs(dy * x);
    return index === from || ahead <= 1 ? Number.POSITIVE_INFINITY : ahead + asideCost * aside;
  });
  const least = Math.min(...costs);
  return Number.isFinite(least) ? costs.indexOf(least) : -1;
}

/** For a group of buttons: arrow keys move the focus the way they point. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (directions[event.key] === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const from = buttons.findIndex((button) => button === document.activeElement);
  const boxes = buttons.map((button) => button.getBoundingClientRect());
  // Where the group itself has the focus, the first arrow leads into it.
  const onGroup = event.target === event.currentTarget;
  const ahead = buttons[onGroup ? 0 : boxAhead(boxes, from, event.key)];
  if (ahead === undefined) return;
  event.preventDefault();
  ahead.focus();
}
