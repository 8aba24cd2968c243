export interface OrderDraft {
  readonly type: 'order';
  /** From first to last: which element lies there. */
  readonly places: readonly (string | null)[];
}

export const startOrder = (length: number): OrderDraft => ({
  type: 'order',
  places: Array.from({ length }, () => null),
});

export const placedElements = (draft: OrderDraft): string[] =>
  draft.places.filter((id) => id !== null);

/** Puts an element on the first free place, or takes it back if it is placed. */
export function touchElement(draft: OrderDraft, element: string): OrderDraft {
  if (draft.places.includes(element)) return takeBack(draft, element);
  const free = draft.places.indexOf(null);
  return free === -1 ? draft : putElement(draft, element, free);
}

/** Puts an element on a place; what lay there goes where the element came from. */
export function putElement(draft: OrderDraft, element: string, place: number): OrderDraft {
  if (place < 0 || place >= draft.places.length) return draft;
  const cameFrom = draft.places.indexOf(element);
  const movedAside = draft.places[place] ?? null;
  const places = draft.places.map((id, index) => {
    if (index === place) return element;
    return index === cameFrom ? movedAside : id;
  });
  return { type: 'order', places };
}

export function takeBack(draft: OrderDraft, element: string): OrderDraft {
  return { type: 'order', places: draft.places.map((id) => (id === element ? null : id)) };
}
