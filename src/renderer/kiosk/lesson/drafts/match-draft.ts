/** A card in hand: the left side that waits for a partner, or the partner that waits for a place. */
export interface HeldCard {
  readonly side: 'left' | 'right';
  readonly id: string;
}

export interface MatchDraft {
  readonly type: 'match';
  /** Left id, right id. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly held: HeldCard | null;
}

export const partnerOf = (draft: MatchDraft, left: string): string | null =>
  draft.pairs.find(([id]) => id === left)?.[1] ?? null;

/** Puts a right card with a left one; a card lies in one place only, unless cards are `reusable`. */
export function joinCards(
  draft: MatchDraft,
  left: string,
  right: string,
  reusable = false,
): MatchDraft {
  const others = draft.pairs.filter(
    ([otherLeft, otherRight]) => otherLeft !== left && (reusable || otherRight !== right),
  );
  return { type: 'match', pairs: [...others, [left, right]], held: null };
}

/** Takes the partner of a left card back. */
export function partCards(draft: MatchDraft, left: string): MatchDraft {
  return { type: 'match', pairs: draft.pairs.filter(([id]) => id !== left), held: null };
}

/** Touches a left card or its place: joins it with the card in hand, frees it, or takes it in hand. */
export function touchLeft(draft: MatchDraft, left: string, reusable = false): MatchDraft {
  if (draft.held?.side === 'right') return joinCards(draft, left, draft.held.id, reusable);
  if (partnerOf(draft, left) !== null) return partCards(draft, left);
  const heldAlready = draft.held?.id === left;
  return { ...draft, held: heldAlready ? null : { side: 'left', id: left } };
}

/** Touches a right card not yet placed: joins it with the left one in hand, or takes it in hand. */
export function touchRight(draft: MatchDraft, right: string, reusable = false): MatchDraft {
  if (draft.held?.side === 'left') return joinCards(draft, draft.held.id, right, reusable);
  const heldAlready = draft.held?.id === right;
  return { ...draft, held: heldAlready ? null : { side: 'right', id: right } };
}
