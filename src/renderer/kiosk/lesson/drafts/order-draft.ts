/** An answer that is cards on places. */
export interface PlacesDraft<Type extends string> {
  readonly type: Type;
  /** From first to last: which element lies there. */
  readonly places: readonly (string | null)[];
}

export type OrderDraft = PlacesDraft<'order'>;

export const startOrder = (length: number): OrderDraft => ({
  type: 'order',
  places: Array.from({ length }, () => null),
});

export const placedElements = (draft: PlacesDraft<string>): string[] =>
  draft.places.filter((id) => id !== null);

/** Puts an element on the first free place, or takes it back if it is placed. */
export function touchElement<Type extends string>(
  draft: PlacesDraft<Type>,
  element: string,
): PlacesDraft<Type> {
  if (draft.places.includes(element)) return takeBack(draft, element);
  const free = draft.places.indexOf(null);
  return free === -1 ? draft : putElement(draft, element, free);
}

/** Puts an element on a place; what lay there goes where the element came from. */
export function putElement<Type extends string>(
  draft: PlacesDraft<Type>,
  element: string,
  place: number,
): PlacesDraft<Type> {
  if (place < 0 || place >= draft.places.length) return draft;
  const cameFrom = draft.places.indexOf(element);
  const movedAside = draft.places[place] ?? null;
  const places = draft.places.map((id, index) => {
    if (index === place) return element;
    return index === cameFrom ? movedAside : id;
  });
  return { type: draft.type, places };
}

export function takeBack<Type extends string>(
  draft: PlacesDraft<Type>,
  element: string,
): PlacesDraft<Type> {
  return { type: draft.type, places: draft.places.map((id) => (id === element ? null : id)) };
}
