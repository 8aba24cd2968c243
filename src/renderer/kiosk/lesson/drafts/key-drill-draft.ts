export interface KeyDrillDraft {
  readonly type: 'keyDrill';
  /** How many of the keys asked for are done. */
  readonly pressed: number;
  readonly misses: number;
  /** The last key pressed, if it was not the one asked for. */
  readonly wrongKey: string | null;
}

const mostMisses = 10_000;

/** Keys that only change others; pressing them on the way is no miss. */
const helpingKeys = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn'];

/**
 * Presses a key.
 * @param said what this key press may count as: the key's own value, and the Khmer letter on it
 */
export function pressKey(
  draft: KeyDrillDraft,
  keys: readonly string[],
  said: readonly string[],
): KeyDrillDraft {
  const asked = keys[draft.pressed];
  if (asked === undefined) return draft;
  if (said.includes(asked)) return { ...draft, pressed: draft.pressed + 1, wrongKey: null };
  if (said.some((key) => helpingKeys.includes(key))) return draft;
  return {
    ...draft,
    misses: Math.min(draft.misses + 1, mostMisses),
    wrongKey: said[0] ?? null,
  };
}
