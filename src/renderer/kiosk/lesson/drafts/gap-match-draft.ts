export interface GapMatchDraft {
  readonly type: 'gapMatch';
  /** Choice id, gap id. */
  readonly pairs: readonly (readonly [string, string])[];
  /** The empty gap that was touched and waits for its word. */
  readonly held: string | null;
}

export const startGapMatch: GapMatchDraft = { type: 'gapMatch', pairs: [], held: null };

export const choiceIn = (draft: GapMatchDraft, gap: string): string | null =>
  draft.pairs.find(([, id]) => id === gap)?.[0] ?? null;

/** Puts a choice into a gap; it lies in one gap only, unless choices are `reusable`. */
export function fillGap(
  draft: GapMatchDraft,
  choice: string,
  gap: string,
  reusable: boolean,
): GapMatchDraft {
  const others = draft.pairs.filter(
    ([otherChoice, otherGap]) => otherGap !== gap && (reusable || otherChoice !== choice),
  );
  return { type: 'gapMatch', pairs: [...others, [choice, gap]], held: null };
}

export function emptyGap(draft: GapMatchDraft, gap: string): GapMatchDraft {
  return { type: 'gapMatch', pairs: draft.pairs.filter(([, id]) => id !== gap), held: null };
}

/** Touches a choice: it goes into the gap that waits for it, else into the first empty one. */
export function touchChoice(
  draft: GapMatchDraft,
  choice: string,
  gaps: readonly string[],
  reusable: boolean,
): GapMatchDraft {
  const gap = draft.held ?? gaps.find((id) => choiceIn(draft, id) === null);
  return gap === undefined ? draft : fillGap(draft, choice, gap, reusable);
}

/** Touches a gap: gives back what lies in it, or has it wait for the next choice. */
export function touchGap(draft: GapMatchDraft, gap: string): GapMatchDraft {
  if (choiceIn(draft, gap) !== null) return emptyGap(draft, gap);
  return { ...draft, held: draft.held === gap ? null : gap };
}
