export interface InlineChoiceDraft {
  readonly type: 'inlineChoice';
  /** Gap id, option id. */
  readonly chosen: readonly (readonly [string, string])[];
  /** Chosen in the first try and not fitting: shown as tried, not offered again. */
  readonly tried: readonly (readonly [string, string])[];
  /** The gap whose options are shown. */
  readonly at: string | null;
}

/** Begins at the first gap. */
export const startInlineChoice = (gaps: readonly string[]): InlineChoiceDraft => ({
  type: 'inlineChoice',
  chosen: [],
  tried: [],
  at: gaps[0] ?? null,
});

export const optionIn = (draft: InlineChoiceDraft, gap: string): string | null =>
  draft.chosen.find(([id]) => id === gap)?.[1] ?? null;

export const isTried = (draft: InlineChoiceDraft, gap: string, option: string): boolean =>
  draft.tried.some(([id, tried]) => id === gap && tried === option);

/** Chooses for the gap whose options are shown, and goes on to the next one without a choice. */
export function chooseInline(
  draft: InlineChoiceDraft,
  option: string,
  gaps: readonly string[],
): InlineChoiceDraft {
  const { at } = draft;
  if (at === null || isTried(draft, at, option)) return draft;
  const chosen = [...draft.chosen.filter(([gap]) => gap !== at), [at, option] as const];
  const after = gaps.indexOf(at) + 1;
  const ahead = [...gaps.slice(after), ...gaps.slice(0, after)];
  const open = ahead.find((gap) => !chosen.some(([id]) => id === gap));
  return { ...draft, chosen, at: open ?? at };
}

/** Where a second try begins: at the first gap whose choice doesn't fit, which is not offered again. */
export function secondInlineTry(
  draft: InlineChoiceDraft,
  fitting: readonly string[],
): InlineChoiceDraft {
  const misfits = draft.chosen.filter(([gap]) => !fitting.includes(gap));
  return {
    type: 'inlineChoice',
    chosen: draft.chosen.filter(([gap]) => fitting.includes(gap)),
    tried: misfits,
    at: misfits[0]?.[0] ?? draft.at,
  };
}
