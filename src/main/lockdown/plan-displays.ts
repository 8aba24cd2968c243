import type { Rectangle } from 'electron';

/** What is known of a display. */
export interface ShownDisplay {
  readonly id: number;
  readonly bounds: Rectangle;
}

/** Where a locked kiosk stands on the displays there are. */
export interface DisplayPlan {
  /** What its window fills: all of the first display; null while there is none. */
  readonly seat: Rectangle | null;
  /** All the rest, to be covered. Two displays that show the same have none, but for what one shows beyond the other. */
  readonly covers: readonly Rectangle[];
}

const isSeen = ({ bounds: { width, height } }: ShownDisplay) => width > 0 && height > 0;

/** @param primary the number of the first display */
export function planDisplays(displays: readonly ShownDisplay[], primary: number): DisplayPlan {
  const seen = displays.filter(isSeen);
  const first = seen.find(({ id }) => id === primary) ?? seen[0];
  if (first === undefined) return { seat: null, covers: [] };
  const seat = first.bounds;
  const others = seen.filter((each) => each !== first);
  return { seat, covers: others.flatMap(({ bounds }) => restOf(bounds, seat)) };
}

/** What of `whole` lies outside of `hole`: above, below, left and right of it. */
function restOf(whole: Rectangle, hole: Rectangle): readonly Rectangle[] {
  const [right, bottom] = [whole.x + whole.width, whole.y + whole.height];
  const from = { x: Math.max(whole.x, hole.x), y: Math.max(whole.y, hole.y) };
  const to = {
    x: Math.min(right, hole.x + hole.width),
    y: Math.min(bottom, hole.y + hole.height),
  };
  if (from.x >= to.x || from.y >= to.y) return [whole];
  const middle = to.y - from.y;
  const rest = [
    { x: whole.x, y: whole.y, width: whole.width, height: from.y - whole.y },
    { x: whole.x, y: to.y, width: whole.width, height: bottom - to.y },
    { x: whole.x, y: from.y, width: from.x - whole.x, height: middle },
    { x: to.x, y: from.y, width: right - to.x, height: middle },
  ];
  return rest.filter(({ width, height }) => width > 0 && height > 0);
}
