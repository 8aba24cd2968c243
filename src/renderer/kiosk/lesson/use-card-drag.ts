import { useRef, useState } from 'react';
import type { MouseEvent, PointerEvent } from 'react';

/** A hand that trembles moves a little while it clicks; further than this, px, is a drag. */
const dragFromPx = 10;

interface Dragged {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** What a card to be dragged needs on its element. */
interface DragHandlers {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(event: PointerEvent<HTMLElement>): void;
  onPointerCancel(): void;
  /** Keeps the click that ends a drag from the card. */
  onClickCapture(event: MouseEvent<HTMLElement>): void;
}

export interface CardDrag {
  /** The card in the air, and how far it is from where it lay, px. */
  readonly dragged: Dragged | null;
  handlersFor(id: string): DragHandlers;
}

/**
 * Drags cards onto elements that carry `data-drop`; a press without a drag stays a click.
 * @param onDrop the card's id and the `data-drop` of where it was let go; null anywhere else
 */
export function useCardDrag(onDrop: (id: string, place: string | null) => void): CardDrag {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const press = useRef<{ id: string; x: number; y: number } | null>(null);
  const swallowClick = useRef(false);

  const end = () => {
    press.current = null;
    setDragged(null);
  };
  const wayOf = (id: string, { clientX, clientY }: PointerEvent) =>
    press.current?.id === id
      ? { x: clientX - press.current.x, y: clientY - press.current.y }
      : null;
  const handlersFor = (id: string): DragHandlers => ({
    onPointerDown(event) {
      if (event.button !== 0) return;
      press.current = { id, x: event.clientX, y: event.clientY };
      // From here on it is told of each move and of the end, wherever a fast hand has got to ([LSN20]).
      event.currentTarget.setPointerCapture(event.pointerId);
      swallowClick.current = false;
    },
    onPointerMove(event) {
      const way = wayOf(id, event);
      if (way !== null && (dragged?.id === id || isDrag(way))) setDragged({ id, ...way });
    },
    onPointerUp(event) {
      const way = wayOf(id, event);
      const carried = way !== null && (dragged?.id === id || isDrag(way));
      end();
      if (!carried) return;
      swallowClick.current = true;
      onDrop(id, placeUnder(event.currentTarget, event.clientX, event.clientY));
    },
    onPointerCancel: end,
    onClickCapture(event) {
      // A click by the keyboard ends no drag.
      if (!swallowClick.current || event.detail === 0) return;
      swallowClick.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  });
  return { dragged, handlersFor };
}

const isDrag = ({ x, y }: { readonly x: number; readonly y: number }) =>
  Math.hypot(x, y) >= dragFromPx;

/** The place under a point, looking past the card that hovers there. */
function placeUnder(card: HTMLElement, x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    if (card.contains(element)) continue;
    const place = element.closest<HTMLElement>('[data-drop]');
    if (place !== null) return place.dataset['drop'] ?? null;
  }
  return null;
}

/** The style of a card in the air. */
export function draggedStyle(dragged: Dragged | null, id: string) {
  if (dragged?.id !== id) return undefined;
  return { translate: `${dragged.x}px ${dragged.y}px`, zIndex: 5 };
}
