export interface ChoiceDraft {
  readonly type: 'choice';
  readonly chosen: readonly string[];
  /** Chosen in the first try and not fitting: shown as tried, not offered again. */
  readonly tried: readonly string[];
}

export const startChoice: ChoiceDraft = { type: 'choice', chosen: [], tried: [] };

/** Touches an option: with `several`, each touch adds or takes away; else the last touched stays. */
export function chooseOption(draft: ChoiceDraft, option: string, several: boolean): ChoiceDraft {
  if (draft.tried.includes(option)) return draft;
  if (!several) return { ...draft, chosen: [option] };
  const chosen = draft.chosen.includes(option)
    ? draft.chosen.filter((id) => id !== option)
    : [...draft.chosen, option];
  return { ...draft, chosen };
}
