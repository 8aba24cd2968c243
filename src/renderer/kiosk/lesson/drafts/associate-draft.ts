import { placedElements, startOrder } from './order-draft.ts';
import type { PlacesDraft } from './order-draft.ts';

/** Places side by side, two a pair. */
export type AssociateDraft = PlacesDraft<'associate'>;

export const startAssociate = (pairs: number): AssociateDraft => ({
  ...startOrder(pairs * 2),
  type: 'associate',
});

/** The pairs that are whole. */
export function wholePairs({ places }: AssociateDraft): [string, string][] {
  return places.flatMap((one, place): [string, string][] => {
    const other = places[place + 1];
    return place % 2 === 0 && one !== null && other !== null && other !== undefined
      ? [[one, other]]
      : [];
  });
}

export const allPlaced = (draft: AssociateDraft): boolean =>
  placedElements(draft).length === draft.places.length;
