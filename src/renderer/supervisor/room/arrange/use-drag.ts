import { useRef, useState } from 'react';
import type { CSSProperties, PointerEvent } from 'react';
import { spotSchema } from '../../../../shared/contracts/seat-places.ts';
import type { Spot } from '../../../../shared/contracts/seat-places.ts';

interface DragActs {
  readonly onBegin: () => void;
  /** Which spot it would be put on now, by its key; null over none. */
  readonly onOver: (spot: string | null) => void;
  readonly onDrop: (to: Spot) => void;
}

interface Way {
  readonly byX: number;
  readonly byY: number;
}

/** A hand that presses moves a little too: that is no drag yet, CSS px. */
const leastPx = 6;

/** Has something follow the pointer while it is held, and says on which `data-spot` it was let go. */
export function useDrag({ onBegin, onOver, onDrop }: DragActs) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  // What was drawn last may be behind what the pointer has done since.
  const dragged = useRef(false);
  const [way, setWay] = useState<Way | null>(null);
  const end = () => {
    from.current = null;
    dragged.current = false;
    setWay(null);
    onOver(null);
  };
  const style: CSSProperties =
    way === null ? {} : { transform: `translate(${way.byX}px, ${way.byY}px)` };
  return {
    isDragged: way !== null,
    style,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (from.current === null) return;
        const next = { byX: event.clientX - from.current.x, byY: event.clientY - from.current.y };
        if (!dragged.current && Math.hypot(next.byX, next.byY) < leastPx) return;
        if (!dragged.current) onBegin();
        dragged.current = true;
        setWay(next);
        onOver(spotUnder(event)?.key ?? null);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const under = dragged.current ? spotUnder(event) : null;
        end();
        if (under !== null) onDrop(under.spot);
      },
      onPointerCancel: end,
    },
  };
}

/** The spot below the pointer, less what is dragged over it. */
function spotUnder({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) {
  const under = document
    .elementsFromPoint(clientX, clientY)
    .map((element) => element.closest<HTMLElement>('[data-spot]'))
    // What is dragged, and all in it, lies above.
    .find((element) => element !== null && element !== currentTarget);
  const key = under?.dataset['spot'];
  const [column, row] = (key ?? '').split(':').map(Number);
  const spot = spotSchema.safeParse({ column, row });
  return key !== undefined && spot.success ? { key, spot: spot.data } : null;
}
