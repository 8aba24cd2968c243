import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Point } from '../../../shared/contracts/lesson/drill-items.ts';
import { drawOn, isDrawn } from './drafts/trace-draft.ts';

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What stands around the field's hundred on each side, in the same measure: a line may begin at its very edge. */
export const fieldMargin = 6;
export const fieldSize = 100 + 2 * fieldMargin;

/** How far an arrow key moves the pen, in percent of the field. */
const keyStep = 3;

interface PenUse {
  /** Where the keyboard's pen is first put down; null where nothing is left to draw. */
  readonly start: Point | null;
  readonly locked: boolean;
  readonly onLine: (line: readonly Point[]) => void;
}

/**
 * A pen on a square field. A line is drawn by dragging; by a click at its beginning and one at its
 * end, for hands that can't hold the button down; or with arrow keys, between two presses of the
 * space bar or Enter.
 */
export function usePen({ start, locked, onLine }: PenUse) {
  const [line, setLine] = useState<readonly Point[]>([]);
  const [at, setAt] = useState<Point | null>(null);
  const drawn = useRef<readonly Point[]>([]);
  const to = (next: readonly Point[]) => {
    drawn.current = next;
    setLine(next);
  };
  const finish = () => {
    onLine(drawn.current);
    to([]);
  };
  const press = (event: PointerEvent<HTMLElement>) => {
    if (locked || event.button !== 0) return;
    setAt(null);
    // A fast stroke may have left the field by the first move that is told.
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    if (isDrawn(drawn.current)) to(drawOn(drawn.current, point));
    else to([point]);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (locked || drawn.current.length === 0) return;
    to(drawOn(drawn.current, pointOf(event)));
  };
  // A press that has not moved yet goes on without the button, until the next one.
  const lift = (event: PointerEvent<HTMLElement>) => {
    if (drawn.current.length === 0) return;
    to(drawOn(drawn.current, pointOf(event)));
    if (isDrawn(drawn.current)) finish();
  };
  const steer = (event: KeyboardEvent<HTMLElement>) => {
    const toward = arrows[event.key];
    const toggles = event.key === ' ' || event.key === 'Enter';
    if (locked || (toward === undefined && !toggles)) return;
    event.preventDefault();
    const here = at ?? start;
    if (here === null) return;
    if (toward === undefined) {
      setAt(here);
      return drawn.current.length === 0 ? to([here]) : finish();
    }
    const there = within([here[0] + toward[0] * keyStep, here[1] + toward[1] * keyStep]);
    setAt(there);
    if (drawn.current.length > 0) to(drawOn(drawn.current, there));
  };
  return {
    line,
    at,
    handlers: {
      onPointerDown: press,
      onPointerMove: move,
      onPointerUp: lift,
      onPointerCancel: () => to([]),
      onKeyDown: steer,
    },
  };
}

const within = ([x, y]: Point): Point => [clamp(x), clamp(y)];
const clamp = (value: number) => Math.min(Math.max(value, 0), 100);

function pointOf(event: PointerEvent<HTMLElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  const x = ((event.clientX - left) / width) * fieldSize - fieldMargin;
  const y = ((event.clientY - top) / height) * fieldSize - fieldMargin;
  return within([x, y]);
}
