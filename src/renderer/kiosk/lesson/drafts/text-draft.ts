import { afterDeed } from '../../../ui/typing/typed-text.ts';
import type { KeyDeed } from '../../../ui/typing/typed-text.ts';

export interface TextDraft {
  readonly type: 'textEntry';
  readonly text: string;
  /** Place of the caret, in UTF-16 units from the start. */
  readonly caret: number;
  /** The last key erased: the next one that does takes whole written units ([KHM2]). */
  readonly erasing?: true;
}

const longestText = 200;

/** @param marked the part of the text that is marked; nothing, at the caret, unless it says otherwise */
export function draftAfter(
  draft: TextDraft,
  deed: KeyDeed,
  marked: { readonly from: number; readonly to: number } = { from: draft.caret, to: draft.caret },
): TextDraft {
  if (deed.kind === 'nothing') return draft;
  const typed = { text: draft.text, ...marked };
  const again = draft.erasing === true;
  const next = afterDeed(typed, deed.kind === 'erase' ? { ...deed, again } : deed, longestText);
  if (next === typed) return draft;
  const erasing = deed.kind === 'erase' ? ({ erasing: true } as const) : {};
  return { type: 'textEntry', text: next.text, caret: next.to, ...erasing };
}
