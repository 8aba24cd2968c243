export interface TextDraft {
  readonly type: 'textEntry';
  readonly text: string;
  /** Place of the caret, in UTF-16 units from the start. */
  readonly caret: number;
}

const longestText = 200;
const coeng = '\u17d2';

export function typeText(draft: TextDraft, typed: string): TextDraft {
  if (draft.text.length + typed.length > longestText) return draft;
  const text = draft.text.slice(0, draft.caret) + typed + draft.text.slice(draft.caret);
  return { type: 'textEntry', text, caret: draft.caret + typed.length };
}

/**
 * Takes away the sign before the caret: one code point, as every sign is typed by its own key. A
 * subscript letter goes with its invisible coeng, which nobody could see left behind ([KHM2]).
 */
export function eraseSign(draft: TextDraft): TextDraft {
  const before = Array.from(draft.text.slice(0, draft.caret));
  const last = before.pop();
  if (last === undefined) return draft;
  if (before.at(-1) === coeng) before.pop();
  const kept = before.join('');
  return { type: 'textEntry', text: kept + draft.text.slice(draft.caret), caret: kept.length };
}
